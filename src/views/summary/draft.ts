/** What all sections of the summary share. */
import type { Report } from "../../core/report/report";
import type { Frame, RateTiers, Scheme } from "../../core/scheme/scheme";
import { rateOf, subsidyFor } from "../../core/subsidy/rates";
import { floor, fraction } from "../../core/money/fraction";
import type { SummaryItem } from "./items";
import type { Page } from "./page";
import type { SummaryWords } from "./words";

/** Cells and ranges that formulas of other sections speak of. */
export type Ref =
  | "lines.name"
  | "lines.member"
  | "lines.claimed"
  | "lines.eligible"
  | "claimed"
  | "eligible"
  | "allowed"
  | "income"
  | "base"
  | "beforeCap"
  | "cap"
  | "amount"
  | "requested"
  | `ratio.${string}.amount`
  | `ratio.${string}.allowed`
  | `member.${number}.allowed`
  | `part.${string}.cost`;

export class Draft {
  private readonly places = new Map<Ref, string>();

  constructor(
    readonly page: Page,
    readonly report: Report,
    readonly scheme: Scheme,
    readonly words: SummaryWords,
    readonly items: readonly SummaryItem[],
  ) {}

  /** Remembers where something stands: an absolute address. */
  mark(ref: Ref, address: string): void {
    this.places.set(ref, address);
  }

  /** To be called in formulas only, once everything is placed. @throws RangeError for what was not placed */
  at(ref: Ref): string {
    const address = this.places.get(ref);
    if (address === undefined) throw new RangeError(`nothing stands for ${ref}`);
    return address;
  }

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

  /** The rate that made the subsidy of a single applicant; undefined when none of the frame's does. */
  get tiers(): RateTiers | undefined {
    const { frame, report } = this;
    const { applicant, subsidy, totals } = report;
    if (frame === undefined || applicant === null || subsidy?.beforeCap == null || totals === null) return undefined;
    const cost = fraction(totals.allowed - this.income);
    return [rateOf(frame, applicant, false, subsidy.rate), rateOf(frame, applicant, true, subsidy.rate)].find(
      (tiers) => tiers !== undefined && floor(subsidyFor(tiers, cost)) === subsidy.beforeCap,
    );
  }
}
