/** Sheets of another workbook, put into one: they are what they were, and the workbook stays what it was. */
import { unzipSync } from "fflate";
import * as sheetjs from "xlsx";
import type { Sheet } from "../../src/core/workbook/workbook";
import { readAppearance } from "../../src/ooxml/appearance";
import { editWorkbook } from "../../src/ooxml/edit";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { schemes } from "../../src/schemes";
import { templateBook } from "../../src/template/book";
import { templateBytes } from "../../src/template/xlsx";
import { libreOffice, recalculate } from "../template/libreOffice";
import { buildParts, buildXlsx, zipParts } from "./build";
import { marksOn, smallModel } from "./model";
import { elements, lost, partsOf, textOf } from "./parts";
import { bent, fixtures, MAIN, spec, workbooks } from "./workbooks";

const open = (bytes: Uint8Array) => editWorkbook(bytes, nodeCodec);
const read = (bytes: Uint8Array) => readWorkbook(bytes, nodeCodec);
const template = templateBytes(templateBook(schemes.find(({ id }) => id === "fais-dx-2025")!));

function inserted(into: Uint8Array, donor = template): { bytes: Uint8Array; names: readonly string[] } {
  const editor = open(into);
  const names = editor.insertSheets(donor);
  return { bytes: editor.save({ breakSignature: true }), names };
}

/** The text of the part that a sheet stands in. */
function sheetText(bytes: Uint8Array, name: string): string {
  const [id] = /(?<=name="NAME"[^>]*?r:id=")[^"]*/.exec(
    textOf(bytes, "xl/workbook.xml").replace(`"${name}"`, '"NAME"'),
  )!;
  const target = new RegExp(`<[^>]*Id="${id}"[^>]*>`).exec(textOf(bytes, "xl/_rels/workbook.xml.rels"))![0];
  return textOf(bytes, `xl/${/Target="(?:\/xl\/)?([^"]*)"/.exec(target)![1]}`);
}

/** How every cell of a sheet looks. */
function looksOf(bytes: Uint8Array, name: string): object {
  const { looks, sheets } = readAppearance(bytes, nodeCodec);
  const { cells, ...sheet } = sheets.find((candidate) => candidate.name === name)!;
  return {
    ...sheet,
    cells: [...cells].map(([row, inRow]) => [row, [...inRow].map(([at, index]) => [at, looks[index]])]),
  };
}

/** Rewrites references to sheets that got another name. */
const following = (was: readonly string[], is: readonly string[]) => (text: string) =>
  text.replace(/(?:'([^'"]+)'|(\p{L}+))!/gu, (whole, quoted?: string, bare?: string) => {
    const renamed = is[was.indexOf(quoted ?? bare ?? "")] ?? whole;
    return was.includes(renamed) || renamed === whole ? whole : `'${renamed}'!`;
  });

const without = (sheet: Sheet): Sheet => ({ ...sheet, name: "" });

describe.each(workbooks)("a template inserted into %s", (_, before) => {
  const { bytes: after, names } = inserted(before);
  const parts = unzipSync(after);

  it("leaves every part as it is, but for the lists that name the new sheets and their styles", () => {
    const grown = /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/;
    for (const [part, data] of Object.entries(unzipSync(before))) {
      if (grown.test(part)) expect(lost(part, data, parts[part]!)).toEqual([]);
      else expect([part, Buffer.compare(parts[part]!, data)]).toEqual([part, 0]);
    }
    expect(read(after).sheets.slice(0, -names.length)).toEqual(read(before).sheets);
  });

  it("is what it was: values, formulas, formats, looks, sizes, checks of what is typed", () => {
    const [was, is] = [read(template).sheets, read(after).sheets.slice(-names.length)];
    expect(is.map(({ name }) => name)).toEqual(names);
    const renamed = following(
      was.map(({ name }) => name),
      names,
    );
    expect(is.map(without)).toEqual(JSON.parse(renamed(JSON.stringify(was.map(without)))));
    was.forEach(({ name }, at) => {
      expect(looksOf(after, names[at]!)).toEqual({ ...looksOf(template, name), name: names[at] });
      const rest = (text: string) => /<\/sheetData>.*<\/worksheet>/s.exec(text)?.[0];
      expect(rest(sheetText(after, names[at]!))).toBe(rest(renamed(sheetText(template, name))));
    });
  });

  it("is well-formed, typed and known to other readers", () => {
    for (const [part, data] of Object.entries(parts))
      if (/\.(xml|rels)$/.test(part)) expect(() => elements(part, data)).not.toThrow();
    expect(sheetjs.read(after).SheetNames.slice(-names.length)).toEqual(names);
    const own = Object.keys(parts).filter((part) => !(part in unzipSync(before)));
    for (const part of own) expect(textOf(after, "[Content_Types].xml")).toContain(`PartName="/${part}"`);
  });

  it("is the user's own: edits, marks and the summary come on top of it and go again", () => {
    const editor = open(after);
    editor.setCell(names[0]!, { row: 5, column: 2, value: "記入" });
    const edited = editor.save({ breakSignature: true });
    editor.setMarks(names.map(marksOn));
    editor.setSummary(smallModel(names[0]!));
    const dressed = editor.save({ breakSignature: true });
    expect(read(dressed).sheets.at(-1)?.name).toBe("検算結果");
    const bare = open(dressed);
    bare.decisions = null;
    expect(partsOf(bare.save({ breakSignature: true }))).toEqual(partsOf(edited));
  });
});

describe("where names are taken", () => {
  const first = inserted(buildXlsx(spec));
  const second = inserted(first.bytes);

  it("the new sheets get numbers, and their formulas, checks and names follow", () => {
    expect(second.names).toEqual(first.names.map((name) => `${name} (2)`));
    const { sheets } = read(second.bytes);
    const [was, is] = [sheets.slice(2, -second.names.length), sheets.slice(-second.names.length)];
    const renamed = following(first.names, second.names);
    expect(is.map(without)).toEqual(JSON.parse(renamed(JSON.stringify(was.map(without)))));
    expect(JSON.stringify(is)).toContain("'予算明細 (2)'!");
    const printed = [...textOf(second.bytes, "xl/workbook.xml").matchAll(/localSheetId="(\d+)">([^!]*)!/g)];
    for (const [, sheet, refersTo] of printed) expect(refersTo!.replaceAll("'", "")).toBe(sheets[Number(sheet)]!.name);
  });

  it("names given besides are taken, too, and no name grows too long", () => {
    expect(open(buildXlsx(spec)).insertSheets(template, ["申請情報"])[0]).toBe("申請情報 (2)");
    const long = "あ".repeat(31);
    const donor = buildXlsx({ sheets: [{ name: long, rows: [[1]] }] });
    expect(inserted(donor, donor).names).toEqual([`${"あ".repeat(27)} (2)`]);
  });
});

describe("what a sheet of one's own may hold", () => {
  const donor = zipParts({
    ...Object.fromEntries(Object.entries(buildParts(spec)).map(([part, text]) => [part, String(text)])),
    "xl/sharedStrings.xml": `<s:sst xmlns:s="${MAIN}"><s:si><s:r><s:t>太い</s:t></s:r><s:r><s:rPr><s:b/></s:rPr><s:t>字</s:t></s:r></s:si></s:sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts><font/><font><b/><name val="A &amp; B"/></font></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellXfs><xf/><xf fontId="1" numFmtId="14" quotePrefix="1"><protection locked="0"/></xf></cellXfs><dxfs><dxf/><dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="2" max="2" width="9" style="1"/></cols><sheetData><row r="1" s="1" customFormat="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>SUM('予算'!C1,[1]予算!C1,"予算!",別紙!A1,予算!C2)</f><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="1" priority="1"><formula>予算!$A$1&lt;3</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" sqref="A3"><formula1>予算!$A$1:$A$9</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="予算!A1"/></hyperlinks></worksheet>`,
  });
  const { bytes } = inserted(buildXlsx(spec), donor);
  const sheet = sheetText(bytes, "予算 (2)");
  const plain = open(buildXlsx(spec));

  it("rich texts, styles of rows and columns, rules, lists and links come along", () => {
    expect(sheet).toContain('t="inlineStr"><is><r><t>太い</t></r><r><rPr><b/></rPr><t>字</t></r></is></c>');
    expect(sheet).toContain("<f>SUM('予算 (2)'!C1,[1]予算!C1,\"予算!\",別紙!A1,'予算 (2)'!C2)</f>");
    expect(sheet).toContain("<formula>'予算 (2)'!$A$1&lt;3</formula>");
    expect(sheet).toContain("<formula1>'予算 (2)'!$A$1:$A$9</formula1>");
    expect(sheet).toContain(`location="'予算 (2)'!A1"`);
    expect(sheet).toContain('<mergeCell ref="A2:B2"/>');
    expect(sheet).not.toContain('tabSelected="1"');
    const style = /<row r="1" s="(\d+)"/.exec(sheet)![1];
    expect(sheet).toContain(`width="9" style="${style}"`);
    const { looks } = readAppearance(bytes, nodeCodec);
    expect(looks[Number(style)]).toMatchObject({ bold: true, font: "A & B" });
    expect(textOf(bytes, "xl/styles.xml")).toContain('quotePrefix="1"><protection locked="0"/></xf>');
    expect(readAppearance(bytes, nodeCodec).sheets.at(-2)?.rules).toMatchObject([{ fill: "#ff0000" }]);
  });

  it("a sheet with drawings or tables is refused before anything is changed", () => {
    const [, kitchen] = fixtures.find(([name]) => name === "kitchen.xlsx")!;
    expect(() => plain.insertSheets(kitchen)).toThrow(RangeError);
    expect(partsOf(plain.save())).toEqual(partsOf(buildXlsx(spec)));
  });

  it("a strict workbook gives its sheets to any other", () => {
    const strict = workbooks.find(([name]) => name === "a strict workbook")![1];
    const plainSpec = bent((part, text) =>
      part === "xl/workbook.xml" ? text.replace(/name="[^"]*"/, 'name="別"') : text,
    );
    expect(read(inserted(plainSpec, strict).bytes).sheets.map(without).slice(2)).toEqual(
      read(strict).sheets.map(without),
    );
    expect(textOf(inserted(plainSpec, strict).bytes, "xl/worksheets/sheet3.xml")).not.toContain("purl.oclc.org");
  });
});

(libreOffice === undefined ? describe.skip : describe)("LibreOffice", () => {
  it("opens the workbook and calculates the inserted sheets without an error", () => {
    const { bytes, names } = inserted(inserted(buildXlsx(spec)).bytes);
    const { sheets } = read(recalculate(new Map([["inserted", bytes]])).get("inserted")!);
    expect(sheets.slice(-names.length).map(({ name }) => name)).toEqual(names);
    const values = sheets.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(values.filter((value) => typeof value === "object" && value !== null)).toEqual([]);
  });
});
