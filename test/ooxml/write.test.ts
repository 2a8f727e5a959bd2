import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import * as sheetjs from "xlsx";
import { DECISIONS_KEY, serialise, NOTHING_SAVED } from "../../src/core/decisions/saved";
import { isMarkFormula } from "../../src/views/marks/marks";
import { cellAt, type Workbook } from "../../src/core/workbook/workbook";
import { editWorkbook } from "../../src/ooxml/edit";
import { SignatureError, WorkbookError } from "../../src/ooxml/error";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { buildParts, buildXlsx, XML, zipParts } from "./build";
import { marksOn, smallModel } from "./model";
import { elements, lost, partsOf, textOf } from "./parts";
import { bent, fixtures, MAIN, REL, spec, workbooks } from "./workbooks";
import { writeZip } from "./zip";

const DECISIONS = serialise({ ...NOTHING_SAVED, revision: 3 });

const open = (bytes: Uint8Array) => editWorkbook(bytes, nodeCodec);
const read = (bytes: Uint8Array) => readWorkbook(bytes, nodeCodec);

/** Everything that Kenzan can put into a workbook, on every sheet of it. */
function dressed(bytes: Uint8Array): Uint8Array {
  const editor = open(bytes);
  const sheets = read(bytes).sheets.map(({ name }) => name);
  editor.setMarks(sheets.map(marksOn));
  editor.setNotes(
    sheets.flatMap((sheet) => [
      { sheet, row: 5, column: 4, text: "既に注記のあるセルかもしれません" },
      { sheet, row: 9, column: 5, text: "旅費が上限を超えています。\n83,000円減らせば20%以内です。<&>" },
    ]),
  );
  editor.setSummary(smallModel(sheets[0] ?? ""));
  editor.decisions = DECISIONS;
  return editor.save();
}

function undressed(bytes: Uint8Array): Uint8Array {
  const editor = open(bytes);
  editor.decisions = null;
  return editor.save();
}

/** The workbook part as if another program had written it. */
const touched = (parts: Record<string, Uint8Array>) =>
  Buffer.from(parts["xl/workbook.xml"]!)
    .toString()
    .replace(/<((?:x:)?)sheets/, "<!-- saved --><$1sheets");

describe.each(workbooks)("%s", (_, bytes) => {
  const before = unzipSync(bytes);
  const out = dressed(bytes);
  const after = unzipSync(out);

  it("keeps every part, and every element and attribute of it", () => {
    for (const [part, data] of Object.entries(before)) {
      expect(Object.keys(after)).toContain(part);
      if (/\.(xml|rels)$/.test(part)) expect(lost(part, data, after[part]!)).toEqual([]);
      else if (!part.endsWith(".vml")) expect(Buffer.compare(after[part]!, data)).toBe(0);
    }
  });

  it("changes no cell, merge, hidden row or table", () => {
    const kept = (workbook: Workbook) => ({ ...workbook, settings: {} });
    const { sheets, ...rest } = read(out);
    const own = sheets.at(-1);
    expect(own?.name).toBe("検算結果");
    expect(kept({ sheets: sheets.slice(0, -1), ...rest })).toEqual(kept(read(bytes)));
  });

  it("shows the summary with its formulas and results, and gives the decisions back", () => {
    const workbook = read(out);
    const summary = workbook.sheets.at(-1)!;
    expect(cellAt(summary, 6, 2)).toMatchObject({ value: 3500, formula: "SUM(B4:B5)", format: "#,##0" });
    for (const { row, column, value, formula, format } of smallModel(read(bytes).sheets[0]!.name).cells) {
      expect(cellAt(summary, row, column)).toMatchObject({ value, formula, format });
    }
    expect(summary.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }]);
    expect(workbook.settings).toEqual({ [DECISIONS_KEY]: DECISIONS });
    expect(open(out).decisions).toBe(DECISIONS);
  });

  it("is well-formed, related and typed throughout", () => {
    const types = Buffer.from(after["[Content_Types].xml"]!).toString();
    for (const [part, data] of Object.entries(after)) {
      if (/\.(xml|rels)$/.test(part)) expect(() => elements(part, data)).not.toThrow();
      if (before[part] === undefined && !part.endsWith(".rels")) expect(types).toContain(`PartName="/${part}"`);
    }
    expect(() => sheetjs.read(out)).not.toThrow();
  });

  it("gives the original parts back, byte for byte, once everything is taken away", () => {
    expect(partsOf(undressed(out))).toEqual(partsOf(bytes));
  });

  it("replaces what it wrote earlier, rather than adding to it", () => {
    expect(partsOf(dressed(out))).toEqual(partsOf(out));
  });

  it("writes the same bytes twice, and nothing at all where nothing was set", () => {
    expect(Buffer.compare(dressed(bytes), out)).toBe(0);
    expect(partsOf(open(bytes).save())).toEqual(partsOf(bytes));
  });

  it("takes its own away after another program has written the file", () => {
    const resaved = zipParts({ ...after, "xl/workbook.xml": touched(after) });
    const cleaned = unzipSync(undressed(resaved));
    // Styles that nothing uses stay behind.
    const mayDiffer = /^\[Content_Types\]|styles\d*\.xml$|workbook\.xml|\.vml$/;
    const parts = (all: Record<string, Uint8Array>) =>
      Object.keys(all)
        .filter((part) => !part.includes("styles"))
        .sort();
    expect(parts(cleaned)).toEqual(parts(before));
    for (const part of parts(before).filter((name) => !mayDiffer.test(name))) {
      expect([part, Buffer.from(cleaned[part]!).toString()]).toEqual([part, Buffer.from(before[part]!).toString()]);
    }
    expect(read(zipParts(cleaned))).toEqual(read(bytes));
  });
});

describe("marks", () => {
  it("stand behind the user's own formats, which keep their priorities", () => {
    const [, bytes] = fixtures.find(([name]) => name === "kitchen.xlsx")!;
    const sheet = textOf(dressed(bytes), "xl/worksheets/sheet1.xml");
    const priorities = [...sheet.matchAll(/<cfRule[^>]*?priority="(\d+)"/g)].map(([, priority]) => Number(priority));
    // 9 is the priority of a rule in the sheet's extensions.
    expect(priorities).toEqual([2, 3, 1, 4, 5, 6, 7, 8, 10, 11]);
    expect(sheet.indexOf("kenzan:")).toBeGreaterThan(sheet.indexOf("<phoneticPr"));
    expect(sheet.indexOf("kenzan:")).toBeLessThan(sheet.indexOf("<dataValidations"));
  });

  it("know themselves, name their cells and a style that exists", () => {
    const out = dressed(buildXlsx(spec));
    const sheet = textOf(out, "xl/worksheets/sheet1.xml");
    expect([...sheet.matchAll(/<formula>(.*?)<\/formula>/g)].every(([, formula]) => isMarkFormula(formula!))).toBe(
      true,
    );
    expect(sheet).toContain('<conditionalFormatting sqref="B2:B4 A9">');
    const styles = textOf(out, "xl/styles.xml");
    expect(styles).toMatch(/<dxfs count="2">/);
    expect(styles.split("<dxf>")).toHaveLength(3);
  });

  it("pass over sheets that do not exist", () => {
    const editor = open(buildXlsx(spec));
    editor.setMarks([marksOn("なし")]);
    expect(partsOf(editor.save())).toEqual(partsOf(buildXlsx(spec)));
  });
});

describe("notes", () => {
  const notesOf = (bytes: Uint8Array, sheet: string) => {
    const { Sheets } = sheetjs.read(bytes);
    return Object.entries(Sheets[sheet]!).flatMap(([cell, content]) =>
      cell.startsWith("!") ? [] : ((content as sheetjs.CellObject).c ?? []).map(({ a, t }) => [cell, a, t]),
    );
  };

  it("leave cells alone that have a comment or a thread", () => {
    const [, bytes] = fixtures.find(([name]) => name === "kitchen.xlsx")!;
    const editor = open(bytes);
    editor.setNotes([
      { sheet: "予算", row: 5, column: 4, text: "x" },
      { sheet: "予算", row: 6, column: 5, text: "x" },
      { sheet: "予算", row: 7, column: 5, text: "新しい注記" },
      { sheet: "なし", row: 7, column: 5, text: "x" },
    ]);
    const comments = textOf(editor.save(), "xl/comments1.xml");
    expect([...comments.matchAll(/<comment ref="(\w+)" authorId="(\d)"/g)].map(([, ...found]) => found)).toEqual([
      ["D5", "0"],
      ["E6", "1"],
      ["E7", "2"],
    ]);
    expect(comments).toContain("<author>Kenzan</author></authors>");
  });

  it("have shapes with numbers of their own, however many there are", () => {
    const [, bytes] = fixtures.find(([name]) => name === "kitchen.xlsx")!;
    const editor = open(bytes);
    editor.setNotes(
      ["予算", "明細"].flatMap((sheet) =>
        Array.from({ length: 1_500 }, (_, at) => ({ sheet, row: at + 40, column: 2, text: `注記${at}` })),
      ),
    );
    const out = unzipSync(editor.save());
    const vml = Object.entries(out).filter(([part]) => part.endsWith(".vml"));
    const ids = vml.flatMap(([, data]) =>
      [
        ...Buffer.from(data)
          .toString()
          .matchAll(/ id="(_x0000_s\d+)"/g),
      ].map(([, id]) => id),
    );
    expect(ids.length).toBeGreaterThan(3_000);
    expect(new Set(ids).size).toBe(ids.length);
    const maps = vml.flatMap(
      ([, data]) => /<o:idmap[^>]*data="([\d,]+)"/.exec(Buffer.from(data).toString())?.[1]?.split(",") ?? [],
    );
    expect(new Set(maps).size).toBe(maps.length);
    expect(ids.every((id) => maps.includes(String(Math.floor(Number(id!.slice(8)) / 1024))))).toBe(true);
  });

  it("stay in VML that is no well-formed XML", () => {
    const parts = unzipSync(dressed(buildXlsx(spec)));
    const drawing = Object.keys(parts).find((part) => part.endsWith(".vml"))!;
    const old = Buffer.from(parts[drawing]!).toString().replace("<div style", "<br><div style");
    const editor = open(zipParts({ ...parts, [drawing]: old }));
    editor.setNotes([{ sheet: "予算", row: 1, column: 1, text: "注記" }]);
    expect(notesOf(editor.save(), "予算")).toEqual([["A1", "Kenzan", "Kenzan:\n注記"]]);
  });
});

describe("the summary sheet", () => {
  const out = dressed(buildXlsx(spec));
  const sheet = textOf(out, "xl/worksheets/sheet3.xml");

  it("links to cells, prints on A4 and is known by a name", () => {
    expect(sheet).toContain(`<hyperlink ref="A4" location="'予算'!A1"`);
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>');
    const workbook = textOf(out, "xl/workbook.xml");
    expect(workbook).toContain("'検算結果'!$A$1:$C$7");
    expect(workbook).toMatch(/name="_xlnm.Print_Area" localSheetId="2">'検算結果'!\$A\$1:\$E\$20</);
  });

  it("holds a chart with the figures it shows, and a table with the headers of its cells", () => {
    const chart = textOf(out, "xl/charts/chart1.xml");
    expect(chart).toContain("<c:f>'検算結果'!$B$4:$B$5</c:f>");
    expect(chart).toContain('<c:pt idx="1"><c:v>2500</c:v></c:pt>');
    const table = textOf(out, "xl/tables/table1.xml");
    expect(table).toContain('ref="A3:B5"');
    expect(table).toContain('<tableColumn id="1" name="区分"/><tableColumn id="2" name="金額"/>');
  });

  it("names its table as no other table is named", () => {
    const table = { name: "kenzanlines", ref: "A1:B2" };
    const editor = open(buildXlsx({ sheets: [{ name: "S", rows: [["a", "b"]], tables: [table] }] }));
    editor.setSummary(smallModel("S"));
    const written = textOf(editor.save(), "xl/tables/table2.xml");
    expect(written).toMatch(/ id="2" name="KenzanLines2" displayName="KenzanLines2"/);
  });

  it("takes another name where a sheet of the user's has its own", () => {
    const editor = open(buildXlsx({ sheets: [{ name: "検算結果", rows: [["私のもの"]] }] }));
    editor.setSummary(smallModel("検算結果"));
    expect(read(editor.save()).sheets.map(({ name }) => name)).toEqual(["検算結果", "検算結果 (2)"]);
  });

  it("stays, as the user's own, where the user wrote beside it", () => {
    const parts = unzipSync(out);
    const more = sheet.replace("</sheetData>", '<row r="30"><c r="A30"><v>7</v></c></row></sheetData>');
    const cleaned = undressed(
      zipParts({ ...parts, "xl/worksheets/sheet3.xml": more, "xl/workbook.xml": touched(parts) }),
    );
    expect(cellAt(read(cleaned).sheets[2]!, 30, 1)?.value).toBe(7);
    expect(textOf(cleaned, "xl/workbook.xml")).not.toContain("Kenzan.Summary");
    expect(read(dressed(cleaned)).sheets.map(({ name }) => name)).toContain("検算結果 (2)");
  });

  it("is found again after it was renamed and moved, and other sheets keep their names and views", () => {
    const parts = unzipSync(out);
    const workbook = Buffer.from(parts["xl/workbook.xml"]!).toString();
    const [summary = ""] = /<sheet xmlns:r[^>]*検算結果[^>]*>/.exec(workbook) ?? [];
    const moved = workbook
      .replace(summary, "")
      .replace(
        "<sheets>",
        `<bookViews><workbookView activeTab="2"/></bookViews><sheets>${summary.replace("検算結果", "結 果")}`,
      )
      .replaceAll("検算結果", "結 果")
      .replace('localSheetId="2"', 'localSheetId="0"')
      .replace(
        "</definedNames>",
        '<definedName name="_xlnm.Print_Area" localSheetId="1">予算!$A$1</definedName></definedNames>',
      );
    const cleaned = undressed(zipParts({ ...parts, "xl/workbook.xml": moved }));
    expect(read(cleaned).sheets.map(({ name }) => name)).toEqual(["予算", "別'紙"]);
    const text = textOf(cleaned, "xl/workbook.xml");
    expect(text).toContain(
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">予算!$A$1</definedName></definedNames>',
    );
    expect(text).toContain('activeTab="1"');
    expect(Object.keys(unzipSync(cleaned)).filter((part) => /chart|drawing|table|customXml/.test(part))).toEqual([]);
  });
});

describe("edits of cells", () => {
  const sheetOf = (rows: string, extra = "") => ({
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${MAIN}">${rows}${extra}</worksheet>`,
  });
  const edited = (rows: string, edits: Parameters<ReturnType<typeof open>["setCell"]>[1][], parts = {}) => {
    const editor = open(buildXlsx({ sheets: [{ name: "S", rows: [] }], parts: { ...sheetOf(rows), ...parts } }));
    for (const edit of edits) editor.setCell("S", edit);
    return editor.save();
  };
  const sheetText = (bytes: Uint8Array) =>
    /<worksheet[^>]*>(.*)<\/worksheet>/s.exec(textOf(bytes, "xl/worksheets/sheet1.xml"))?.[1];

  it("write values of every kind, where they belong and with the format that the cell had", () => {
    const out = edited(
      '<sheetData><row r="2" ht="20"><c r="B2" s="0" t="str"><v>0</v></c><c r="D2"/></row></sheetData>',
      [
        { row: 2, column: 2, value: 1500 },
        { row: 2, column: 3, value: "旅費 & <b>" },
        { row: 2, column: 5, value: true },
        { row: 1, column: 1, value: { error: "#N/A" } },
        { row: 9, column: 27, value: 3, formula: "1+2" },
        { row: 9, column: 1, value: "a", formula: '"a"&""' },
      ],
    );
    expect(sheetText(out)).toBe(
      '<sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c></row><row r="2" ht="20"><c r="B2" s="0"><v>1500</v></c><c r="C2" t="inlineStr"><is><t xml:space="preserve">旅費 &amp; &lt;b&gt;</t></is></c><c r="D2"/><c r="E2" t="b"><v>1</v></c></row><row r="9"><c r="A9" t="str"><f>"a"&amp;""</f><v>a</v></c><c r="AA9"><f>1+2</f><v>3</v></c></row></sheetData>',
    );
    expect(textOf(out, "xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  it("open empty rows and empty sheets", () => {
    expect(sheetText(edited("<sheetData/>", [{ row: 1, column: 1, value: 1 }]))).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    );
    expect(sheetText(edited('<sheetData><row r="1" hidden="1"/></sheetData>', [{ row: 1, column: 2, value: 1 }]))).toBe(
      '<sheetData><row r="1" hidden="1"><c r="B1"><v>1</v></c></row></sheetData>',
    );
  });

  it("empty a cell, and let the last edit of a cell hold", () => {
    expect(
      sheetText(
        edited('<sheetData><row r="1"><c r="A1" s="0"><v>1</v></c></row></sheetData>', [
          { row: 1, column: 1, value: 5 },
          { row: 1, column: 1, value: null },
        ]),
      ),
    ).toBe('<sheetData><row r="1"><c r="A1" s="0"/></row></sheetData>');
  });

  it("write a shared formula out in the other cells when its first cell is edited", () => {
    const shared =
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>';
    const formulas = (bytes: Uint8Array) => read(bytes).sheets[0]?.rows.map(({ cells }) => cells[0]?.formula);
    expect(formulas(edited(shared, [{ row: 1, column: 1, value: 7 }]))).toEqual([null, "B2*2", "B3*2"]);
    expect(formulas(edited(shared, [{ row: 2, column: 1, value: 7 }]))).toEqual(["B1*2", null, "B3*2"]);
    const renewed = edited(shared, [{ row: 1, column: 1, value: 99, formula: "B1*2" }]);
    expect(sheetText(renewed)).toBe(shared.replace("<v>1</v>", "<v>99</v>"));
  });

  it("renew results of shared and array formulas without writing the formulas", () => {
    const rows =
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">D1:D2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c><c r="C2"><v>1</v></c></row></sheetData>';
    const out = edited(rows, [
      { row: 2, column: 1, value: 8, formula: "B2" },
      { row: 1, column: 3, value: 8, formula: "D1:D2" },
      { row: 2, column: 3, value: 8, formula: "D1:D2" },
    ]);
    expect(sheetText(out)).toBe(rows.replace(/(<f t="shared" si="0"\/><v>|D1:D2<\/f><v>|<c r="C2"><v>)1/g, "$18"));
  });

  it("name new functions as a file must, and read them as people write them", () => {
    const formula = 'XLOOKUP(A1,B:B,C:C)&"IFS("&FILTER(A:A,B:B)&SUM(1)';
    const out = edited("<sheetData/>", [{ row: 1, column: 1, value: "x", formula }]);
    expect(sheetText(out)).toContain('_xlfn.XLOOKUP(A1,B:B,C:C)&amp;"IFS("&amp;_xlfn._xlws.FILTER(A:A,B:B)&amp;SUM(1)');
    expect(read(out).sheets[0]?.rows[0]?.cells[0]?.formula).toBe(formula);
  });

  it("take cells without a formula out of the order of calculation", () => {
    const parts = {
      "xl/calcChain.xml": `${XML}<calcChain xmlns="${MAIN}"><c r="A1" i="1"/><c r="A2"/><c r="B1" i="2"/></calcChain>`,
      "xl/_rels/workbook.xml.rels": String(
        buildParts({ sheets: [{ name: "S", rows: [] }] })["xl/_rels/workbook.xml.rels"],
      ).replace(
        "</Relationships>",
        `<Relationship Id="rId9" Type="${REL}/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
    };
    const rows =
      '<sheetData><row r="1"><c r="A1"><f>1</f></c></row><row r="2"><c r="A2"><f>2</f></c></row></sheetData>';
    const chain = (bytes: Uint8Array) =>
      /<calcChain[^>]*>(.*)<\/calcChain>/.exec(textOf(bytes, "xl/calcChain.xml"))?.[1];
    expect(chain(edited(rows, [{ row: 1, column: 1, value: 1 }], parts))).toBe('<c i="1" r="A2"/><c r="B1" i="2"/>');
    expect(chain(edited(rows, [{ row: 1, column: 1, value: 1, formula: "2-1" }], parts))).toContain('r="A1"');
    const only = { ...parts, "xl/calcChain.xml": `${XML}<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>` };
    const out = unzipSync(edited(rows, [{ row: 1, column: 1, value: 1 }], only));
    expect(Object.keys(out)).not.toContain("xl/calcChain.xml");
    expect(Buffer.from(out["xl/_rels/workbook.xml.rels"]!).toString()).not.toContain("calcChain");
  });

  it("stay when marks and summary are taken away again", () => {
    const editor = open(dressed(buildXlsx(spec)));
    editor.setCell("予算", { row: 2, column: 2, value: 12 });
    editor.setMarks([marksOn("予算")]);
    const workbook = read(undressed(editor.save()));
    expect(cellAt(workbook.sheets[0]!, 2, 2)?.value).toBe(12);
  });

  it("name a sheet that exists", () => {
    expect(() => open(buildXlsx(spec)).setCell("なし", { row: 1, column: 1, value: 1 })).toThrow(RangeError);
  });
});

describe("workbooks to be careful with", () => {
  it("are not saved when signed, unless told", () => {
    const rels = String(buildParts(spec)["_rels/.rels"]).replace(
      "</Relationships>",
      '<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
    );
    const bytes = buildXlsx({ ...spec, parts: { "_rels/.rels": rels, "_xmlsignatures/origin.sigs": "" } });
    const editor = open(bytes);
    editor.setSummary(smallModel("予算"));
    expect(editor.isSigned).toBe(true);
    expect(() => editor.save()).toThrow(SignatureError);
    expect(read(editor.save({ breakSignature: true })).sheets).toHaveLength(3);
  });

  it("keep their macros", () => {
    const macros = new Uint8Array([1, 2, 3, 4]);
    const bytes = buildXlsx({ ...spec, parts: { "xl/vbaProject.bin": macros } });
    expect(unzipSync(dressed(bytes))["xl/vbaProject.bin"]).toEqual(macros);
  });

  it("say that their structure is locked", () => {
    const locked = bent((_, text) => text.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'));
    expect(open(locked).isStructureLocked).toBe(true);
    expect(open(buildXlsx(spec)).isStructureLocked).toBe(false);
  });

  it("are not led astray by a journal that is none", () => {
    const parts = unzipSync(dressed(buildXlsx(spec)));
    const journal = Object.keys(parts).find((part) => Buffer.from(parts[part]!).includes('urn:kenzan:journal:1">'))!;
    for (const json of ["", "{", "[]", '{"touched":[{}],"added":[]}', '{"touched":[],"added":[1]}']) {
      const text = `<journal xmlns="urn:kenzan:journal:1">${json}</journal>`;
      const cleaned = undressed(zipParts({ ...parts, [journal]: text }));
      expect(read(cleaned)).toEqual(read(buildXlsx(spec)));
    }
  });
});

it("fails with nothing but a WorkbookError, whatever is bent in a workbook", () => {
  const bytes = dressed(buildXlsx(spec));
  const parts = Object.entries(unzipSync(bytes)).map(([name, data]) => ({ name, data, stored: true }));
  const stored = writeZip(parts.map((part) => ({ ...part, declaredCrc: 0 })));
  let refused = 0;
  for (let at = 40; at < stored.length; at += 211) {
    const bent = stored.slice();
    bent[at] = (bent[at] as number) ^ (1 << (at % 7));
    try {
      const editor = editWorkbook(bent, { ...nodeCodec, crc32: () => 0 });
      editor.setMarks([marksOn("予算")]);
      editor.setSummary(smallModel("予算"));
      editor.save();
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(0);
});

const soffice = spawnSync("soffice", ["--version"]).status === 0;
(soffice ? describe : describe.skip)("LibreOffice", () => {
  const kinds = /^(kitchen|planning-clean|transformation-errors)\.|prefixed|strict|without styles|empty lists/;
  const various = workbooks.filter(([name]) => kinds.test(name));
  it("opens what was written, and calculates the same", () => {
    const directory = mkdtempSync(path.join(tmpdir(), "kenzan-"));
    try {
      const files = various.map(([, bytes], at) => {
        const file = path.join(directory, `${at}.xlsx`);
        writeFileSync(file, dressed(bytes));
        return file;
      });
      const profile = `-env:UserInstallation=file://${directory}/profile`;
      execFileSync(
        "soffice",
        [
          profile,
          "--headless",
          "--convert-to",
          "xlsx:Calc MS Excel 2007 XML",
          "--outdir",
          `${directory}/out`,
          ...files,
        ],
        {
          stdio: "ignore",
        },
      );
      various.forEach(([name], at) => {
        const resaved = new Uint8Array(readFileSync(path.join(directory, "out", `${at}.xlsx`)));
        const summary = read(resaved).sheets.at(-1)!;
        expect([name, summary.name, cellAt(summary, 6, 2)?.value]).toEqual([name, "検算結果", 3500]);
        // What LibreOffice made of Kenzan's own is found again, and taken away.
        expect(open(resaved).decisions).toBe(DECISIONS);
        const cleaned = undressed(resaved);
        expect(read(cleaned).sheets).toHaveLength(read(resaved).sheets.length - 1);
        expect(
          Object.entries(partsOf(cleaned))
            .filter(([, text]) => /kenzan/i.test(text))
            .map(([part]) => part),
        ).toEqual([]);
        expect(partsOf(undressed(dressed(cleaned)))).toEqual(partsOf(cleaned));
      });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
