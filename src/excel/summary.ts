/**
 * Draws the summary sheet. It is known again by a defined name over everything that was written, whatever the sheet is
 * called by then: writing again replaces just that, and leaves what a person put beside or below it.
 */
import { addressLists } from "../views/marks/marks";
import { SUMMARY_NAME, type ModelCell, type SheetModel } from "../views/summary/model";
import { BORDER_COLOR, looks, type Look } from "../views/summary/style";
import { cellName, type Area, type CellRef } from "../core/workbook/workbook";
import { areaOf, PLACE } from "./cells";
import { CellBeingEdited, problemOf, SheetProtected } from "./errors";
import { asTyped } from "./typed";

const CHART_NAME = "Kenzan.Chart";
const ADDRESS_LIMIT = 8192;
/** Cells written in one request: so few that the pane answers between requests, and far below 5 MB of text. */
const CELLS_A_REQUEST = 8_000;
/** Points that a character of the default font takes, and a cell's own margins. */
const POINTS = { character: 6, margins: 4 };

/**
 * @param signal stops between two requests and takes away what was written so far
 * @returns the name of the sheet
 * @throws SheetProtected when the sheet, or the workbook's structure, is protected
 */
export async function writeSummary(
  context: Excel.RequestContext,
  model: SheetModel,
  signal?: AbortSignal,
): Promise<string> {
  const { sheet, name, isNew } = await prepare(context, model);
  for (const rows of batches(model)) {
    if (signal?.aborted === true) {
      // Half a sheet would be worse than none.
      if (isNew) sheet.delete();
      else rangeOf(sheet, model.area).clear();
      await context.sync();
      signal.throwIfAborted();
    }
    const range = rangeOf(sheet, rows);
    // null leaves a cell's format as it is.
    range.numberFormat = grid(model, rows, null, ({ format }) => format);
    range.formulas = grid(model, rows, "", entry);
    await context.sync();
  }
  dress(sheet, model);
  draw(context, sheet, model);
  await context.sync();
  await setUpPage(context, sheet, model);
  return name;
}

/** Makes room: a new sheet, or the old one with what was written there taken away. Two or three syncs. */
async function prepare(
  context: Excel.RequestContext,
  model: SheetModel,
): Promise<{ sheet: Excel.Worksheet; name: string; isNew: boolean }> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const structure = workbook.protection.load("protected");
  const known = workbook.names.getItemOrNullObject(SUMMARY_NAME).load("formula");
  const old = known.getRangeOrNullObject().load(`${PLACE},worksheet/name`);
  await context.sync();
  if (known.isNullObject || old.isNullObject) {
    if (structure.protected) throw new SheetProtected();
    if (!known.isNullObject) known.delete();
    const name = freeName(
      model.name,
      sheets.items.map((one) => one.name),
    );
    return { sheet: sheets.add(name), name, isNew: true };
  }
  const name = old.worksheet.name;
  const sheet = workbook.worksheets.getItem(name);
  await makeRoom(context, sheet, areaOf(old), model.area);
  return { sheet, name, isNew: false };
}

function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

async function makeRoom(context: Excel.RequestContext, sheet: Excel.Worksheet, old: Area, area: Area): Promise<void> {
  const protection = sheet.protection.load("protected");
  const charts = sheet.charts.load("items/name");
  const tables = sheet.tables.load("items/name");
  const below =
    area.bottom > old.bottom
      ? rangeOf(sheet, { ...area, top: old.bottom + 1 })
          .getUsedRangeOrNullObject(true)
          .load(PLACE)
      : null;
  await context.sync();
  if (protection.protected) throw new SheetProtected();
  const ranges = tables.items.map((table) => ({ table, range: table.getRange().load(PLACE) }));
  await context.sync();
  for (const chart of charts.items) if (chart.name === CHART_NAME) chart.delete();
  for (const { table, range } of ranges) if (inside(areaOf(range), old)) table.convertToRange();
  const range = rangeOf(sheet, old);
  range.unmerge();
  range.clear();
  if (below !== null && !below.isNullObject) rangeOf(sheet, { ...area, top: old.bottom + 1 }).insert("Down");
  context.workbook.names.getItem(SUMMARY_NAME).delete();
}

const inside = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range =>
  sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);

function batches({ area }: SheetModel): Area[] {
  const rows = Math.max(1, Math.floor(CELLS_A_REQUEST / (area.right - area.left + 1)));
  const list: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    list.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return list;
}

/** Something of every cell of some rows, `empty` where the model has no cell. */
function grid<T>(
  { cells }: SheetModel,
  { top, left, bottom, right }: Area,
  empty: T,
  read: (cell: ModelCell) => T,
): T[][] {
  const rows = Array.from({ length: bottom - top + 1 }, () => new Array<T>(right - left + 1).fill(empty));
  for (const cell of cells) {
    const row = rows[cell.row - top];
    if (row !== undefined) row[cell.column - left] = read(cell);
  }
  return rows;
}

/** A link is a formula too: thousands of them go in with the other cells. */
export function entry({ value, formula, link }: ModelCell): string | number {
  if (formula !== null) return `=${formula}`;
  if (link === null) return asTyped(value);
  return `=HYPERLINK("#${quoted(target(link))}","${quoted(String(value))}")`;
}

const target = ({ sheet, row, column }: CellRef): string => `'${sheet.replace(/'/g, "''")}'!${cellName(row, column)}`;

const quoted = (text: string): string => text.replace(/"/g, '""');

function dress(sheet: Excel.Worksheet, model: SheetModel): void {
  for (const { column, width } of model.columns)
    rangeOf(sheet, { top: 1, left: column, bottom: 1, right: column }).format.columnWidth =
      width * POINTS.character + POINTS.margins;
  for (const merge of across(model.merges)) rangeOf(sheet, merge).merge(true);
  for (const [style, areas] of groups(model.cells, (cell) => cell.style))
    for (const ranges of rangesOf(sheet, areas)) apply(looks[style], ranges.format);
  const rows = model.rowHeights.map(({ row, height }) => ({ row, column: 1, height }));
  for (const [height, areas] of groups(rows, (row) => row.height))
    for (const ranges of rangesOf(sheet, areas)) ranges.format.rowHeight = height;
}

/** Merges below each other over the same columns, as one area: merged row by row in one request. All are one row high. */
function across(merges: readonly Area[]): Area[] {
  const open = new Map<string, Area>();
  const done: Area[] = [];
  for (const merge of merges) {
    const key = `${merge.left}:${merge.right}`;
    const above = open.get(key);
    if (above?.bottom === merge.top - 1) open.set(key, { ...above, bottom: merge.bottom });
    else {
      if (above !== undefined) done.push(above);
      open.set(key, merge);
    }
  }
  return [...done, ...open.values()];
}

const rangesOf = (sheet: Excel.Worksheet, areas: readonly Area[]): Excel.RangeAreas[] =>
  addressLists(areas, ",", ADDRESS_LIMIT).map((addresses) => sheet.getRanges(addresses));

/** Cells that share something, as areas: runs down a column. */
function groups<C extends { readonly row: number; readonly column: number }, T>(
  cells: readonly C[],
  key: (cell: C) => T,
): Map<T, Area[]> {
  const found = new Map<T, Area[]>();
  const byColumn = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  for (const cell of byColumn) {
    const areas = found.get(key(cell)) ?? [];
    found.set(key(cell), areas);
    const last = areas.at(-1);
    if (last !== undefined && last.left === cell.column && last.bottom === cell.row - 1)
      areas[areas.length - 1] = { ...last, bottom: cell.row };
    else areas.push({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
  }
  return found;
}

const EDGES = {
  bottom: ["EdgeBottom"],
  top: ["EdgeTop"],
  box: ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"],
} as const;

const ALIGN = { left: "Left", center: "Center", right: "Right" } as const;

function apply(look: Look, format: Excel.RangeFormat): void {
  format.verticalAlignment = "Center";
  format.font.size = look.size ?? 11;
  if (look.bold === true) format.font.bold = true;
  if (look.underline === true) format.font.underline = "Single";
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.align !== undefined) format.horizontalAlignment = ALIGN[look.align];
  if (look.wrap === true) format.wrapText = true;
  for (const edge of look.border === undefined ? [] : EDGES[look.border]) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = BORDER_COLOR;
  }
}

function draw(context: Excel.RequestContext, sheet: Excel.Worksheet, model: SheetModel): void {
  sheet.showGridlines = false;
  context.workbook.names.add(SUMMARY_NAME, rangeOf(sheet, model.area)).visible = false;
  if (model.table !== null) {
    const table = sheet.tables.add(rangeOf(sheet, model.table.area), true);
    table.style = "TableStyleLight1";
    table.showFilterButton = false;
  }
  if (model.chart !== null) {
    const { title, values, categories, seriesName, place } = model.chart;
    const chart = sheet.charts.add("BarClustered", rangeOf(sheet, values), "Columns");
    chart.name = CHART_NAME;
    chart.title.text = title;
    chart.legend.visible = false;
    // Bars stand in the order of the table, from the top.
    chart.axes.categoryAxis.reversePlotOrder = true;
    const series = chart.series.getItemAt(0);
    series.setXAxisValues(rangeOf(sheet, categories));
    series.hasDataLabels = true;
    const name = model.cells.find(({ row, column }) => row === seriesName.row && column === seriesName.column);
    if (name !== undefined) series.name = String(name.value);
    const corner = (row: number, column: number): Excel.Range =>
      rangeOf(sheet, { top: row, left: column, bottom: row, right: column });
    chart.setPosition(corner(place.top, place.left), corner(place.bottom, place.right));
  }
  sheet.activate();
}

/** Excel without a printer refuses to set up a page; the sheet is whole without it. */
async function setUpPage(context: Excel.RequestContext, sheet: Excel.Worksheet, { print }: SheetModel): Promise<void> {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: print.pagesWide };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = print.margins.left * INCH;
  pageLayout.rightMargin = print.margins.right * INCH;
  pageLayout.topMargin = print.margins.top * INCH;
  pageLayout.bottomMargin = print.margins.bottom * INCH;
  pageLayout.setPrintArea(rangeOf(sheet, print.area));
  try {
    await context.sync();
  } catch (error) {
    if (problemOf(error) instanceof CellBeingEdited) throw error;
  }
}

/** Points. */
const INCH = 72;
