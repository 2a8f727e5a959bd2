/** What the formula of an amount says of its row: a sum of rows, another cell, a product of its own row. */
import { unspaced } from "../../text/fold";
import type { RowRange } from "../sums/roles";
import { referencesOf, type Reference } from "../../workbook/references";

export interface FormulaSense {
  /** It adds up cells of its own columns; where it adds up its own row, or other columns, it does not. */
  readonly sums: readonly RowRange[] | null;
  /** It repeats one cell of its own column. */
  readonly sameAs: number | null;
  /** It multiplies cells of its own row. */
  readonly isProduct: boolean;
  /** It takes a share of another row: ×10%, ×0.1. */
  readonly isShare: boolean;
  readonly references: readonly Reference[];
}

const SUM = /^\+?(?:SUM|SUBTOTAL|AGGREGATE)\(/i;
const ANY_SUM = /\b(?:SUM|SUBTOTAL|AGGREGATE)\(/i;
const ADDED = /^\+?\$?[A-Z]{1,3}\$?\d+(?:\+\$?[A-Z]{1,3}\$?\d+)+$/i;
const ONE_CELL = /^\+?\$?[A-Z]{1,3}\$?\d+$/i;
const MULTIPLIES = /\*|PRODUCT\(/i;
const SHARE = /\*\s*(?:0?\.\d+|\d+%|10\/1[01]0|8\/10[08])/;
/** More references than a sum that people write has. */
const MOST_RANGES = 400;

/** Cheap: whether a formula could be a sum at all. */
export const maySum = (formula: string): boolean => ANY_SUM.test(formula) || ADDED.test(unspaced(formula));

/** @param own whether a column is one of the amount's */
export function formulaSense(formula: string, row: number, own: (column: number) => boolean): FormulaSense {
  const text = formula.replace(/\s/g, "");
  const { cells } = referencesOf(formula);
  const inOwn = (reference: Reference): boolean =>
    reference.sheet === null && reference.top !== null && own(reference.left) && own(reference.right);
  const adds =
    (ANY_SUM.test(text) && !MULTIPLIES.test(text) && (SUM.test(text) || cells.every(inOwn))) || ADDED.test(text);
  let sums: RowRange[] | null = null;
  if (adds && cells.length > 0 && cells.length <= MOST_RANGES && cells.every(inOwn)) {
    sums = cells.map(({ top, bottom }) => ({ from: top as number, to: bottom ?? (top as number) }));
    if (sums.some(({ from, to }) => from <= row && row <= to)) sums = null;
  }
  const [first] = cells;
  return {
    sums,
    sameAs: ONE_CELL.test(text) && first !== undefined && inOwn(first) ? first.top : null,
    isProduct:
      MULTIPLIES.test(text) && cells.length > 1 && cells.every((cell) => cell.sheet === null && cell.top === row),
    isShare:
      SHARE.test(text) &&
      cells.length === 1 &&
      first?.sheet === null &&
      first.top !== row &&
      first.top === first.bottom,
    references: cells,
  };
}
