/** One rule = one file = one test = one doc page, named by its id. */
import type { RatioResult, SubsidyResult, Totals } from "../report/report";
import type { Answer, Severity } from "../judge/finding";
import type { ReportFinding, Stage } from "../judge/state";

/**
 * A rule sees a stage and reports findings; it changes nothing. Rules of one phase see the same stage and none of each
 * other's effects, so that their order means nothing. What the findings of a phase do is applied after it, in one place
 * (`judge/effects.ts`):
 *
 * 1. reading: how the sheets were read. Nothing is done to any line.
 * 2. verdict: what each line and labour row is, and whether it is eligible by itself.
 * 3. amount: given the verdicts, what counts of a line: trips abroad among the eligible ones, amounts without tax.
 * 4. settled: given verdict and amount, what is left: the months of a fee, property, estimates needed.
 *    Then discounts follow their lines and labour rows count in place of the lines that stand for them
 *    (`judge/lines.ts`), and the limits, the rate and the cap are worked out (`subsidy`).
 * 5. budget: the totals, ratios and the subsidy.
 */
export const LINE_PHASES = ["verdict", "amount", "settled"] as const;
type LinePhase = (typeof LINE_PHASES)[number];

/** "not-applicable": the scheme has no such rule, or the workbook gives nothing to hold against it. */
export type Outcome = "checked" | "not-applicable";

/** What was read, before any line is judged. */
type ReadStage = Pick<Stage, "workbook" | "scheme" | "reading">;

/** The budget once every line is judged. */
export interface BudgetStage extends Stage {
  readonly totals: Totals;
  readonly ratios: readonly RatioResult[];
  readonly subsidy: SubsidyResult;
}

interface RuleOf<Phase extends string, Seen> {
  readonly id: string;
  readonly severity: Severity;
  readonly phase: Phase;
  /** Absent: a reason. */
  readonly answer?: Answer;
  check(stage: Seen, report: ReportFinding): Outcome;
}

/** It holds also where nothing could be checked. */
export type ReadingRule = RuleOf<"reading", ReadStage>;
export type LineRule = RuleOf<LinePhase, Stage>;
type BudgetRule = RuleOf<"budget", BudgetStage>;
export type Rule = ReadingRule | LineRule | BudgetRule;

export const defineReadingRule = (rule: Omit<ReadingRule, "phase">): ReadingRule => ({ ...rule, phase: "reading" });
export const defineLineRule = (rule: Omit<LineRule, "phase"> & { readonly phase?: LinePhase }): LineRule => ({
  phase: "verdict",
  ...rule,
});
export const defineBudgetRule = (rule: Omit<BudgetRule, "phase">): BudgetRule => ({ ...rule, phase: "budget" });
