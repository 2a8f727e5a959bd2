/** What the figures of a table of persons prove, whatever its headers say: a rate times hours is an amount. */
import { toNumber } from "../../money/fraction";
import { cellIn, type Row } from "../../workbook/workbook";
import { quantityOf } from "../records/values";
import type { HeaderColumn, Table } from "../tables/table";

/** No more yen are lost than by rounding. */
const A_YEN = 1;

const isPaidFor = (hours: number, rate: number, yen: number): boolean =>
  rate > 1 && hours > 0 && Math.abs(hours * rate - yen) < A_YEN;

/** 9月 | 10月 | 計 | 単価 | 金額: some column times the sum of the months is another one. */
export function isMonthPlan(table: Table): boolean {
  const months = table.columns.filter(({ meaning }) => meaning?.month === true);
  const others = table.columns.filter((column) => !months.includes(column));
  if (months.length < 2) return false;
  const rows = rowsOf(table).map((row) => ({
    hours: months.reduce((sum, { column }) => sum + (figureAt(row, column) ?? 0), 0),
    row,
  }));
  return others.some((rate) =>
    others.some(
      (amount) =>
        amount !== rate &&
        inMost(
          rows.map(({ hours, row }) => [hours, figureAt(row, rate.column), figureAt(row, amount.column)]),
          isPaidFor,
        ),
    ),
  );
}

/** 月 | 氏名 | 時間 | 時給 | 金額: what its rows come to is their rate times their hours. */
export function paysByRow(table: Table): boolean {
  const rate = table.columns.find(({ meaning }) => meaning?.fields.includes("hourlyRate") === true);
  return (
    rate !== undefined &&
    provenHours(
      table,
      rate,
      null,
      table.columns.filter((column) => column !== rate),
    ) !== null
  );
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
  const rows = rowsOf(table);
  const makesAmount = (hours: HeaderColumn): boolean =>
    open.some(
      (amount) =>
        amount !== hours &&
        inMost(
          rows.map((row) => [hours, rate, amount].map(({ column }) => figureAt(row, column))),
          isPaidFor,
        ),
    );
  return known !== null && makesAmount(known) ? known : (open.find(makesAmount) ?? known);
}

/** Of the rows that have all figures: those of a sum have no rate. */
function inMost(
  rows: readonly (readonly (number | null)[])[],
  isRight: (hours: number, rate: number, yen: number) => boolean,
): boolean {
  const filled = rows.filter((figures): figures is readonly number[] => figures.every((figure) => figure !== null));
  const right = filled.filter(([hours = 0, rate = 0, yen = 0]) => isRight(hours, rate, yen));
  return 2 * right.length > filled.length;
}

const rowsOf = ({ grid, firstRow, lastRow }: Table): readonly Row[] => [...grid.rowsBetween(firstRow, lastRow)];

function figureAt(row: Row, column: number): number | null {
  const read = quantityOf(cellIn(row, column));
  return read === null ? null : toNumber(read.value);
}
