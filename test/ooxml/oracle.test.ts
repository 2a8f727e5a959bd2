/** What other readers make of the same files. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import * as sheetjs from "xlsx";
import { cellName, isCellError, type CellValue } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { TagScanner } from "../../src/ooxml/tag-scanner";
import { readXml } from "../../src/ooxml/xml";
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
  const value = fc.string({ unit: fc.constantFrom("a", "/", ">", "=", "&lt;", "円", "\n", "\t", "\r\n", "&#10;") });
  const quote = fc.constantFrom("'", '"');
  const attribute = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom("r", "s", "long", "x:y"), value, quote) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom("xmlns", "xmlns:x"), fc.constantFrom("urn:a", "urn:x/r"), quote) },
  );
  const attributes = fc
    .uniqueArray(attribute, { selector: ([key]) => key })
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

  const inNamespaces = (xml: string): string =>
    `<?xml version="1.0"?>\n<root xmlns:x="urn:x">${xml}</root>\n<!-- end -->`;

  /** Paths, attributes and texts, texts between two tags as one. */
  function events(read: (event: (kind: "<" | "=" | ">", told: string) => void) => void): string[] {
    const found: string[] = [];
    read((kind, told) => {
      if (kind === "=" && found.at(-1)?.startsWith("=") === true) found[found.length - 1] += told;
      else if (kind !== "=" || told !== "") found.push(`${kind}${told}`);
    });
    return found;
  }

  const visited = (xml: string): string[] =>
    events((event) =>
      readXml(xml, "test", {
        open: (path, element) =>
          event("<", [path, ...["r", "s", "long"].map((key) => element.get(key)), element.getIn("/r", "y")].join("|")),
        text: (_, text) => event("=", text),
        close: (path) => event(">", path),
      }),
    );

  const resolved = (xml: string): string[] =>
    events((event) => {
      const paths: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      let home: string | null = null;
      parser.on("error", (error) => {
        throw error;
      });
      parser.on("text", (text) => paths.length > 0 && event("=", text));
      parser.on("cdata", (text) => event("=", text));
      parser.on("opentag", ({ uri, local, attributes: all }) => {
        home ??= uri;
        const name = uri === home ? local : `{${uri}}${local}`;
        paths.push(paths.length === 0 ? name : `${String(paths.at(-1))}/${name}`);
        const within = Object.values(all).find((one) => one.uri.endsWith("/r") && one.local === "y");
        event("<", [paths.at(-1), ...["r", "s", "long"].map((key) => all[key]?.value), within?.value].join("|"));
      });
      parser.on("closetag", () => event(">", String(paths.pop())));
      parser.write(xml).close();
    });

  it("finds the same paths through namespaces", () => {
    fc.assert(
      fc.property(element, (xml) => expect(visited(inNamespaces(xml))).toEqual(resolved(inNamespaces(xml)))),
      { numRuns: 300 },
    );
  });

  it.each([
    ["nothing", " <!-- --> "],
    ["two roots", "<a/><b/>"],
    ["text before the root", "a<a/>"],
    ["text behind the root", "<a/>a"],
    ["a prefix that is not declared", "<a><x:b/></a>"],
    ["a prefix that is declared elsewhere", '<a><b xmlns:x="urn:x"/><x:b/></a>'],
  ])("refuses %s, as saxes does", (_, xml) => {
    expect(() => visited(xml)).toThrow("test:");
    expect(() => resolved(xml)).toThrow();
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
