/** What other readers make of the same files. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import * as sheetjs from "xlsx";
import { cellName, isCellError, type CellValue } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { TagScanner } from "../../src/ooxml/tag-scanner";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { portableCodec } from "../../src/ooxml/zip/codec";
import { buildXlsx } from "./build";

const fixtures = ["samples", "kitchen"].flatMap((folder) => {
  const directory = path.join(__dirname, "../fixtures", folder);
  return readdirSync(directory)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => path.join(directory, name));
});

type Cells = Record<string, { value: CellValue; formula: string | null }>;

function ours(bytes: Uint8Array): Record<string, Cells> {
  return Object.fromEntries(
    readWorkbook(bytes, nodeCodec).sheets.map((sheet) => [
      sheet.name,
      Object.fromEntries(
        sheet.rows.flatMap((row) =>
          row.cells.map(({ column, value, formula }) => [cellName(row.index, column), { value, formula }]),
        ),
      ),
    ]),
  );
}

function theirs(bytes: Uint8Array): Record<string, Cells> {
  const workbook = sheetjs.read(bytes, { cellFormula: true });
  return Object.fromEntries(
    Object.entries(workbook.Sheets).map(([name, sheet]) => [
      name,
      Object.fromEntries(
        Object.entries(sheet)
          .filter(([key]) => !key.startsWith("!"))
          .map(([key, cell]: [string, sheetjs.CellObject]) => [
            key,
            {
              value: cell.t === "e" ? { error: String(cell.w) } : ((cell.v ?? null) as CellValue),
              formula: cell.f ?? null,
            },
          ])
          // It gives an empty cell for every styled one.
          .filter(([, cell]) => (cell as Cells[string]).value !== null || (cell as Cells[string]).formula !== null),
      ),
    ]),
  );
}

describe.each(fixtures.map((file) => [path.basename(file), file]))("%s", (_, file) => {
  const bytes = new Uint8Array(readFileSync(file));

  it("has the values and formulas that SheetJS finds", () => {
    const expected = theirs(bytes);
    for (const [name, cells] of Object.entries(ours(bytes))) {
      for (const [cell, { value, formula }] of Object.entries(cells)) {
        const other = expected[name]?.[cell];
        expect([name, cell, value]).toEqual([name, cell, other?.value]);
        // SheetJS leaves the other cells of an array without a formula.
        if (other?.formula !== null) expect([name, cell, formula]).toEqual([name, cell, other?.formula]);
      }
      expect(Object.keys(cells).sort()).toEqual(Object.keys(expected[name] ?? {}).sort());
    }
  });

  it("reads the same without Node's zlib", () => {
    expect(readWorkbook(bytes, portableCodec)).toEqual(readWorkbook(bytes, nodeCodec));
  });
});

it("gives back whatever texts and numbers a workbook was built from", () => {
  const literal = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.integer(),
    fc.boolean(),
    // U+FFFE and control characters cannot stand in XML; "_x" is an escape there.
    fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/[\p{Cc}\ufffe\uffff]|_x/u.test(text)),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.array(literal, { maxLength: 5 }), { maxLength: 5 }), (rows) => {
      const [sheet] = readWorkbook(buildXlsx({ sheets: [{ name: "S", rows }] })).sheets;
      const expected = rows.flatMap((cells, row) =>
        cells.flatMap((value, column) => (value === null ? [] : [[cellName(row + 1, column + 1), value]])),
      );
      const found = sheet?.rows.flatMap((row) =>
        row.cells.map(({ column, value }) => [cellName(row.index, column), isCellError(value) ? value.error : value]),
      );
      expect(found).toEqual(expected);
    }),
  );
});

describe("the tag scanner against saxes", () => {
  const name = fc.constantFrom("a", "b", "x:c", "row");
  const text = fc.string({ unit: fc.constantFrom("a", " ", "&amp;", "&#65;", "\r\n", "円", ">", "'", '"') });
  const value = fc.string({ unit: fc.constantFrom("a", "/", ">", "=", "&lt;", "円") });
  const attributes = fc
    .uniqueArray(fc.tuple(fc.constantFrom("r", "s", "long", "x:y"), value, fc.constantFrom("'", '"')), {
      selector: ([key]) => key,
    })
    .map((list) =>
      list.map(([key, content, quote]) => ` ${key}${quote === "'" ? " = " : "="}${quote}${content}${quote}`).join(""),
    );
  const misc = fc.constantFrom("<!-- <a> -->", "<![CDATA[<a>&amp;]]>", "<?pi <b> ?>");
  const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
    element: fc
      .tuple(name, attributes, fc.array(tie("node"), { maxLength: 3 }), fc.boolean())
      .map(([tag, list, children, short]) =>
        children.length === 0 && short ? `<${tag}${list}/>` : `<${tag}${list} >${children.join("")}</${tag}\n>`,
      ),
    node: fc.oneof({ depthSize: "small" }, text, misc, tie("element")),
  }));
  const KEYS = ["r", "s", "long", "x:y"];

  function withSaxes(xml: string): string[] {
    const events: string[] = [];
    let content = "";
    const parser = new SaxesParser({ xmlns: false });
    parser.on("text", (piece) => (content += piece));
    parser.on("cdata", (piece) => (content += piece));
    parser.on("opentag", (tag) => {
      events.push(content, `<${tag.name} ${KEYS.map((key) => tag.attributes[key]).join("|")}`);
      content = "";
    });
    parser.on("closetag", (tag) => {
      events.push(content, `>${tag.name}`);
      content = "";
    });
    parser.write(xml).close();
    return events;
  }

  function withScanner(xml: string): string[] {
    const events: string[] = [];
    const scanner = new TagScanner(xml, "test");
    for (;;) {
      const content = scanner.depth === 0 ? "" : scanner.textBeforeTag();
      const tag = scanner.next();
      if (tag === "end") return events;
      if (tag === "close") events.push(content, `>${scanner.name}`);
      else events.push(content, `<${scanner.name} ${KEYS.map((key) => scanner.attribute(key)).join("|")}`);
      if (tag === "empty") events.push("", `>${scanner.name}`);
    }
  }

  it("finds the same tags, attributes and texts in any document", () => {
    fc.assert(
      fc.property(element, (xml) => expect(withScanner(xml)).toEqual(withSaxes(xml))),
      { numRuns: 300 },
    );
  });

  it("refuses a document that lost its end", () => {
    fc.assert(
      fc.property(element, fc.nat(), (xml, cut) => {
        const short = xml.slice(0, cut % xml.length);
        fc.pre(short.trim() !== "");
        expect(() => withScanner(short)).toThrow("test:");
      }),
    );
  });
});
