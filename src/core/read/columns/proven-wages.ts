/** What the figures of a table of persons prove, whatever its headers say: a rate times hours is an amount. */
import { toNumber } from "../../money/fraction";
import { cellIn, type Row } from "../../workbook/workbook";
import { quantityOf } from "../records/values";
import type { HeaderColumn, Table } from "../tables/table";

/** No more yen are lost than by rounding. */
const A_YEN = 1;

const isPaidFor = (hours: number, rate: number, yen: number): boolean =>
  rate > 1 && hours > 0 && Math.abs(hours * rate - yen) < A_YEN;

/** The figures of one column, row by row. */
type Figures = readonly (number | null)[];

/** 9月 | 10月 | 計 | 単価 | 金額: some column times the sum of the months is another one. */
export function isMonthPlan(table: Table): boolean {
  const months = table.columns.filter(({ meaning }) => meaning?.month === true);
  if (months.length < 2) return false;
  const figures = figuresOf(table);
  const ofMonths = months.map(figures);
  const hours = table.grid
    .rowsBetween(table.firstRow, table.lastRow)
    .map((_, row) => ofMonths.reduce((sum, month) => sum + (month[row] ?? 0), 0));
  const others = table.columns.filter((column) => !months.includes(column)).map(figures);
  return others.some((rate) => others.some((yen) => yen !== rate && areTheWages(hours, rate, yen)));
}

/** 月 | 氏名 | 時間 | 時給 | 金額: what its rows come to is their rate times their hours. */
export function paysByRow(table: Table): boolean {
  const rate = table.columns.find(({ meaning }) => meaning?.fields.includes("hourlyRate") === true);
  if (rate === undefined) return false;
  const others = table.columns.filter((column) => column !== rate);
  return provenHours(table, rate, null, others) !== null;
}

/**
 * 工数（人日） | 時間換算 | 時給 | 労務費: the column that times the rate is another one.
 * @param known what is called hours; it stays where it makes an amount as well
 * @param open columns that may be hours or amounts; scheduled hours times the rate are the pay of a month
 */
export function provenHours(
  table: Table,
  rate: HeaderColumn,
  known: HeaderColumn | null,
  open: readonly HeaderColumn[],
): HeaderColumn | null {
  const figures = figuresOf(table);
  const makesAmount = (hours: HeaderColumn): boolean =>
    open.some((yen) => yen !== hours && areTheWages(figures(hours), figures(rate), figures(yen)));
  return known !== null && makesAmount(known) ? known : (open.find(makesAmount) ?? known);
}

/** In most of the rows that have all figures: those of a sum have no rate. */
function areTheWages(hours: Figures, rates: Figures, amounts: Figures): boolean {
  let [right, filled] = [0, 0];
  for (const [row, count] of hours.entries()) {
    const [rate, yen] = [rates[row] ?? null, amounts[row] ?? null];
    if (count === null || rate === null || yen === null) continue;
    filled++;
    if (isPaidFor(count, rate, yen)) right++;
  }
  return 2 * right > filled;
}

/** Each column is read once, however many it is held against. */
function figuresOf({ grid, firstRow, lastRow }: Table): (column: HeaderColumn) => Figures {
  const rows = grid.rowsBetween(firstRow, lastRow);
  const known = new Map<HeaderColumn, Figures>();
  return (head) => {
    const figures = known.get(head) ?? rows.map((row) => figureAt(row, head.column));
    known.set(head, figures);
    return figures;
  };
}

function figureAt(row: Row, column: number): number | null {
  const read = quantityOf(cellIn(row, column));
  return read === null ? null : toNumber(read.value);
}
