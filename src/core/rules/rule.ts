/** One rule = one file = one test = one doc page, named by its id. */
import type { RatioResult, Severity, SubsidyResult, Totals } from "../report/report";
import type { ReportFinding, Stage } from "../judge/state";

/** "not-applicable": the scheme has no such rule, or the workbook gives nothing to hold against it. */
export type Outcome = "checked" | "not-applicable";

/** The budget once every line is judged. */
export interface BudgetStage extends Stage {
  readonly totals: Totals;
  readonly ratios: readonly RatioResult[];
  readonly subsidy: SubsidyResult;
}

export interface LineRule {
  readonly id: string;
  readonly severity: Severity;
  readonly stage: "lines";
  check(stage: Stage, report: ReportFinding): Outcome;
}

export interface BudgetRule {
  readonly id: string;
  readonly severity: Severity;
  readonly stage: "budget";
  check(stage: BudgetStage, report: ReportFinding): Outcome;
}

/** About how the sheets were read: it holds also where nothing could be checked. */
export interface ReadingRule {
  readonly id: string;
  readonly severity: Severity;
  readonly stage: "reading";
  check(stage: ReadStage, report: ReportFinding): Outcome;
}

/** What was read, before any line is judged. */
export type ReadStage = Pick<Stage, "workbook" | "scheme" | "reading">;

export type Rule = ReadingRule | LineRule | BudgetRule;

export const defineReadingRule = (rule: Omit<ReadingRule, "stage">): ReadingRule => ({ ...rule, stage: "reading" });

export const defineLineRule = (rule: Omit<LineRule, "stage">): LineRule => ({ ...rule, stage: "lines" });
export const defineBudgetRule = (rule: Omit<BudgetRule, "stage">): BudgetRule => ({ ...rule, stage: "budget" });
