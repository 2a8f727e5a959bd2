/** An estimate's table as it was read: its rows, whatever way they were told from each other. */
import type { PaperPlace, Segment } from "../page/paper";
import type { TableHead } from "./columns";
import type { Told } from "./told";

export interface Row {
  /** Index of its table. */
  readonly table: number;
  readonly name: string;
  readonly spec: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly unitPrice: number | null;
  /** By column of amounts, in the order of `amountColumns`. */
  readonly amounts: readonly (number | null)[];
  readonly taxRate: number | null;
  /** Its section or its own name says that it is offered beside the total. */
  readonly optional: boolean;
  /** It stands below a total of the whole paper. */
  readonly afterTotal: boolean;
  /** Price × quantity is the amount. */
  readonly proven: boolean;
  readonly at: PaperPlace;
}

export interface Table {
  readonly head: TableHead;
  /** Indices of the columns that hold amounts. */
  readonly amountColumns: readonly number[];
  readonly rows: readonly Row[];
  /** Totals that stand in its own columns, each under the heading that says what it is. */
  readonly told: readonly Told[];
}

/** The figure of a segment in the paper's currency and scale (yen; a foreign paper may have cents); null where it is none. */
export type Money = (segment: Segment) => number | null;
