/** The cells of a row as words of a header: what each says, and which of them are figures. */
import { toNumber } from "../../money/fraction";
import { readAmount } from "../../text/amount";
import { isDateFormat } from "../../text/date";
import { compact } from "../../text/fold";
import { Grid, isBlank } from "../../workbook/grid";
import type { Cell } from "../../workbook/workbook";
import { looksLikeCategory } from "../words/categories";
import { type Header, headerOf, saysUnitOfMoney } from "../words/headers";
import { isPartOfCost } from "../words/parts-of-cost";

export interface Hit {
  readonly column: number;
  readonly right: number;
  /** null: the cell holds something, but no header this vocabulary knows. */
  readonly header: Header | null;
  /** A number, also one typed as text: headers hold none, save months and years. */
  readonly figure: boolean;
  /** One of the months or weeks of a chart, counted through. */
  readonly counted: boolean;
  /** It names a kind of cost: 消耗品費 | 外注費 | 旅費 may head columns of amounts. */
  readonly cost: boolean;
}

export const measuresOrPrices = ({ fields }: Header): boolean => MEASURES.has(fields[0] as string);

export function hitsOf(grid: Grid, row: number): Hit[] {
  const hits: Hit[] = [];
  const counted = weeksIn(grid.row(row)?.cells ?? []);
  for (const cell of grid.row(row)?.cells ?? []) {
    if (isBlank(cell) || sumsBelow(cell, row)) continue;
    const area = grid.area(row, cell.column);
    const figure = isFigure(cell) && !counted.has(cell.column);
    hits.push({
      column: cell.column,
      right: Math.max(cell.column, area?.right ?? 0),
      header: figure || counted.has(cell.column) ? null : headerOfCell(cell),
      figure,
      counted: counted.has(cell.column),
      cost: typeof cell.value === "string" && (looksLikeCategory(cell.value) || isPartOfCost(cell.value)),
    });
  }
  return hits;
}

/** 名称 | 単価 | 数 | 合計 | 520,000: the sum of what stands below, beside the header of its column, is no figure of a line. */
function sumsBelow({ value, formula }: Cell, row: number): boolean {
  const first = typeof value === "number" && formula !== null ? SUM_OF.exec(formula)?.[1] : undefined;
  return first !== undefined && Number(first) > row;
}

const SUM_OF = /^\+?SUM\(\$?[A-Z]{1,3}\$?(\d+):[^,()]+\)$/i;

/** 6 | 7 | 8 | 9 between words: the months or weeks of a chart of bars are counted through, and are no figures. */
function weeksIn(cells: readonly Cell[]): ReadonlySet<number> {
  const run: WeekAt[] = [];
  let hasEnded = false;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const week = weekOf(cell);
    const before = run.at(-1);
    if (week === null) hasEnded = before !== undefined;
    else if (hasEnded || (before !== undefined && !isNext(before, { column: cell.column, week }))) return NONE;
    else run.push({ column: cell.column, week });
    if (week === null && typeof cell.value !== "string") return NONE;
  }
  return run.length < FEWEST_WEEKS ? NONE : new Set(run.map(({ column }) => column));
}

interface WeekAt {
  readonly column: number;
  readonly week: number;
}

/** December is followed by January. */
const isNext = (before: WeekAt, { column, week }: WeekAt): boolean =>
  column === before.column + 1 && (week === before.week + 1 || (week === 1 && before.week === 12));

/** 6, also typed as ６. */
function weekOf({ value }: Cell): number | null {
  const text = typeof value === "string" ? compact(value) : null;
  const week = text === null ? Number(value) : /^\d{1,2}$/.test(text) ? Number(text) : null;
  return week !== null && Number.isInteger(week) && week >= 1 && week <= MOST_WEEKS ? week : null;
}

const FEWEST_WEEKS = 4;

const MOST_WEEKS = 53;

const NONE: ReadonlySet<number> = new Set();

const MAY_SAY_A_FIGURE = /[\d０-９円]/;

export function isFigure(cell: Cell): boolean {
  if (typeof cell.value === "number") return !isDateFormat(cell.format);
  if (typeof cell.value !== "string" || !MAY_SAY_A_FIGURE.test(cell.value)) return false;
  // 千円 alone is a unit.
  return !NUMBER_OF_A_ROW.test(cell.value) && !saysUnitOfMoney(cell.value) && readAmount(cell.value) !== null;
}

/** 38400, also typed as 38,400; null where a cell says no amount. */
export function amountIn(cell: Cell | undefined): number | null {
  if (typeof cell?.value === "number") return cell.value;
  const read = typeof cell?.value === "string" ? readAmount(cell.value) : null;
  return read === null ? null : toNumber(read.value);
}

/** (3) */
const NUMBER_OF_A_ROW = /^\s*[(（][\d０-９]{1,2}[)）]\s*$/;

/** 412000, 120人時 */
export const measuresSomething = (cell: Cell): boolean =>
  isFigure(cell) || (typeof cell.value === "string" && /^\d/.test(compact(cell.value)));

export function headerOfCell(cell: Cell): Header | null {
  if (typeof cell.value === "string") return headerOf(cell.value);
  if (typeof cell.value === "number" && isDateFormat(cell.format) && cell.value > 30_000)
    return { fields: [], weight: 1, tax: null, scale: null, word: "", month: true };
  return null;
}

export const measures = ({ header }: Hit): boolean =>
  header !== null && header.fields.some((field) => field === "amount" || field === "hours");

const DESCRIPTORS = new Set<string>([
  "no",
  "major",
  "middle",
  "minor",
  "category",
  "description",
  "specification",
  "vendor",
  "member",
  "name",
  "person",
  "evidenceNo",
  "employment",
]);

export const isDescriptor = (header: Header | null): boolean =>
  header !== null && header.fields.some((field) => DESCRIPTORS.has(field));

export const MEASURES = new Set<string>(["amount", "unitPrice", "quantity"]);
