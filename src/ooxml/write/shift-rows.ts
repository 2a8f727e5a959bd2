/**
 * A row put into a sheet, or taken out of it again: what stands below moves, and whatever refers to it follows, on every
 * sheet, in names, charts, notes and drawings. Shared formulas are written out, since their copies would no longer agree.
 */
import { cellAt, cellName, columnNumber, type Area, type Sheet } from "../../core/workbook/workbook";
import { isSameName, shiftedRow, withFutureFunctionPrefix, withRowsShifted, type RowShift } from "../formulas";
import type { Package } from "../package";
import { readContext } from "../read";
import { parseArea } from "../references";
import { TagScanner } from "../tag-scanner";
import { readWorksheet } from "../worksheet";
import { escapeAttribute, escapeText } from "./escape";
import { localName } from "./part-xml";
import { editPart, removePart, xmlOf } from "./parts";
import { replace, type Splice } from "./splices";
import { WorkbookXml } from "./workbook-xml";

/** What may hang on a sheet whose rows move: all of it is moved along, or speaks of no rows. */
const MOVABLE = new Set([
  "comments",
  "vmlDrawing",
  "threadedComment",
  "drawing",
  "printerSettings",
  "hyperlink",
  "image",
]);

/** @returns false, and nothing is changed, where something hangs on the sheet that cannot be moved (a table, a pivot …) */
export function shiftRows(pack: Package, shift: RowShift): boolean {
  const part = pack.workbookPart();
  const workbook = new WorkbookXml(pack, part);
  const sheets = workbook.worksheets(pack);
  const target = sheets.find(({ name }) => isSameName(name, shift.sheet));
  if (target === undefined) return false;
  const hanging = pack.relationships(target.part);
  if (hanging.some(({ kind }) => !MOVABLE.has(kind))) return false;
  if (pack.names().some((name) => /pivotCacheDefinition\d*\.xml$/i.test(name))) return false;

  const context = readContext(pack, pack.relationships(part), false);
  for (const sheet of sheets) {
    const { text } = xmlOf(pack, sheet.part);
    const isTarget = sheet === target;
    const { rows } = readWorksheet(text, sheet.part, context);
    editPart(pack, sheet.part, inSheet(text, sheet, isTarget, { ...NO_SHEET, rows }, shift));
  }
  for (const name of pack.names())
    if (/^\/?xl\/charts\/.*\.xml$/i.test(name)) editPart(pack, name, inChart(pack, name, shift));
  for (const { kind, target: hung } of hanging) if (hung !== null && pack.has(hung)) moveAlong(pack, kind, hung, shift);
  const names = workbook.xml.items("definedNames").flatMap((name): Splice[] => {
    const formula = workbook.xml.content(name);
    const moved = withRowsShifted(formula, "", shift);
    return moved === formula ? [] : [{ from: name.innerFrom, to: name.innerTo, text: escapeText(moved) }];
  });
  editPart(pack, part, names);
  const chain = pack.relationships(part).find(({ kind }) => kind === "calcChain")?.target;
  if (chain != null && pack.has(chain)) removePart(pack, part, chain);
  editPart(pack, part, [new WorkbookXml(pack, part).recalculateOnLoad()]);
  return true;
}

const NO_SHEET: Sheet = { name: "", visibility: "visible", rows: [], merges: [], hiddenColumns: [], tables: [] };

/** What of the rows moves on the sheet itself, and every formula that refers to them on any. */
function inSheet(
  text: string,
  { name: own, part }: { readonly name: string; readonly part: string },
  isTarget: boolean,
  known: Sheet,
  shift: RowShift,
): Splice[] {
  const splices: Splice[] = [];
  const scanner = new TagScanner(text, part);
  const { at, by } = shift;
  const renew = (attribute: string, renewed: (old: string) => string) => {
    const span = scanner.attributeSpan(attribute);
    if (span === undefined) return;
    const now = renewed(span.value);
    if (now !== span.value) splices.push(replace(span, escapeAttribute(now)));
  };
  const areas = (grows: boolean) => (list: string) => movedAreas(list, shift, grows);
  let [row, column, above] = [0, 0, ""];
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    const local = localName(scanner.name);
    if (tag === "close") {
      if (local === "row") column = 0;
      // Dressed as the row above it.
      if (local === "row" && isTarget && by > 0 && row === at - 1)
        splices.push({ from: scanner.position, to: scanner.position, text: `${above}</${scanner.name}>` });
      continue;
    }
    switch (local) {
      case "row": {
        row = Number(scanner.attribute("r") ?? row + 1);
        column = 0;
        if (!isTarget) break;
        if (by < 0 && row === at) {
          const from = scanner.start;
          if (tag === "open") scanner.skip();
          splices.push({ from, to: scanner.position, text: "" });
          break;
        }
        if (by > 0 && row === at - 1 && tag === "open")
          above = `<${scanner.name}${dressOf(scanner, ROW_DRESS)} r="${at}">`;
        renew("r", (old) => String(shiftedRow(Number(old), shift)));
        break;
      }
      case "c": {
        const name = scanner.attribute("r");
        column = name === undefined ? column + 1 : columnNumber(name.replace(/\d+$/, "").toUpperCase());
        if (!isTarget) break;
        if (by > 0 && row === at - 1 && above !== "")
          above += `<${scanner.name} r="${cellName(at, column)}"${dressOf(scanner, ["s"])}/>`;
        renew("r", () => cellName(shiftedRow(row, shift) ?? row, column));
        break;
      }
      case "f":
      case "formula":
      case "formula1":
      case "formula2": {
        const isShared = local === "f" && scanner.attribute("t") === "shared";
        if (isTarget && local === "f") renew("ref", areas(false));
        const from = scanner.start;
        const inner = scanner.position;
        const written = tag === "open" ? scanner.content() : "";
        const formula = isShared ? withFutureFunctionPrefix(cellAt(known, row, column)?.formula ?? written) : written;
        const moved = withRowsShifted(formula, own, shift);
        if (isShared) {
          // The attribute that was just renewed goes with the tag.
          while ((splices.at(-1)?.from ?? -1) > from) splices.pop();
          const element = scanner.name;
          splices.push({ from, to: scanner.position, text: `<${element}>${escapeText(moved)}</${element}>` });
        } else if (moved !== formula) splices.push({ from: inner, to: scanner.start, text: escapeText(moved) });
        break;
      }
      case "hyperlink":
        if (isTarget) renew("ref", areas(false));
        renew("location", (location) => withRowsShifted(location, own, shift));
        break;
      case "dimension":
      case "mergeCell":
      case "autoFilter":
      case "sortState":
      case "sortCondition":
        if (isTarget) renew("ref", areas(false));
        break;
      case "conditionalFormatting":
      case "dataValidation":
        if (isTarget) renew("sqref", areas(true));
        break;
      case "ignoredError":
      case "protectedRange":
        if (isTarget) renew("sqref", areas(false));
        break;
      case "sqref": {
        if (!isTarget || tag !== "open") break;
        const from = scanner.position;
        const list = scanner.content();
        splices.push({ from, to: scanner.start, text: escapeText(movedAreas(list, shift, true)) });
        break;
      }
      case "rowBreaks":
        if (isTarget && tag === "open") splices.push(...movedBreaks(scanner, shift));
    }
  }
  return splices;
}

const ROW_DRESS = ["spans", "s", "customFormat", "ht", "customHeight"];

const dressOf = (scanner: TagScanner, names: readonly string[]): string =>
  names
    .map((name) => [name, scanner.attribute(name)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value ?? "")}"`)
    .join("");

function movedBreaks(scanner: TagScanner, shift: RowShift): Splice[] {
  const splices: Splice[] = [];
  const outside = scanner.depth - 1;
  while (scanner.depth > outside) {
    if (scanner.next() === "close") continue;
    const span = scanner.attributeSpan("id");
    // A break stands below the row that it names.
    if (span !== undefined)
      splices.push(replace(span, String((shiftedRow(Number(span.value) + 1, shift, "first") ?? 1) - 1)));
  }
  return splices;
}

/** @param grows what holds for the row above the new one holds for it too */
function movedArea(area: Area, shift: RowShift, grows: boolean): Area {
  const isGrowing = grows && (shift.by > 0 ? area.bottom === shift.at - 1 : false);
  const top = shiftedRow(area.top, shift, "first") ?? area.top;
  const bottom = isGrowing ? shift.at : (shiftedRow(area.bottom, shift, "last") ?? area.bottom);
  return { ...area, top, bottom: Math.max(top, bottom) };
}

function movedAreas(list: string, shift: RowShift, grows: boolean): string {
  return list
    .split(/\s+/)
    .filter((one) => one !== "")
    .map((one) => {
      if (!/^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i.test(one)) return one;
      const { top, left, bottom, right } = movedArea(parseArea(one), shift, grows);
      const first = cellName(top, left);
      return one.includes(":") || top !== bottom ? `${first}:${cellName(bottom, right)}` : first;
    })
    .join(" ");
}

/** A chart's series name their cells. */
function inChart(pack: Package, part: string, shift: RowShift): Splice[] {
  const splices: Splice[] = [];
  const scanner = new TagScanner(xmlOf(pack, part).text, part);
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    if (tag !== "open" || localName(scanner.name) !== "f") continue;
    const from = scanner.position;
    const formula = scanner.content();
    const moved = withRowsShifted(formula, "", shift);
    if (moved !== formula) splices.push({ from, to: scanner.start, text: escapeText(moved) });
  }
  return splices;
}

/** Notes, threads and drawings go with their cells. */
function moveAlong(pack: Package, kind: string, part: string, shift: RowShift): void {
  if (kind === "vmlDrawing") {
    const text = pack.text(part);
    // Rows count from 0 here; of an anchor the third and the seventh figure are rows.
    const moved = (row: string) => String((shiftedRow(Number(row) + 1, shift, "first") ?? 1) - 1);
    const rows = text
      .replace(
        /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/g,
        (_, open: string, row: string, close: string) => open + moved(row) + close,
      )
      .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/g, (whole, open: string, anchor: string, close: string) => {
        const figures = anchor.split(",").map((figure) => figure.trim());
        if (figures.length !== 8) return whole;
        return open + figures.map((figure, at) => (at === 2 || at === 6 ? moved(figure) : figure)).join(", ") + close;
      });
    if (rows !== text) pack.set(part, rows);
    return;
  }
  if (!/^(comments|threadedComment|drawing)$/.test(kind)) return;
  const splices: Splice[] = [];
  const scanner = new TagScanner(xmlOf(pack, part).text, part);
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    const local = localName(scanner.name);
    if (tag === "close") continue;
    const span = local === "comment" || local === "threadedComment" ? scanner.attributeSpan("ref") : undefined;
    if (span !== undefined) splices.push(replace(span, movedAreas(span.value, shift, false)));
    if (local !== "row" || tag !== "open" || kind !== "drawing") continue;
    const from = scanner.position;
    const row = Number(scanner.content());
    splices.push({ from, to: scanner.start, text: String((shiftedRow(row + 1, shift, "first") ?? 1) - 1) });
  }
  editPart(pack, part, splices);
}
