/** A column of a table and the field that it holds. */
import type { Field } from "../field";
import type { Tax } from "../words/headers";

export interface FieldColumn {
  readonly field: Field;
  readonly column: number;
  /** Last column of a merged header: the value may stand in any of them. */
  readonly right: number;
  /** Columns that together make one amount: months, tax rates. */
  readonly set?: readonly number[];
  /** The columns of the set are levels, from the lines to the outermost sums: each holds the sums of the one before. */
  readonly areLevels?: boolean;
  /** Percent of consumption tax that the header of a column of the set states; 0 where its amounts bear none. */
  readonly rates?: ReadonlyMap<number, 10 | 8 | 0>;
  /** The amount of the lines, where several columns could be. */
  readonly isChosen?: boolean;
  readonly header: string;
  readonly tax: Tax | null;
  /** Yen per figure that the header states. */
  readonly scale: number | null;
}
