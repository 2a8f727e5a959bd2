/** One row of a table on its way to being a line, a total or anything else. */
import type { Cell, Row } from "../../workbook/workbook";
import type { RowRole } from "../reading";
import type { Money } from "../records/values";
import type { SumFound } from "../sums/sum-found";
import type { Level } from "../words/categories";
import type { TotalLabel } from "../words/labels";
import type { RowEvidence } from "./detectors";
import type { RowView } from "./view";

export interface Heading {
  readonly level: Level | "member" | null;
  readonly shown: string;
  readonly cell: Cell;
}

interface TotalFound {
  readonly label: TotalLabel | null;
  readonly cell: Cell;
  readonly amountCell: Cell | undefined;
}

/** One row on its way to being a line, a total or anything else. */
export class Draft {
  role: RowRole = "other";
  money: Money | null = null;
  /** Slot the money was read from; -1 while there is none. */
  moneySlot = -1;
  total: TotalFound | null = null;
  heading: Heading | null = null;
  /** The formula of the amount, where the file does not hold its result. */
  unsaved: Cell | null = null;
  isTax = false;
  /** In place of the amount stands that there is none: 該当なし, －. */
  saysNoAmount = false;
  /** … that it comes with another item, or for nothing: 本体に含む, 無償. */
  isIncluded = false;
  /** The sum stands above its lines. */
  isAbove = false;
  /** What was weighed, where there was something to weigh. */
  evidence: RowEvidence | null = null;
  view: RowView | null = null;
  /** How the sum it states is right, or that it is not; null when it states none. */
  sum: SumFound | null = null;
  /** It stands below the total, under words that it is not part of it: オプション（見積金額には含まれません）. */
  isNotIncluded = false;
  /** A person said what it is. */
  isChosen = false;

  /** @param text the first text of the row that may label it */
  constructor(
    readonly row: Row,
    readonly text: Cell | undefined,
    readonly texts: readonly Cell[],
  ) {}

  as(role: RowRole): this {
    this.role = role;
    return this;
  }
}

export const roleOfTotal = (label: TotalLabel | null, isWithin = false): RowRole =>
  label === null
    ? isWithin
      ? "subtotal"
      : "total"
    : label.category !== null || label.rank <= 2
      ? "subtotal"
      : "total";

export const depthOf = (heading: Heading | null): number =>
  heading?.level === "member" ? 0 : heading?.level === "major" ? 1 : heading?.level === "middle" ? 2 : 3;
