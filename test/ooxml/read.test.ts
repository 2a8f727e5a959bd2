import { cellAt, cellName, type Cell, type Sheet } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { buildParts, buildXlsx, XML, zipParts, type XlsxSpec } from "./build";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const read = (spec: XlsxSpec) => readWorkbook(buildXlsx(spec), nodeCodec);

/** A workbook of one sheet whose `sheetData` (and what follows it) is written out. */
function readSheetXml(inside: string, extra: Partial<XlsxSpec> = {}): Sheet {
  const { parts, ...spec } = extra;
  const sheet = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${inside}</worksheet>`;
  const workbook = read({
    sheets: [{ name: "予算", rows: [] }],
    ...spec,
    parts: { "xl/worksheets/sheet1.xml": sheet, ...parts },
  });
  return workbook.sheets[0]!;
}

const readCells = (cells: string, extra: Partial<XlsxSpec> = {}): Record<string, Cell> => {
  const sheet = readSheetXml(`<sheetData>${cells}</sheetData>`, extra);
  return Object.fromEntries(
    sheet.rows.flatMap((row) => row.cells.map((cell) => [cellName(row.index, cell.column), cell])),
  );
};
const values = (cells: Record<string, Cell>) =>
  Object.fromEntries(Object.entries(cells).map(([name, { value }]) => [name, value]));

describe("values", () => {
  it("reads every kind of cell", () => {
    const cells =
      readCells(`<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="n"><v>-1E3</v></c><c r="C1" t="b"><v>1</v></c>
      <c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
      <c r="F1" t="inlineStr"><is><t>直書き</t></is></c><c r="G1" t="d"><v>2025-06-15</v></c>
      <c r="H1" t="d"><v>2025-06-15T12:00:00Z</v></c><c r="I1"><v>123456789012345678</v></c><c r="J1" t="b"><v>0</v></c></row>`);
    expect(values(cells)).toEqual({
      A1: 12.5,
      B1: -1000,
      C1: true,
      D1: { error: "#N/A" },
      E1: "ab",
      F1: "直書き",
      G1: 45823,
      H1: 45823.5,
      I1: 123456789012345680,
      J1: false,
    });
  });

  it("counts ISO dates from 1904 where the workbook does, and knows the leap day of 1900", () => {
    const cells = '<row r="1"><c r="A1" t="d"><v>2025-06-15</v></c></row>';
    expect(values(readCells(cells, { date1904: true }))).toEqual({ A1: 45823 - 1462 });
    expect(values(readCells('<row r="1"><c t="d"><v>1900-01-01</v></c><c t="d"><v>1900-03-01</v></c></row>'))).toEqual({
      A1: 1,
      B1: 61,
    });
  });

  it("leaves out cells without content, and keeps a formula without a result", () => {
    expect(values(readCells('<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1"><f>A1</f></c></row>'))).toEqual(
      {
        C1: null,
      },
    );
  });

  it("finds its place where row and cell names are missing", () => {
    expect(
      values(
        readCells(
          '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c/><c><v>5</v></c></row>',
        ),
      ),
    ).toEqual({ A1: 1, B1: 2, C5: 3, D5: 4, B6: 5 });
  });

  it("sorts rows and cells that come in disorder, the later of two winning", () => {
    const sheet = readSheetXml(
      '<sheetData><row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c><c r="B3"><v>3</v></c></row><row r="1"><c r="A1"><v>0</v></c></row><row r="3"><c r="D3"><v>4</v></c></row></sheetData>',
    );
    expect(sheet.rows.map(({ index, cells }) => [index, cells.map(({ value }) => value)])).toEqual([
      [1, [0]],
      [3, [1, 3, 4]],
    ]);
  });

  it("shows a number that is none as it stands", () => {
    expect(values(readCells('<row r="1"><c r="A1"><v>1,000</v></c></row>'))).toEqual({ A1: "1,000" });
  });
});

describe("texts", () => {
  const inline = (xml: string) =>
    values(readCells(`<row r="1"><c r="A1" t="inlineStr"><is>${xml}</is></c></row>`))["A1"];

  it("leaves furigana out", () => {
    const workbook = read({ sheets: [{ name: "S", rows: [[{ value: "旅費", furigana: "リョヒ" }]] }] });
    expect(cellAt(workbook.sheets[0]!, 1, 1)?.value).toBe("旅費");
    expect(inline('<t>旅費</t><rPh sb="0" eb="2"><t>リョヒ</t></rPh><phoneticPr fontId="1"/>')).toBe("旅費");
    expect(inline('<r><t>旅</t></r><r><t>費</t></r><rPh sb="0" eb="2"><t>リョヒ</t></rPh>')).toBe("旅費");
  });

  it("keeps inner and ideographic spaces, outer ones only where it must", () => {
    expect(inline("<t> a  b </t>")).toBe("a  b");
    expect(inline('<t xml:space="preserve"> a </t>')).toBe(" a ");
    expect(inline("<t>　全角　</t>")).toBe("　全角　");
  });

  it("resolves entities, CDATA, comments and escapes", () => {
    expect(inline("<t>A&amp;B &lt;1&gt; &quot;&apos; &#x5186;&#20870;</t>")).toBe("A&B <1> \"' 円円");
    expect(inline("<t>a<![CDATA[<b>&amp;]]>c<!-- <v>1</v> -->d<?x y?>e</t>")).toBe("a<b>&amp;cde");
    expect(inline("<t>1_x000A_2_x005F_x000A_</t>")).toBe("1\n2_x000A_");
    expect(inline('<t xml:space="preserve">1\r\n2\r3</t>')).toBe("1\n2\n3");
    expect(values(readCells('<row r="1"><c r="A1" t="str"><v>1_x000D_2</v></c></row>'))).toEqual({ A1: "1\r2" });
  });

  it("is not misled by what looks like a tag", () => {
    const cells = readCells(
      `<!-- <row r="9"><c r="A9"><v>9</v></c></row> --><row r='1' a=">" b='"/>'><?pi <c> ?><c t = 'n' r
      =  "A1" ><v >7</v
      ></c ></row>`,
    );
    expect(values(cells)).toEqual({ A1: 7 });
  });
});

describe("strike-through", () => {
  const struck = (cell: string, font = false) => {
    const parts = buildParts({ sheets: [{ name: "S", rows: [[{ value: "x", strike: true }]] }] });
    return readCells(`<row r="1"><c r="A1" s="${font ? 1 : 0}" t="inlineStr"><is>${cell}</is></c></row>`, {
      parts: { "xl/styles.xml": parts["xl/styles.xml"]! },
    })["A1"]?.struck;
  };
  const run = (text: string, properties?: string) =>
    `<r>${properties === undefined ? "" : `<rPr>${properties}</rPr>`}<t xml:space="preserve">${text}</t></r>`;

  it("follows the font of the cell, or all the runs of a rich text", () => {
    expect(struck("<t>a</t>", true)).toBe(true);
    expect(struck("<t>a</t>", false)).toBe(false);
    expect(struck(run("a", "<b/><strike/>") + run("b", '<strike val="1"/>'))).toBe(true);
    expect(struck(run("a", "<strike/>") + run("b", "<b/>"))).toBe(false);
    expect(struck(run("a", "<strike/>") + run("b", '<strike val="0"/>'))).toBe(false);
    expect(struck(run("a", "<strike/>") + run(" ", "<b/>"))).toBe(true);
  });

  it("lets runs without properties look as the cell does", () => {
    expect(struck(run("a") + run("b", "<strike/>"), true)).toBe(true);
    expect(struck(run("a") + run("b", "<strike/>"), false)).toBe(false);
    expect(struck(run("a", "<b/>"), true)).toBe(false);
  });
});

describe("number formats", () => {
  it("knows built-in, Japanese and custom codes", () => {
    const xf = (id: number) => `<xf numFmtId="${id}" fontId="0"/>`;
    const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;"/><numFmt numFmtId="38" formatCode="#,##0&quot;円&quot;"/></numFmts><fonts><font/></fonts><cellXfs>${[0, 3, 14, 27, 36, 50, 57, 58, 49, 176, 38].map(xf).join("")}</cellXfs></styleSheet>`;
    const cells = readCells(
      `<row r="1">${Array.from({ length: 11 }, (_, s) => `<c s="${s}"><v>1</v></c>`).join("")}</row>`,
      { parts: { "xl/styles.xml": styles } },
    );
    expect(Object.values(cells).map(({ format }) => format)).toEqual([
      null,
      "#,##0",
      "yyyy/m/d",
      "[$-411]ge.m.d",
      "[$-411]ge.m.d",
      "[$-411]ge.m.d",
      "[$-411]ge.m.d",
      '[$-411]ggge"年"m"月"d"日"',
      "@",
      '[$-411]ggge"年"',
      '#,##0"円"',
    ]);
  });
});

describe("formulas", () => {
  const formulas = (cells: string) =>
    Object.fromEntries(Object.entries(readCells(cells)).map(([name, { formula }]) => [name, formula]));

  it("writes a shared formula out for every cell", () => {
    expect(
      formulas(`<row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">A2*$B2+B$1+$A$1</f><v>1</v></c><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>
        <row r="3"><c r="C3"><f t="shared" si="0"/></c><c r="D3"><f t="shared" si="0"></f></c></row>`),
    ).toEqual({
      C2: "A2*$B2+B$1+$A$1",
      D2: "B2*$B2+C$1+$A$1",
      C3: "A3*$B3+B$1+$A$1",
      D3: "B3*$B3+C$1+$A$1",
    });
  });

  it.each([
    ["SUM(A1:B2)", "SUM(B2:C3)"],
    ["LOG10(A1)&ATAN2(1,2)", "LOG10(B2)&ATAN2(1,2)"],
    ['"A1"&A1&"""B2"""', '"A1"&B2&"""B2"""'],
    ["'A1 B2'!A1+Sheet1!A1+予算1!A1", "'A1 B2'!B2+Sheet1!B2+予算1!B2"],
    ["[1]A1!A1", "[1]A1!B2"],
    ["SUM(A:A,$B:C,1:1,$2:3)", "SUM(B:B,$B:D,2:2,$2:4)"],
    ["表1[[#This Row],[A1]]*A1", "表1[[#This Row],[A1]]*B2"],
    ["1E5+A1_x+A1.b+_A1+税率1", "1E5+A1_x+A1.b+_A1+税率1"],
    ["XFD1+A1048576", "#REF!+#REF!"],
    ["ABCD1+A0+XFE1", "ABCD1+A0+XFE1"],
    ["A1#+@A1", "B2#+@B2"],
    ["{1,2;3,4}*A1%", "{1,2;3,4}*B2%"],
  ])("moves %s to %s", (formula, moved) => {
    const escaped = formula.replaceAll("&", "&amp;");
    expect(
      formulas(
        `<row r="1"><c r="E1"><f t="shared" ref="E1:F2" si="7">${escaped}</f></c></row><row r="2"><c r="F2"><f t="shared" si="7"/></c></row>`,
      ),
    ).toEqual({ E1: formula, F2: moved });
  });

  it("gives the formula of an array to all of its cells", () => {
    expect(
      formulas(
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">X1:Y2*2</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>',
      ),
    ).toEqual({ A1: "X1:Y2*2", B1: "X1:Y2*2", C1: null, B2: "X1:Y2*2" });
  });

  it("shows functions by the name that people know", () => {
    expect(formulas('<row r="1"><c r="A1"><f>_xlfn.XLOOKUP(1,_xlfn._xlws.FILTER(B:B,1),C:C)</f></c></row>')).toEqual({
      A1: "XLOOKUP(1,FILTER(B:B,1),C:C)",
    });
  });
});

describe("sheets", () => {
  it("reads merges, hidden rows and columns, visibility and tables", () => {
    const workbook = read({
      sheets: [
        {
          name: "予算 & <明細>",
          rows: [
            ["品名", "金額"],
            ["A", 1],
            ["B", 2],
            ["計", 3],
          ],
          merges: ["A1:B1", "C3"],
          hiddenRows: [2],
          hiddenColumns: [2, 5],
          tables: [{ name: "表1", ref: "A1:B4", totalsRows: 1 }],
        },
        { name: "隠し", rows: [[1]], visibility: "hidden" },
        { name: "極秘", rows: [], visibility: "veryHidden" },
      ],
      date1904: true,
    });
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["予算 & <明細>", "visible"],
      ["隠し", "hidden"],
      ["極秘", "veryHidden"],
    ]);
    const [sheet] = workbook.sheets;
    expect(sheet?.rows.filter(({ hidden }) => hidden).map(({ index }) => index)).toEqual([2]);
    expect(sheet?.hiddenColumns).toEqual([2, 5]);
    expect(sheet?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 3, left: 3, bottom: 3, right: 3 },
    ]);
    expect(sheet?.tables).toEqual([
      { name: "表1", area: { top: 1, left: 1, bottom: 4, right: 2 }, headerRows: 1, totalsRows: 1 },
    ]);
  });

  it("takes rows and columns of no height or width as hidden", () => {
    const sheet = readSheetXml(
      '<cols><col min="2" max="3" width="0"/><col min="4" max="4" width="9" hidden="true"/></cols><sheetData><row r="1" ht="0" customHeight="1"><c><v>1</v></c></row></sheetData>',
    );
    expect(sheet.rows[0]?.hidden).toBe(true);
    expect(sheet.hiddenColumns).toEqual([2, 3, 4]);
  });

  it("reads an empty sheet, and one without cells", () => {
    expect(readSheetXml("<sheetData/>").rows).toEqual([]);
    expect(readSheetXml("").rows).toEqual([]);
  });

  it("skips chart sheets and ignores parts that the workbook does not name", () => {
    const parts = buildParts({
      sheets: [
        { name: "予算", rows: [[1]] },
        { name: "グラフ", rows: [] },
      ],
    });
    parts["xl/_rels/workbook.xml.rels"] = String(parts["xl/_rels/workbook.xml.rels"]).replace(
      /worksheet"( Target="worksheets\/sheet2)/,
      'chartsheet"$1',
    );
    parts["xl/worksheets/sheet9.xml"] = "<not xml";
    expect(readWorkbook(zipParts(parts)).sheets.map(({ name }) => name)).toEqual(["予算"]);
  });

  it("reads 10,000 merged cells, and merges that overlap", () => {
    const merges = Array.from({ length: 10_000 }, (_, at) => `A${at + 1}:C${at + 2}`);
    expect(read({ sheets: [{ name: "S", rows: [[1]], merges }] }).sheets[0]?.merges).toHaveLength(10_000);
  });
});

describe("packages as others write them", () => {
  const spec: XlsxSpec = {
    sheets: [
      {
        name: "予算",
        rows: [
          ["品名", "金額"],
          ["A", { value: 3, formula: "1+2", format: "0.0" }],
        ],
        merges: ["A1:B1"],
      },
    ],
  };
  const expected = readWorkbook(buildXlsx(spec));
  const bent = (bend: (part: string, text: string) => string | Uint8Array) =>
    readWorkbook(
      zipParts(
        Object.fromEntries(Object.entries(buildParts(spec)).map(([part, text]) => [part, bend(part, String(text))])),
      ),
    );

  it("reads prefixed SpreadsheetML", () => {
    expect(
      bent((part, text) =>
        part.startsWith("xl/") && !part.endsWith(".rels")
          ? text.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
          : text,
      ),
    ).toEqual(expected);
  });

  it("reads strict documents", () => {
    expect(
      bent((_, text) =>
        text
          .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll(REL, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
      ),
    ).toEqual(expected);
  });

  it.each(["/xl/$1", "./$1", "../xl/$1", "/xl/../xl/$1"])("resolves targets such as %s", (target) => {
    expect(
      bent((part, text) =>
        part === "xl/_rels/workbook.xml.rels" ? text.replace(/(?<=Target=")([^"]+)/g, target) : text,
      ),
    ).toEqual(expected);
  });

  it("compares part names without regard to case", () => {
    expect(
      bent((part, text) =>
        part === "xl/_rels/workbook.xml.rels" ? text.replace("sharedStrings.xml", "SharedStrings.xml") : text,
      ),
    ).toEqual(expected);
  });

  it("reads parts with a byte order mark, in UTF-16 and in a declared encoding", () => {
    expect(bent((_, text) => `\ufeff${text}`)).toEqual(expected);
    expect(
      bent((_, text) => new Uint8Array(Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le"))),
    ).toEqual(expected);
    const sjis = new Uint8Array([0x97, 0xb7, 0x94, 0xef]); // 旅費
    const [before, after] =
      `<?xml version="1.0" encoding="Shift_JIS"?><sst xmlns="${MAIN}"><si><t>|</t></si></sst>`.split("|");
    const cells = readCells('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
      parts: {
        "xl/sharedStrings.xml": new Uint8Array(Buffer.concat([Buffer.from(before!), sjis, Buffer.from(after!)])),
      },
    });
    expect(values(cells)).toEqual({ A1: "旅費" });
  });

  it("reads the rest where a cell names a text or a style that does not exist", () => {
    const row =
      '<row r="1"><c r="A1" t="s"><v>99999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" s="4711"><v>3</v></c></row>';
    const texts = (items: string) => ({
      parts: { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${items}</sst>` },
    });
    const cells = readCells(row, texts("<si><t>旅費</t></si>"));
    expect(values(cells)).toEqual({ A1: { error: "#REF!" }, B1: { error: "#REF!" }, C1: 3 });
    expect(() => readCells(row, texts(""))).toThrow(/no shared text/);
  });

  it("reads a workbook without styles or shared texts", () => {
    const workbook = readWorkbook(
      buildXlsx({
        sheets: [{ name: "S", rows: [[1]] }],
        parts: { "xl/styles.xml": null, "xl/sharedStrings.xml": null },
      }),
    );
    expect(cellAt(workbook.sheets[0]!, 1, 1)?.value).toBe(1);
  });
});
