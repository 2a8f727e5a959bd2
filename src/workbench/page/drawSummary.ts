/** The summary sheet into the page's own workbook: the very cells that Excel's is given. */
import { entry } from "../../excel/summary";
import { SUMMARY_NAME, type SheetModel, type StyleRole } from "../../views/summary/model";
import { inTurns } from "../../taskpane/turns";
import { BORDER_COLOR, looks, type Look } from "../../views/summary/style";
import { parseArea, qualified, splitSheet } from "../host/addresses";
import type { Book, BookCell, BookSheet } from "../host/book";
import { enter } from "../host/typed";
import type { Area } from "../../core/workbook/workbook";

/** Cells between two pauses. */
const A_TURN = 1_000;

/** @returns the name of the sheet. Stopped by `signal`, the book is as it was. */
export async function drawSummary(book: Book, model: SheetModel, signal?: AbortSignal): Promise<string> {
  const known = book.names.find(({ name }) => name === SUMMARY_NAME);
  const old = known === undefined ? undefined : placeOf(book, known.formula);
  // Drawn beside the book, where nobody sees it half-done, and taken in at once.
  const sheet = book.draftSheet(old?.sheet.name ?? freeName(book, model.name));
  await inTurns(cellsOf(sheet, model, book.date1904), signal);
  sheet.merges = [...model.merges];
  for (const { column, width } of model.columns) sheet.columnWidths.set(column, width * 6 + 4);
  for (const { row, height } of model.rowHeights) sheet.rowHeights.set(row, height);
  sheet.showGridlines = false;
  const place = old === undefined ? book.addSheet(sheet.name, sheet) : takeIn(old, sheet, model.area);
  book.names = book.names.filter(({ name }) => name !== SUMMARY_NAME);
  book.names.push({
    name: SUMMARY_NAME,
    formula: `=${qualified(place.name, addressOf(model.area))}`,
    visible: false,
    comment: "",
  });
  book.active = place;
  if (old !== undefined) book.tell("sheets", place, model.area);
  book.tell("other", place, null);
  return place.name;
}

/** Pauses now and then. */
function* cellsOf(sheet: BookSheet, { cells }: SheetModel, date1904: boolean): Generator<void, void> {
  const styles = new Map<StyleRole, BookCell["style"]>();
  for (const [index, cell] of cells.entries()) {
    let style = styles.get(cell.style);
    if (style === undefined) styles.set(cell.style, (style = styleOf(looks[cell.style])));
    const own = sheet.make(cell.row, cell.column);
    own.numberFormat = cell.format ?? "General";
    enter(own, entry(cell), date1904);
    if (own.formula !== null) own.value = cell.value;
    own.style = style;
    if (index % A_TURN === A_TURN - 1) yield;
  }
}

/** A summary in the place of an older one. What somebody wrote beside it stays, what stands below it makes room. */
function takeIn(old: Place, drawn: BookSheet, area: Area): BookSheet {
  const { sheet } = old;
  for (const [row, cells] of [...sheet.rows]) {
    if (row < old.area.top || row > old.area.bottom) continue;
    for (const column of [...cells.keys()])
      if (column >= old.area.left && column <= old.area.right) cells.delete(column);
    if (cells.size === 0) sheet.rows.delete(row);
  }
  sheet.unmerge(old.area);
  const more = { ...area, top: old.area.bottom + 1 };
  if (area.bottom > old.area.bottom && [...sheet.within(more)].some(({ cell }) => cell.value !== ""))
    sheet.insertDown(more);
  for (const [row, cells] of drawn.rows) {
    const own = sheet.rows.get(row);
    if (own === undefined) sheet.rows.set(row, cells);
    else for (const [column, cell] of cells) own.set(column, cell);
  }
  sheet.merges = [...sheet.merges, ...drawn.merges];
  for (const [column, width] of drawn.columnWidths) sheet.columnWidths.set(column, width);
  for (const [row, height] of drawn.rowHeights) sheet.rowHeights.set(row, height);
  sheet.showGridlines = false;
  return sheet;
}

interface Place {
  readonly sheet: BookSheet;
  readonly area: Area;
}

function placeOf(book: Book, formula: string): Place | undefined {
  const { sheet: name, rest } = splitSheet(formula.replace(/^=/, ""));
  const sheet = name === null ? undefined : book.sheet(name);
  return sheet === undefined ? undefined : { sheet, area: parseArea(rest.replace(/\$/g, "")) };
}

const addressOf = ({ right, bottom }: Area): string => `$A$1:$${String.fromCharCode(64 + right)}$${bottom}`;

function freeName(book: Book, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (book.sheet(name) === undefined) return name;
  }
}

const EDGES = {
  bottom: ["EdgeBottom"],
  top: ["EdgeTop"],
  box: ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"],
} as const;
const ALIGN = { left: "Left", center: "Center", right: "Right" } as const;

function styleOf(look: Look): BookCell["style"] {
  const style: Record<string, string | number | boolean> = {
    VerticalAlignment: "Center",
    "Font/Size": look.size ?? 11,
  };
  if (look.bold === true) style["Font/Bold"] = true;
  if (look.underline === true) style["Font/Underline"] = "Single";
  if (look.color !== undefined) style["Font/Color"] = look.color;
  if (look.fill !== undefined) style["Fill/Color"] = look.fill;
  if (look.align !== undefined) style["HorizontalAlignment"] = ALIGN[look.align];
  if (look.wrap === true) style["WrapText"] = true;
  for (const edge of look.border === undefined ? [] : EDGES[look.border]) {
    style[`Borders/${edge}/Style`] = "Continuous";
    style[`Borders/${edge}/Color`] = BORDER_COLOR;
  }
  return style;
}
