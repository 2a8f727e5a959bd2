/** The words of the summary sheet; `src/messages/summary.ts` has them in Japanese and English. */
import type { Finding, Severity } from "../../core/judge/finding";
import type { Step } from "../../core/report/report";
import type { ReportShown } from "../../core/report/shown";
import type { Decided, MatchReason, MatchState } from "../../core/documents/match/matching";
import type { ApplicantClass, Text } from "../../core/scheme/terms";
import type { Scheme } from "../../core/scheme/scheme";
import type { AssetResult, Obstacle } from "../../core/subsidy/assets";
import type { Eligibility } from "../../core/classify/nature";

export interface SummaryWords {
  /** Name of the sheet: at most 31 characters, none of \ / ? * [ ] : */
  readonly sheet: string;
  readonly title: string;
  /** At the foot of every printed page, before the edition. */
  readonly product: string;
  /** Before the number that tells one result from another. */
  checkNumber(number: string): string;
  /** Which of a scheme's two names is shown. */
  pick(text: Text): string;
  classOf(applicant: ApplicantClass): string;
  readonly tax: { readonly exclusive: string; readonly inclusive: string };
  readonly noFrame: string;
  readonly verdict: {
    readonly clean: string;
    warnings(count: number): string;
    errors(errors: number, warnings: number): string;
    missing(what: readonly string[]): string;
    readonly nothing: string;
    /** Assets that do not qualify, and those that a person has to look at. */
    assets(failing: number, open: number): string;
  };
  readonly unit: string;
  /** When the budget's figures are not those of the check any more. */
  readonly stale: string;
  readonly steps: {
    readonly heading: string;
    readonly item: string;
    readonly yen: string;
    readonly how: string;
    say(step: Step, report: ReportShown, scheme: Scheme): { readonly label: string; readonly note: string };
    readonly amount: string;
    readonly unknown: string;
    readonly requested: string;
    readonly difference: string;
    readonly differenceHow: string;
  };
  readonly categories: {
    readonly heading: string;
    readonly major: string;
    readonly middle: string;
    readonly claimed: string;
    readonly eligible: string;
    readonly share: string;
    readonly total: string;
    totalOf(major: string): string;
    /** For lines that belong to no item. */
    readonly none: string;
    readonly chart: string;
  };
  readonly ratios: {
    readonly heading: string;
    readonly name: string;
    nameOf(name: Text): string;
    readonly amount: string;
    readonly base: string;
    readonly limit: string;
    readonly most: string;
    readonly allowed: string;
    readonly left: string;
    readonly status: string;
    statusOf(status: ReportShown["ratios"][number]["status"]): string;
  };
  readonly members: {
    readonly heading: string;
    readonly name: string;
    readonly class: string;
    readonly rate: string;
    readonly eligible: string;
    readonly cut: string;
    readonly allowed: string;
  };
  readonly parts: {
    readonly heading: string;
    readonly name: string;
    readonly cost: string;
    readonly rate: string;
    readonly cap: string;
    readonly amount: string;
  };
  /** Of schemes that pay no subsidy. */
  readonly measure: {
    readonly assets: string;
    readonly asset: string;
    readonly kind: string;
    readonly result: string;
    resultOf(qualifies: boolean | null): string;
    readonly reason: string;
    why(obstacle: Obstacle): string;
    unknown(what: AssetResult["missing"][number]): string;
    readonly relief: string;
    readonly investment: string;
    share(percent: string): string;
  };
  readonly labour: {
    /** Name of the sheet that shows this alone. */
    readonly sheet: string;
    readonly months: string;
    readonly month: string;
    readonly paid: string;
    readonly heading: string;
    readonly note: string;
    readonly person: string;
    readonly kind: string;
    readonly basePay: string;
    readonly allowances: string;
    readonly excluded: string;
    readonly welfare: string;
    readonly scheduledHours: string;
    readonly rate: string;
    readonly statedRate: string;
    readonly hours: string;
    readonly amount: string;
    readonly eligible: string;
    readonly total: string;
  };
  readonly findings: {
    readonly heading: string;
    readonly none: string;
    readonly severity: string;
    severityOf(severity: Severity): string;
    readonly place: string;
    readonly whole: string;
    readonly what: string;
    readonly why: string;
    readonly todo: string;
    /** "5(1)①" → "(要領 5(1)①)"; "" stays "". */
    clause(clause: string): string;
    say(finding: Finding): {
      readonly title: string;
      readonly what: string;
      readonly why: string;
      readonly todo: string;
    };
  };
  readonly waivers: {
    readonly heading: string;
    readonly finding: string;
    readonly reason: string;
    readonly by: string;
    readonly date: string;
  };
  /** Lines beside estimates. */
  readonly matches: {
    readonly heading: string;
    readonly state: string;
    stateOf(state: MatchState): string;
    readonly reason: string;
    reasonOf(reason: MatchReason): string;
    readonly difference: string;
    readonly papers: string;
    /** "3_センサー.pdf 品目2・3" */
    item(file: string, items: readonly number[]): string;
    readonly decided: string;
    decidedBy(decided: Decided): string;
    readonly unmatched: string;
  };
  readonly notChecked: {
    readonly heading: string;
    say(item: ReportShown["notChecked"][number]): string;
  };
  readonly lines: {
    readonly heading: string;
    readonly note: string;
    readonly no: string;
    readonly place: string;
    readonly description: string;
    readonly item: string;
    readonly verdict: string;
    verdictOf(eligibility: Eligibility): string;
    readonly claimed: string;
    readonly eligible: string;
    readonly major: string;
    readonly minor: string;
    readonly member: string;
    readonly unitPrice: string;
    readonly quantity: string;
    readonly evidence: string;
    /** Why less counts than was claimed. */
    readonly reason: string;
    reasonOf(reason: string): string;
    /** In place of an amount that cannot be read. */
    readonly unreadable: string;
  };
}
