/** What the reader may know of a scheme: its category words, which amounts it wants, and its period. */
import type { Span } from "../text/date";
import type { BudgetLine } from "./reading";
import type { CategoryWords } from "./words/categories";
import type { Tax } from "./words/headers";

export interface ReadingHints {
  readonly categoryWords: CategoryWords;
  /** Which of a 税抜 and a 税込 column is the amount of a line. */
  readonly taxTreatment: Tax;
  /** Resolves months without a year; null or absent when the scheme states no period. */
  readonly period?: Span | null;
  /** How plainly a line says what is bought, -1 to 1; asked of some lines, where several tables hold money. */
  readonly plainness?: (line: BudgetLine) => number;
}
