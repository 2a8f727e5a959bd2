/**
 * Draws the summary sheet. It is known again by a defined name over everything that was written, whatever the sheet is
 * called by then: writing again replaces just that, and leaves what a person put beside or below it.
 */
import { addressLists } from "../views/marks/marks";
import { SUMMARY_NAME, type ModelCell, type SheetModel } from "../views/summary/model";
import { BORDER_COLOR, looks, type Look } from "../views/summary/style";
import { absoluteArea, inSheet } from "../core/workbook/addresses";
import { cellName, type Area, type CellRef } from "../core/workbook/workbook";
import { areaOf, PLACE } from "./cells";
import { CellBeingEdited, problemOf, SheetProtected, SummaryIncomplete } from "./errors";
import { asTyped } from "./typed";

const CHART_NAME = "Kenzan.Chart";
const ADDRESS_LIMIT = 8192;
/** Cells written in one request: so few that the pane answers between requests, and far below 5 MB of text. */
const CELLS_A_REQUEST = 8_000;
/** Points that a character of the default font takes, and a cell's own margins. */
const POINTS = { character: 6, margins: 4 };

/**
 * Reads first, then writes in one request, which Excel does or refuses as a whole while a person types; only very long
 * summaries take more. The name's comment tells how far a writing came: a number counts the finished ones.
 * @param signal stops between two requests; what was written so far is taken away, or told as incomplete
 * @returns the name of the sheet
 * @throws SheetProtected when the sheet, or the workbook's structure, is protected
 * @throws SummaryIncomplete when Excel stopped in the middle; writing again finishes. After any other error nothing changed
 */
export async function writeSummary(
  context: Excel.RequestContext,
  model: SheetModel,
  signal?: AbortSignal,
): Promise<string> {
  const plan = await survey(context, model);
  let begun = false;
  try {
    const sheet = begin(context, plan, model);
    const [last, ...others] = batches(model).reverse();
    for (const rows of others.reverse()) {
      signal?.throwIfAborted();
      fill(sheet, model, rows);
      await context.sync();
      begun = true;
    }
    if (last !== undefined) fill(sheet, model, last);
    dress(sheet, model);
    draw(sheet, model);
    show(sheet);
    context.workbook.names.getItem(SUMMARY_NAME).comment = String(plan.writings + 1);
    setUpPage(sheet, model); // at the very end: Excel without a printer refuses it, and the sheet is whole without it
    await context.sync();
  } catch (error) {
    await settle(context, plan, begun, error);
  }
  return plan.name;
}

/** What is there, and where to write. */
interface Plan {
  readonly name: string;
  /** Summaries finished so far, as the name says. */
  readonly writings: number;
  /** The name's comment as it is; null where there is no name yet. */
  readonly comment: string | null;
  /** null: a sheet is to be made. */
  readonly old: { readonly area: Area; readonly chart: boolean; readonly tables: readonly string[] } | null;
}

/** One sync, and two more where there is a summary already. */
async function survey(context: Excel.RequestContext, model: SheetModel): Promise<Plan> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const structure = workbook.protection.load("protected");
  const known = workbook.names.getItemOrNullObject(SUMMARY_NAME).load("formula,comment");
  const range = known.getRangeOrNullObject().load(`${PLACE},worksheet/name`);
  await context.sync();
  const comment = known.isNullObject ? null : known.comment;
  const writings = Number(comment) || 0;
  if (range.isNullObject) {
    if (structure.protected) throw new SheetProtected();
    const name = freeName(
      model.name,
      sheets.items.map((one) => one.name),
    );
    return { name, writings, comment, old: null };
  }
  const { name } = range.worksheet;
  const area = areaOf(range);
  const sheet = workbook.worksheets.getItem(name);
  const protection = sheet.protection.load("protected");
  const charts = sheet.charts.load("items/name");
  const tables = sheet.tables.load("items/name");
  await context.sync();
  if (protection.protected) throw new SheetProtected(name);
  const ranges = tables.items.map((table) => ({ table: table.name, range: table.getRange().load(PLACE) }));
  if (ranges.length > 0) await context.sync();
  const ours = ranges.filter((one) => inside(areaOf(one.range), area)).map(({ table }) => table);
  const chart = charts.items.some((one) => one.name === CHART_NAME);
  return { name, writings, comment, old: { area, chart, tables: ours } };
}

/** Says that a writing has begun, and makes room: a new sheet out of sight, or the old one with its summary taken away. */
function begin(context: Excel.RequestContext, { name, comment, old }: Plan, model: SheetModel): Excel.Worksheet {
  const { worksheets, names } = context.workbook;
  if (old === null) {
    const sheet = worksheets.add(name);
    sheet.visibility = "Hidden";
    if (comment !== null) names.getItem(SUMMARY_NAME).delete();
    const defined = names.add(SUMMARY_NAME, rangeOf(sheet, model.area), BEGUN);
    defined.visible = false;
    return sheet;
  }
  const sheet = worksheets.getItem(name);
  const defined = names.getItem(SUMMARY_NAME);
  defined.comment = BEGUN;
  if (old.chart) sheet.charts.getItem(CHART_NAME).delete();
  for (const table of old.tables) sheet.tables.getItem(table).convertToRange();
  const range = rangeOf(sheet, old.area);
  range.unmerge();
  range.clear();
  // Whatever stands in the way by now, also what somebody is only just putting there, makes room.
  if (isMoved(old.area, model.area)) {
    range.delete("Up");
    rangeOf(sheet, model.area).insert("Down");
  } else if (model.area.bottom > old.area.bottom)
    rangeOf(sheet, { ...model.area, top: old.area.bottom + 1 }).insert("Down");
  defined.formula = `=${inSheet(name, absoluteArea(model.area))}`;
  return sheet;
}

/** Rows or columns that a person put before the summary moved it. */
const isMoved = (old: Area, place: Area): boolean => old.top !== place.top || old.left !== place.left;

const BEGUN = "…";

/**
 * After a refusal: what became of the writing decides what is told.
 * @throws the refusal where nothing was changed, SummaryIncomplete where it stopped in the middle
 */
async function settle(context: Excel.RequestContext, plan: Plan, begun: boolean, refusal: unknown): Promise<void> {
  if (!begun && problemOf(refusal) instanceof CellBeingEdited) throw refusal;
  const now = await commentNow(context);
  if (now === String(plan.writings + 1)) return;
  if (plan.old === null ? await isTakenAway(context, plan.name) : now === plan.comment && !begun) throw refusal;
  throw new SummaryIncomplete(plan.name, refusal);
}

/** undefined: Excel does not tell. */
async function commentNow(context: Excel.RequestContext): Promise<string | null | undefined> {
  try {
    const known = context.workbook.names.getItemOrNullObject(SUMMARY_NAME).load("comment");
    await context.sync();
    return known.isNullObject ? null : known.comment;
  } catch {
    return undefined;
  }
}

/** Takes the new sheet away, as far as there is one. A sheet that somebody else called so meanwhile is not ours. */
async function isTakenAway(context: Excel.RequestContext, name: string): Promise<boolean> {
  try {
    const known = context.workbook.names.getItemOrNullObject(SUMMARY_NAME).load("comment");
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("visibility");
    const used = sheet.getUsedRangeOrNullObject(true).load(PLACE);
    await context.sync();
    const isBegun = !known.isNullObject && known.comment === BEGUN;
    const isUntouched = !sheet.isNullObject && sheet.visibility === "Hidden" && used.isNullObject;
    if (isBegun) known.delete();
    if (!sheet.isNullObject && (isBegun || isUntouched)) sheet.delete();
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

function fill(sheet: Excel.Worksheet, model: SheetModel, rows: Area): void {
  const range = rangeOf(sheet, rows);
  // null leaves a cell's format as it is.
  range.numberFormat = grid(model, rows, null, ({ format }) => format);
  range.formulas = grid(model, rows, "", entry);
}

function show(sheet: Excel.Worksheet): void {
  sheet.showGridlines = false;
  sheet.visibility = "Visible";
  sheet.activate();
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
  const [place, text] = [`#${quoted(target(link))}`, quoted(String(value))];
  // Excel refuses a formula with a longer text in it: then the text stands alone, whole.
  if (Math.max(place.length, text.length) > MOST_IN_FORMULA) return asTyped(value);
  return `=HYPERLINK("${place}","${text}")`;
}

const MOST_IN_FORMULA = 255;

const target = ({ sheet, row, column }: CellRef): string => inSheet(sheet, cellName(row, column));

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

function draw(sheet: Excel.Worksheet, model: SheetModel): void {
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
}

function setUpPage(sheet: Excel.Worksheet, { print }: SheetModel): void {
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
  if (print.repeat !== undefined) pageLayout.setPrintTitleRows(`$${print.repeat.top}:$${print.repeat.bottom}`);
  const { defaultForAllPages: page } = pageLayout.headersFooters;
  page.leftHeader = print.headless === true ? "" : "&F";
  page.rightHeader = print.headless === true ? "" : "&D";
  page.leftFooter = (print.foot ?? "").replaceAll("&", "&&");
  page.rightFooter = "&P / &N";
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of print.breaks ?? []) sheet.horizontalPageBreaks.add(`A${row}`);
}

/** Points. */
const INCH = 72;
