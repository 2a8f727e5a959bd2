/** What a row with a figure can be, as the sums see it. */

export const ROLES = ["line", "total", "head", "tax", "funding", "part", "skip"] as const;

/**
 * line: counted; total: sums rows above; head: stands above the rows it sums; tax: consumption tax; funding: grant and own
 * money, rates, limits; part: breaks the line above down; skip: an example, a prepared or a further row that counts nothing.
 */
export type Role = (typeof ROLES)[number];

export type Scores = Record<Role, number>;

/** Rows of one sheet a formula adds up. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** One row with a figure, weighed. */
export interface Weighed {
  readonly row: number;
  /** Yen, as a double: sums are compared to the yen, exact figures stay with the line. */
  readonly yen: number;
  readonly scores: Scores;
  readonly best: Role;
  /** By how much the best role is ahead of the next. */
  readonly margin: number;
  /** Roles worth trying, the best first. */
  readonly options: readonly Role[];
  /** Its formula adds up these rows of its own column; null when it does not. */
  readonly sums: readonly RowRange[] | null;
  /** The words of the row, compact: a total may name the lines it sums. */
  readonly label: string;
  /** It names a category and nothing else. */
  readonly onlyCategory: boolean;
  /** Its words are those of a total of everything: 合計, of no category, member or rate. */
  readonly saysAll: boolean;
  readonly saysInclusive: boolean;
}
