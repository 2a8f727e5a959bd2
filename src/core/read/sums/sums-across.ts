/** 計 right of columns that together are the amount (6月 | 7月 | 計): told is each row in which it is not their sum. */
import { add, compare, floor, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import { cellIn, type Row } from "../../workbook/workbook";
import { isMonthly, sumsPeriod } from "../columns/amount-values";
import type { TotalRow } from "../reading";
import { moneyOf } from "../records/values";
import type { Part } from "../tables/part";
import type { HeaderColumn } from "../tables/table";

/** Of a table that counts; none where the figures of most rows do not show that the column sums the others. */
export function sumsAcross(part: Part): TotalRow[] {
  const { table, columns, scale, rows } = part;
  const amount = columns.find(({ field, isChosen }) => field.startsWith("amount") && isChosen === true);
  if (amount === undefined || rows === null) return [];
  const { set, column } = amount;
  const parts = set ?? monthsLeftOf(column, table.columns);
  if (parts.length < 2) return [];
  const sums = set === undefined ? [column] : sumsRightOf(Math.max(...parts), table.columns);
  // What a total comes to in the column of the amounts itself is held against its lines.
  const told = [
    ...rows.lines.map(({ line }) => ({ row: line.row, label: line.description })),
    ...(set === undefined ? [] : rows.totals),
  ];
  return sums.flatMap((sum) => {
    const compared = told.flatMap(({ row, label }) => {
      const cells = table.grid.row(row);
      const stated = cells === undefined ? null : (moneyOf(cellIn(cells, sum), amount.scale ?? scale)?.yen ?? null);
      const summed = cells === undefined ? null : sumIn(cells, parts, amount.scale ?? scale);
      return stated === null || summed === null ? [] : [{ row, label, stated, summed }];
    });
    const wrong = compared.filter(({ stated, summed }) => compare(stated, summed) !== 0);
    const right = compared.length - wrong.length;
    return right < 2 || right <= wrong.length ? [] : wrong.map((one) => totalIn(part, sum, one));
  });
}

function totalIn(
  { table: { grid } }: Part,
  column: number,
  { row, label, stated, summed }: { row: number; label: string; stated: Fraction; summed: Fraction },
): TotalRow {
  return {
    sheet: grid.name,
    row,
    cell: { sheet: grid.name, row, column },
    label,
    amount: floor(stated),
    amountExact: stated,
    candidates: [{ yen: floor(summed), exact: summed, of: "across" }],
    formula: grid.own(row, column)?.formula ?? null,
  };
}

const sumsRightOf = (last: number, columns: readonly HeaderColumn[]): number[] =>
  columns.filter(({ column, text }) => column > last && sumsPeriod(compact(text))).map(({ column }) => column);

const monthsLeftOf = (sum: number, columns: readonly HeaderColumn[]): number[] =>
  columns
    .filter((column) => column.column < sum && isMonthly(column) && !sumsPeriod(compact(column.text)))
    .map(({ column }) => column);

/** null where none of them holds a figure. */
function sumIn(row: Row, columns: readonly number[], scale: number): Fraction | null {
  const yen = columns.flatMap((column) => moneyOf(cellIn(row, column), scale)?.yen ?? []);
  return yen.length === 0 ? null : yen.reduce(add, ZERO);
}
