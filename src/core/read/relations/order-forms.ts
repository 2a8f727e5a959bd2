/**
 * Forms in which items and prices are printed, and counts are filled in for what is ordered. In one that is filled in for
 * some of its items the others are no lines (`rows/row-views.ts`); here are those in which nothing is ordered.
 */
import { isBlank } from "../../workbook/grid";
import { NOWHERE } from "../../workbook/workbook";
import type { LineRead } from "../records/lines";
import type { BudgetRows } from "../rows/read";
import type { Part } from "../tables/part";

/** Counts have their column, and none stands in it. */
export const awaitsCounts = ({ columns, rows }: Part): boolean =>
  columns.some(({ field, column }) => field === "quantity" && column !== NOWHERE) &&
  rows?.lines.some(isCounted) === false;

/** A count of 0 is one that is still to be filled in. */
export const isCounted = ({ line: { quantity } }: LineRead): boolean => quantity !== null && quantity.n !== 0n;

/**
 * The rows of an order form in which nothing is ordered yet, which are no lines: 品名 | 単価 | 袋数 | 小計, filled in but for
 * the amounts; null where it is none.
 */
export function blankForm({ kind, table, columns, rows }: Part): BudgetRows | null {
  const isPriced = columns.some(({ field }) => field.startsWith("unitPrice"));
  if (rows === null || kind !== "budget" || !isPriced || rows.lines.some(({ exact }) => exact !== null)) return null;
  const isEmpty = (column: number): boolean =>
    table.grid.rowsBetween(table.firstRow, table.lastRow).every(({ index }) => isBlank(table.grid.own(index, column)));
  if (!table.columns.some(({ column, meaning }) => meaning?.fields[0] === "amount" && isEmpty(column))) return null;
  return { ...rows, lines: [], all: [], totals: [], roles: rows.roles.filter(({ role }) => role !== "line") };
}
