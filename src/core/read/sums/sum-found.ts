/** A sum that was looked at: `by` is how it is right, null when it is not. */
export interface SumFound {
  readonly index: number;
  readonly by: HowRight | null;
  /** How many figures it sums: one alone proves little. */
  readonly of: number;
}

export type HowRight =
  | "lines since the last total"
  | "lines since the last right total"
  | "totals and lines"
  | "totals and lines, a total among them wrong"
  | "all lines"
  | "parts of the lines"
  | "total and tax"
  | "headings"
  | "same as a total"
  | "with tax"
  | "tables above too"
  | "the labour sheet too"
  | "its own formula"
  | "lines of one kind"
  | "lines below"
  | "headings below"
  | "parts of the line above"
  | "what is left out";

/** It may be right for another reason than that its rows are lines. */
export const WEAK: ReadonlySet<HowRight> = new Set<HowRight>([
  "same as a total",
  "with tax",
  "its own formula",
  "lines of one kind",
  "the labour sheet too",
]);

/** A formula shows what its row is; that it sums what it should is another matter. */
const FITS_WHAT_WAS_TYPED: ReadonlySet<HowRight> = new Set<HowRight>([
  "totals and lines, a total among them wrong",
  "headings below",
  "same as a total",
  "its own formula",
]);

/** Whether the lines themselves show that the sum is right. */
export const isProof = ({ by }: SumFound): boolean => by !== null && !FITS_WHAT_WAS_TYPED.has(by);
