/** What the subtotals and totals of a labour sheet may be the sum of. */
import { add, floor, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import { isBlank, textOf } from "../../workbook/grid";
import type { Cell } from "../../workbook/workbook";
import type { FieldColumn } from "../columns/field-column";
import type { LabourReading, TotalRow } from "../reading";
import type { Table } from "../tables/table";
import { isTotalWord } from "../words/total-words";
import { moneyOf } from "./values";

/**
 * @param scale yen per figure, where the column of amounts states none
 * @param people the rows of this table
 * @param all those of every table: a total may be of all of them
 */
export function labourTotals(
  { grid, firstRow, lastRow, left }: Table,
  columns: readonly FieldColumn[],
  scale: number,
  people: readonly LabourReading[],
  all: readonly LabourReading[],
): TotalRow[] {
  const amounts = columns.find(({ field }) => field === "amount");
  if (amounts === undefined || people.length === 0 || all.some(({ statedAmountExact }) => statedAmountExact === null))
    return [];
  const totals: TotalRow[] = [];
  let closed = firstRow;
  for (const row of grid.rowsBetween(firstRow, lastRow)) {
    const label = labelOf(row.cells.filter((cell) => cell.column >= left && cell.column < amounts.column));
    const cell = grid.own(row.index, amounts.column);
    const money = moneyOf(cell, amounts.scale ?? scale);
    if (label === null || cell === undefined || money === null) continue;
    const above = people.filter((person) => person.row < row.index);
    const group = ["group", above.filter((person) => person.row >= closed)] as const;
    const whole = ["all", above] as const;
    const sums = [
      ...(isOfAll(label) ? [whole, group] : [group, whole]),
      ["all", people],
      ["sheet", all.filter(({ sheet }) => sheet === grid.name)],
      ["workbook", all],
    ] as const;
    totals.push({
      sheet: grid.name,
      row: row.index,
      cell: { sheet: grid.name, row: row.index, column: amounts.column },
      label,
      amount: money.yen === null ? null : floor(money.yen),
      amountExact: money.yen,
      candidates: sums
        .filter(([, rows]) => rows.length > 0)
        .map(([of, rows]) => {
          const exact = sumOf(rows);
          return { yen: floor(exact), exact, of };
        }),
      formula: cell.formula,
    });
    closed = row.index + 1;
  }
  return totals;
}

/** The word that a row is a sum by: its only word before the amounts. */
function labelOf(cells: readonly Cell[]): string | null {
  const words = cells.filter((cell) => typeof cell.value === "string" && !isBlank(cell));
  const label = words.length === 1 ? textOf(words[0]) : null;
  return label !== null && (isTotalWord(label) || SUM_OF_SOME.test(compact(label))) ? label : null;
}

const isOfAll = (label: string): boolean => isTotalWord(label) && !/小計/.test(compact(label));

/** 従業員費小計, 補助員費 計 */
const SUM_OF_SOME = /[費員給]\(?(?:小|合)?計\)?$/;

const sumOf = (rows: readonly LabourReading[]): Fraction =>
  rows.reduce((sum, { statedAmountExact }) => add(sum, statedAmountExact ?? ZERO), ZERO);
