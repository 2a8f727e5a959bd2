/** The summary sheet into the page's own workbook: the very cells that Excel's is given. */
import { entry } from "../../excel/summary";
import { SUMMARY_NAME, type SheetModel, type StyleRole } from "../../views/summary/model";
import { BORDER_COLOR, looks, type Look } from "../../views/summary/style";
import { parseArea, qualified, splitSheet } from "../host/addresses";
import { EMPTY_STYLE, type Book, type BookCell, type BookSheet } from "../host/book";
import { enter } from "../host/typed";
import type { Area } from "../../core/workbook/workbook";

/** Milliseconds of drawing in one turn, so that the page answers in between. */
const TURN = 16;

/** @returns the name of the sheet. Stopped by `signal`, nothing half-written is left. */
export async function drawSummary(book: Book, model: SheetModel, signal?: AbortSignal): Promise<string> {
  const known = book.names.find(({ name }) => name === SUMMARY_NAME);
  const old = known === undefined ? undefined : placeOf(book, known.formula);
  const sheet = old?.sheet ?? book.addSheet(freeName(book, model.name));
  const clear = (area: Area): void => {
    for (const { cell } of [...sheet.within(area)])
      Object.assign(cell, { value: "", formula: null, numberFormat: "General", style: EMPTY_STYLE, link: null });
    sheet.unmerge(area);
  };
  if (old !== undefined) {
    clear(old.area);
    const more = { ...model.area, top: old.area.bottom + 1 };
    // What somebody wrote below moves down with the sheet's end.
    if (model.area.bottom > old.area.bottom && [...sheet.within(more)].some(({ cell }) => cell.value !== ""))
      sheet.insertDown(more);
  }
  const styles = new Map<StyleRole, BookCell["style"]>();
  let turn = performance.now();
  for (const cell of model.cells) {
    if (performance.now() - turn > TURN) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = performance.now();
      if (signal?.aborted === true) {
        if (old === undefined) book.removeSheet(sheet);
        else clear(model.area);
        signal.throwIfAborted();
      }
    }
    let style = styles.get(cell.style);
    if (style === undefined) styles.set(cell.style, (style = styleOf(looks[cell.style])));
    const own = sheet.make(cell.row, cell.column);
    own.numberFormat = cell.format ?? "General";
    enter(own, entry(cell), book.date1904);
    if (own.formula !== null) own.value = cell.value;
    own.style = style;
  }
  sheet.merges = [...sheet.merges, ...model.merges];
  for (const { column, width } of model.columns) sheet.columnWidths.set(column, width * 6 + 4);
  for (const { row, height } of model.rowHeights) sheet.rowHeights.set(row, height);
  sheet.showGridlines = false;
  book.names = book.names.filter(({ name }) => name !== SUMMARY_NAME);
  book.names.push({
    name: SUMMARY_NAME,
    formula: `=${qualified(sheet.name, addressOf(model.area))}`,
    visible: false,
    comment: "",
  });
  book.active = sheet;
  book.tell("format", sheet, model.area);
  book.tell("other", sheet, null);
  return sheet.name;
}

function placeOf(book: Book, formula: string): { readonly sheet: BookSheet; readonly area: Area } | undefined {
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
