import { deflateRawSync } from "node:zlib";
import { readWorkbook, WorkbookError } from "../../src/ooxml/read";
import { portableCodec } from "../../src/ooxml/zip/codec";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { buildParts, buildXlsx, XML } from "./build";
import { writeZip, type EntrySpec } from "./zip";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CODECS = { portable: portableCodec, node: nodeCodec };

/** What happened to the bytes: "read", or the code of the error. Anything but a WorkbookError fails the test. */
function outcome(bytes: Uint8Array, codec = nodeCodec): string {
  try {
    readWorkbook(bytes, codec);
    return "read";
  } catch (error) {
    if (error instanceof WorkbookError) return error.code;
    throw error;
  }
}

const entries = (bend: (entry: EntrySpec) => Partial<EntrySpec> = () => ({}), sheetXml?: string): EntrySpec[] => {
  const parts = buildParts({
    sheets: [
      {
        name: "予算",
        rows: [
          ["品名", "金額"],
          ["A", 1],
        ],
      },
    ],
  });
  if (sheetXml !== undefined) parts["xl/worksheets/sheet1.xml"] = sheetXml;
  return Object.entries(parts).map(([name, data]) => ({ name, data, ...bend({ name, data }) }));
};
const sheetOnly = (bend: Partial<EntrySpec>) => (entry: EntrySpec) =>
  entry.name === "xl/worksheets/sheet1.xml" ? bend : {};
const withSheet = (xml: string) => writeZip(entries(undefined, xml));
const worksheet = (inside: string) => `${XML}<worksheet xmlns="${MAIN}">${inside}</worksheet>`;

describe("containers that are sound", () => {
  const plain = readWorkbook(writeZip(entries()), nodeCodec);
  it.each<[string, EntrySpec[], Parameters<typeof writeZip>[1]]>([
    ["stored entries", entries(() => ({ stored: true })), {}],
    ["data descriptors", entries(() => ({ descriptor: true })), {}],
    ["zip64 entries and directory", entries(() => ({ zip64: true })), { zip64: true }],
    ["folders and a comment", [{ name: "xl/", data: "", stored: true }, ...entries()], { comment: "PK\x05\x06" }],
    ["back slashes", entries(({ name }) => ({ name: name.replaceAll("/", "\\") })), {}],
  ])("reads %s", (_, specs, options) => {
    expect(readWorkbook(writeZip(specs, options), nodeCodec)).toEqual(plain);
    expect(readWorkbook(writeZip(specs, options), portableCodec)).toEqual(plain);
  });
});

describe("what is no workbook", () => {
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(500),
      Buffer.from(name, "utf16le"),
    ]);
  const withWorkbook = (target: string, data: string) =>
    writeZip([
      {
        name: "_rels/.rels",
        data: String(buildParts({ sheets: [] })["_rels/.rels"]).replace("xl/workbook.xml", target),
      },
      { name: target, data },
    ]);
  it.each<[string, Uint8Array, string]>([
    ["no bytes", new Uint8Array(), "empty"],
    ["text", Buffer.from("品名,金額\nA,1\n"), "not-zip"],
    ["one byte", Buffer.from("P"), "not-zip"],
    ["an encrypted workbook", ole("EncryptedPackage"), "encrypted"],
    ["a workbook of before 2007", ole("Workbook"), "legacy-xls"],
    ["an entry with a password", writeZip(entries(sheetOnly({ flags: 1 }))), "encrypted"],
    ["any other zip", writeZip([{ name: "a.txt", data: "a" }]), "no-workbook"],
    ["a zip without entries", writeZip([]), "no-workbook"],
    ["a text document", withWorkbook("word/document.xml", '<w:document xmlns:w="urn:w"/>'), "no-workbook"],
    ["a binary workbook", withWorkbook("xl/workbook.bin", "\x83\x01"), "binary-workbook"],
  ])("says so of %s", (_, bytes, code) => {
    expect(outcome(new Uint8Array(bytes))).toBe(code);
  });
});

describe.each(Object.entries(CODECS))("damaged containers, %s codec", (_, codec) => {
  it.each<[string, Uint8Array, string]>([
    ["a wrong checksum", writeZip(entries(sheetOnly({ declaredCrc: 1 }))), "damaged"],
    ["a length declared too short", writeZip(entries(sheetOnly({ declaredSize: 10 }))), "damaged"],
    ["a length declared too long", writeZip(entries(sheetOnly({ declaredSize: 10_000 }))), "damaged"],
    ["an unknown compression", writeZip(entries(sheetOnly({ method: 12 }))), "damaged"],
    [
      "a local header with another name",
      writeZip(entries(sheetOnly({ localName: "xl/worksheets/sheet2.xml" }))),
      "damaged",
    ],
    ["a part that exists twice", writeZip([...entries(), ...entries().slice(-1)]), "damaged"],
    ["part names that differ in case only", writeZip([...entries(), { name: "XL/Workbook.xml", data: "" }]), "damaged"],
    [
      "entries that overlap",
      writeZip([...entries(), { name: "x", data: "x", localName: "[Content_Types].xml", offset: 0 }]),
      "damaged",
    ],
    ["an entry beyond the end", writeZip([...entries(), { name: "x", data: "x", offset: 99_999_999 }]), "damaged"],
    ["no sheet part", writeZip(entries().filter(({ name }) => !name.includes("sheet1"))), "damaged"],
  ])("refuses %s", (_what, bytes, code) => {
    expect(outcome(bytes, codec)).toBe(code);
  });

  it("notices every truncation", () => {
    const bytes = buildXlsx({ sheets: [{ name: "S", rows: [["a", 1]] }] });
    for (let length = 1; length < bytes.length; length += 1) {
      expect([length, outcome(bytes.subarray(0, length), codec)]).not.toEqual([length, "read"]);
    }
  });

  it("never fails but with a WorkbookError, whatever byte is bent", () => {
    const bytes = buildXlsx({ sheets: [{ name: "S", rows: [["a", { value: 1, formula: "A1" }]], merges: ["A1:B1"] }] });
    for (let at = 0; at < bytes.length; at += 1) {
      const bent = bytes.slice();
      bent[at] = (bent[at] as number) ^ (1 << (at % 8));
      expect(typeof outcome(bent, codec)).toBe("string");
    }
  });
});

describe("bombs", () => {
  /** Equal bytes, deflated: about a thousandth of them. */
  const size = 80 * 2 ** 20;
  const block = deflateRawSync(Buffer.alloc(size));

  it.each(Object.entries(CODECS))("refuses 1.5 GB from 1.5 MB, declared or not, %s codec", (_, codec) => {
    // One stream of 1.5 GB takes long to make: a stream of 80 MB with the same headers acts the same.
    const template = writeZip(entries(sheetOnly({ data: block, stored: true })));
    const declared = (bytes: number) => withDeclaredSize(template, block.length, bytes);
    expect(outcome(declared(1.5 * 2 ** 30), codec)).toBe("too-large");
    expect(outcome(declared(size), codec)).toBe("too-large");
    expect(outcome(declared(500), codec)).toBe("damaged");
    expect(outcome(declared(8 * 2 ** 20), codec)).toBe("damaged");
  });

  it("refuses many parts that are large together, and too many parts", () => {
    const parts = Array.from({ length: 20 }, (_, at) => ({ name: `x${at}`, data: "x", declaredSize: 60 * 2 ** 20 }));
    expect(outcome(writeZip([...entries(), ...parts]))).toBe("too-large");
    const many = Array.from({ length: 20_001 }, (_, at) => ({ name: `x${at}`, data: "", stored: true }));
    expect(outcome(writeZip(many))).toBe("too-large");
  });

  it("refuses entities that a document declares", () => {
    const doctype = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
    const xml = worksheet('<sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData>');
    expect(outcome(withSheet(xml.replace("<worksheet", `${doctype}<worksheet`)))).toBe("damaged");
    for (const part of ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"]) {
      const bent = entries((entry) =>
        entry.name === part ? { data: String(entry.data).replace("?>", `?>${doctype}`) } : {},
      );
      expect([part, outcome(writeZip(bent))]).toEqual([part, "damaged"]);
    }
  });

  it("refuses a long shared formula that would fill the memory", () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, at) =>
        `<row><c><f t="shared" ${at === 0 ? 'ref="A1:A40000"' : ""} si="0">${at === 0 ? `B1${"+1".repeat(4_000)}` : ""}</f></c></row>`,
    );
    expect(outcome(withSheet(worksheet(`<sheetData>${rows.join("")}</sheetData>`)))).toBe("too-large");
  });

  it("refuses array formulas that overlap without end", () => {
    const rows = Array.from({ length: 3_000 }, () => '<row><c><f t="array" ref="A1:A3000">B1</f></c></row>');
    expect(outcome(withSheet(worksheet(`<sheetData>${rows.join("")}</sheetData>`)))).toBe("damaged");
  });

  it("refuses elements nested without end", () => {
    const deep = (count: number) => `${"<a>".repeat(count)}${"</a>".repeat(count)}`;
    expect(outcome(withSheet(worksheet(deep(100_000))))).toBe("damaged");
    expect(outcome(withSheet(worksheet(`<sheetData>${deep(100_000)}</sheetData>`)))).toBe("read");
  });
});

describe("broken XML", () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
  it.each([
    worksheet(`<sheetData>${row}`),
    worksheet(`<sheetData>${row}</sheetDate>`),
    worksheet(`<sheetData>${row}</sheetData><sheetData/>`),
    worksheet(`<sheetData>${row}</row></sheetData>`),
    worksheet('<sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData>'),
    worksheet("<sheetData><row r=1></row></sheetData>"),
    worksheet('<sheetData><row r="1></row></sheetData>'),
    worksheet("<sheetData><row r></row></sheetData>"),
    worksheet('<sheetData><row r="1"s="2"/></sheetData>'),
    worksheet('<sheetData><row r="1"/ ></sheetData>'),
    worksheet('<sheetData><row r="<"/></sheetData>'),
    worksheet("<sheetData><row <c/></row></sheetData>"),
    worksheet("<sheetData>< row/></sheetData>"),
    worksheet('<sheetData><row r="0"/></sheetData>'),
    worksheet('<sheetData><row r="1048577"/></sheetData>'),
    worksheet('<sheetData><row r="x"/></sheetData>'),
    worksheet('<sheetData><row r="1"><c r="XFE1"/></row></sheetData>'),
    worksheet('<sheetData><row r="1"><c r="A2"/></row></sheetData>'),
    worksheet('<sheetData><row r="1"><c r="A1" t="s"><v> </v></c></row></sheetData>'),
    worksheet('<sheetData><row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row></sheetData>'),
    worksheet('<sheetData><row r="1"><c r="A1" t="str"><v>a & b</v></c></row></sheetData>'),
    worksheet('<sheetData><row r="1"><c r="A1" t="str"><v>&#x110000;</v></c></row></sheetData>'),
    worksheet("<sheetData><!-- </sheetData>"),
    worksheet("<sheetData><![CDATA[ </sheetData>"),
    worksheet("<sheetData><!ELEMENT a></sheetData>"),
    worksheet('<sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells>'),
    worksheet("<sheetData/><mergeCells><mergeCell/></mergeCells>"),
    worksheet("<sheetData/><undeclared:x/>"),
    "<worksheet",
    "",
    "<html></html>",
    `${worksheet("<sheetData/>")}<more/>`,
  ])("refuses %s", (xml) => {
    expect(outcome(withSheet(xml))).toBe("damaged");
  });

  it("refuses bytes that are no UTF-8", () => {
    const [before = "", after = ""] = worksheet(`<sheetData><row><c t="str"><v>|</v></c></row></sheetData>`).split("|");
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0x97, 0xb7]), Buffer.from(after)]);
    expect(outcome(writeZip(entries(sheetOnly({ data: new Uint8Array(bytes) }))))).toBe("damaged");
  });
});

/** Turns the stored bomb into a deflated entry whose headers declare `size` bytes. */
function withDeclaredSize(zip: Uint8Array, length: number, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    const signature = view.getUint32(at, true);
    const shift = signature === 0x04034b50 ? 0 : signature === 0x02014b50 ? 2 : -1;
    if (shift < 0 || view.getUint32(at + 18 + shift, true) !== length) continue;
    view.setUint16(at + 8 + shift, 8, true);
    view.setUint32(at + 22 + shift, size, true);
  }
  return bytes;
}
