/** Workbooks of every make that must come through writing unharmed. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildParts, buildXlsx, zipParts } from "./build";
import { writeZip } from "./zip";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships";

export const spec = {
  sheets: [
    {
      name: "予算",
      rows: [
        ["品名", "金額"],
        ["A", 1],
        ["B", 2],
      ],
    },
    { name: "別'紙", rows: [[1]] },
  ],
};
export const bent = (bend: (part: string, text: string) => string) =>
  zipParts(
    Object.fromEntries(Object.entries(buildParts(spec)).map(([part, text]) => [part, bend(part, String(text))])),
  );
const prefixed = bent((part, text) =>
  part.startsWith("xl/") && !part.endsWith(".rels")
    ? text.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
    : text,
);
const strict = bent((_, text) => text.replaceAll(MAIN, STRICT_MAIN).replaceAll(REL, STRICT_REL));

export const fixtures: [string, Uint8Array][] = ["samples", "kitchen"].flatMap((folder) => {
  const directory = path.join(__dirname, "../fixtures", folder);
  return readdirSync(directory)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name): [string, Uint8Array] => [name, new Uint8Array(readFileSync(path.join(directory, name)))]);
});
export const workbooks: [string, Uint8Array][] = [
  ...fixtures,
  ["a plain workbook", buildXlsx(spec)],
  ["prefixed SpreadsheetML", prefixed],
  ["a strict workbook", strict],
  ["a workbook without styles", buildXlsx({ ...spec, parts: { "xl/styles.xml": null } })],
  [
    "empty lists",
    bent((_, text) =>
      text
        .replace("<sheetData>", "<sheetData >")
        .replace("</sheets>", "</sheets><definedNames/>")
        .replace("</styleSheet>", '<dxfs count="0"/></styleSheet>'),
    ),
  ],
  ["byte order marks", bent((_, text) => `\ufeff${text}`)],
  [
    "stored entries and data descriptors",
    writeZip(
      Object.entries(buildParts(spec)).map(([name, data], at) => ({
        name,
        data,
        stored: at % 2 === 0,
        descriptor: at % 3 === 0,
      })),
    ),
  ],
];
