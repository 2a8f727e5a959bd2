/** What all sections of the summary share. */
import type { ReportShown } from "../../core/report/shown";
import type { Frame, Scheme } from "../../core/scheme/scheme";
import type { SummaryItem } from "./items";
import type { Page } from "./page";
import type { SummaryWords } from "./words";

/** Cells and ranges that formulas of other sections speak of. */
export type Ref =
  | "lines.no"
  | "lines.name"
  | "lines.member"
  | "lines.claimed"
  | "lines.eligible"
  | "lines.reason"
  | "claimed"
  | "eligible"
  | "allowed"
  | "income"
  | "base"
  | "rate"
  | "partLimits"
  | "cap"
  | "rounding"
  | "floor"
  | "amount"
  | "requested"
  | `ratio.${string}.amount`
  | `ratio.${string}.allowed`
  | `member.${number}.allowed`
  | `part.${string}.cost`
  | `part.${string}.amount`;

export class Draft {
  private readonly places = new Map<Ref, string>();

  constructor(
    readonly page: Page,
    readonly report: ReportShown,
    readonly scheme: Scheme,
    readonly words: SummaryWords,
    readonly items: readonly SummaryItem[],
  ) {}

  /** What a limit on shares takes off: nothing, or a negative figure. */
  ratioCut(id: string): string {
    return `${this.at(`ratio.${id}.allowed`)}-${this.at(`ratio.${id}.amount`)}`;
  }

  /** Remembers where something stands: an absolute address. */
  mark(ref: Ref, address: string): void {
    this.places.set(ref, address);
  }

  /** To be called in formulas only, once everything is placed. @throws RangeError for what was not placed */
  readonly at = (ref: Ref): string => {
    const address = this.places.get(ref);
    if (address === undefined) throw new RangeError(`nothing stands for ${ref}`);
    return address;
  };

  get frame(): Frame | undefined {
    return this.scheme.frames.find(({ id }) => id === this.report.frame);
  }

  /** Eligible yen of the items that fit. */
  eligible(fits: (item: SummaryItem) => boolean): number {
    return this.items.filter(fits).reduce((sum, { eligible }) => sum + eligible, 0);
  }

  /** Project income that came off, yen. */
  get income(): number {
    return this.report.subsidy?.income ?? 0;
  }
}
