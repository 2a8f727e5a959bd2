/** Money in a table, or on a sheet, of which no line was read: what stands below the headers that speak of money. */
import { floor, toNumber } from "../money/fraction";
import { isDateFormat } from "../text/date";
import type { Row } from "../workbook/workbook";
import { moneyOf } from "./records/values";
import { headerOf, tellsMoney } from "./words/headers";
import { isTotalWord } from "./words/total-words";

/** Figures below this are counts, days or percents. */
export const LEAST_MONEY = 100;

const FEWEST_FIGURES = 2;

/** A column of money: its header, 0 the row of one that is known, and whole yen of what stands below it, sums left out. */
export interface MoneyBelow {
  readonly header: string;
  readonly row: number;
  readonly column: number;
  readonly yen: number;
}

interface Run extends MoneyBelow {
  readonly scale: number;
  readonly fewest: number;
  yen: number;
  figures: number;
}

/**
 * Of columns of money (月額 | 年額) the one that comes to most; null where there is none. A run of figures goes on until other
 * words stand in its column; below a header that only its words show, it has two.
 * @param headers of columns that are known to hold money, above the first of the rows
 * @param scale yen per figure where a header states no unit
 */
export function moneyBelow(
  rows: readonly Row[],
  headers: readonly { readonly column: number; readonly text: string }[],
  scale: number,
): MoneyBelow | null {
  let most: Run | null = null;
  const running = new Map<number, Run>();
  const begin = (row: number, column: number, header: string, fewest: number): void => {
    const unit = headerOf(header)?.scale ?? scale;
    running.set(column, { header, row, column, scale: unit, fewest, yen: 0, figures: 0 });
  };
  for (const { column, text } of headers) begin(0, column, text, 1);
  for (const { index, cells } of rows) {
    const isSum = cells.some(({ value }) => typeof value === "string" && isTotalWord(value));
    for (const cell of cells) {
      const run = running.get(cell.column);
      const money = moneyOf(cell, run?.scale ?? scale);
      if (money === null || isDateFormat(cell.format)) continue;
      if (money.yen === null && tellsMoney(String(cell.value)))
        begin(index, cell.column, String(cell.value), FEWEST_FIGURES);
      else if (money.yen === null) running.delete(cell.column);
      else if (run !== undefined && !isSum && Math.abs(toNumber(money.yen)) >= LEAST_MONEY) {
        run.yen += floor(money.yen);
        run.figures++;
        if (run.figures >= run.fewest && run.yen > (most?.yen ?? 0)) most = run;
      }
    }
  }
  return most;
}
