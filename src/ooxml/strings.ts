import { TagScanner, type Tag } from "./tag-scanner";
import { isTrue, unescapeXstring } from "./xml";

/** A text as cells show it: furigana left out, runs of rich text joined. */
export interface CellText {
  readonly text: string;
  /** Whether the runs of a rich text are all struck through; null = as the cell's own font says. */
  readonly struck: boolean | null;
}

/** The shared texts, by the index that cells name. */
export function readSharedStrings(text: string, part: string): CellText[] {
  const strings: CellText[] = [];
  const scanner = new TagScanner(text, part);
  let tag = scanner.next();
  const prefix = prefixOf(scanner.name);
  if (scanner.name !== `${prefix}sst`) scanner.fail(`<${scanner.name}> holds no shared texts`);
  const item = `${prefix}si`;
  while (tag !== "end") {
    tag = scanner.next();
    if (scanner.name === item && tag === "open") strings.push(readText(scanner, prefix));
    else if (scanner.name === item && tag === "empty") strings.push({ text: "", struck: null });
    else if (tag === "open") scanner.skip();
  }
  return strings;
}

/** Reads a CT_Rst, `si` or `is`, whose open tag the scanner has just read, up to its end. */
export function readText(scanner: TagScanner, prefix: string): CellText {
  const runs = new Set<boolean | null>();
  let text = "";
  for (let tag = scanner.next(); tag !== "close"; tag = scanner.next()) {
    if (scanner.name === `${prefix}t`) text += readPiece(scanner, tag);
    else if (scanner.name === `${prefix}r` && tag === "open") {
      const run = readRun(scanner, prefix);
      text += run.text;
      if (run.text.trim() !== "") runs.add(run.struck);
    } else if (tag === "open") scanner.skip(); // rPh: furigana
  }
  const struck = runs.has(false) ? false : runs.has(null) || runs.size === 0 ? null : true;
  return { text, struck };
}

/** A run without properties of its own looks as the cell does. */
function readRun(scanner: TagScanner, prefix: string): CellText {
  let text = "";
  let struck: boolean | null = null;
  for (let tag = scanner.next(); tag !== "close"; tag = scanner.next()) {
    if (scanner.name === `${prefix}t`) text += readPiece(scanner, tag);
    else if (scanner.name === `${prefix}rPr`) struck = tag === "open" && readStrike(scanner, prefix);
    else if (tag === "open") scanner.skip();
  }
  return { text, struck };
}

function readStrike(scanner: TagScanner, prefix: string): boolean {
  let struck = false;
  for (let tag = scanner.next(); tag !== "close"; tag = scanner.next()) {
    if (scanner.name === `${prefix}strike`) struck = isTrue(scanner.attribute("val"), true);
    if (tag === "open") scanner.skip();
  }
  return struck;
}

function readPiece(scanner: TagScanner, tag: Tag): string {
  if (tag === "empty") return "";
  const keepSpace = scanner.attribute("xml:space") === "preserve";
  const content = scanner.content();
  return unescapeXstring(keepSpace ? content : trimXml(content));
}

/** White space in XML's sense only: an ideographic space is text. */
const trimXml = (text: string): string =>
  text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32
    ? text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "")
    : text;

/** "x:sst" → "x:" */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(":") + 1);
