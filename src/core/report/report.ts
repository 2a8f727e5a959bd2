/**
 * The words everyone shares: what a check returns. The command line's JSON is a projection of this (`cli/json.ts`);
 * the pane, the summary sheet and the text report show the rest too. Money is whole yen, rates are text ("2/3").
 */
import type { Evidence, Eligibility, ExclusionFound } from "../classify/nature";
import type { ApplicantClass, Text } from "../scheme/terms";
import type { RateTiers } from "../scheme/scheme";
import type { DecisionState } from "../decisions/decision";
import type { Adjustment, Finding, FindingData } from "../judge/finding";
import type { Origin, Tax } from "../judge/settings";
import type { Share } from "../judge/state";
import type { Measure } from "../subsidy/measure";
import type { BudgetReading } from "../read/reading";
import type { Estimates } from "../documents/estimates";
import type { CellRef } from "../workbook/workbook";

export interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly description: string;
  readonly specification: string | null;
  readonly vendor: string | null;
  readonly statedMajor: string | null;
  readonly statedMiddle: string | null;
  /** The classification in force. */
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
  readonly eligibility: Eligibility;
  readonly unitPrice: number | null;
  readonly quantity: number | null;
  readonly amount: number | null;
  readonly eligibleAmount: number;
  readonly member: string | null;
  readonly evidenceNo: string | null;
  readonly kind: string;
  /** Calibrated probability that the category is right, 0–1. */
  readonly confidence: number;
  /** Calibrated probability that the eligibility is right, 0–1. */
  readonly eligibilityConfidence: number;
  readonly runnerUp: string | null;
  /** The words that decided; worked out when asked for. */
  readonly evidence: readonly Evidence[];
  readonly exclusions: readonly ExclusionFound[];
  /** Clause of the category in force. */
  readonly clause: string | null;
  /** A person's correction is in force. */
  readonly corrected: boolean;
  /** Rows of the labour sheet this line stands for ("労務費!4"); their amounts count in its place. */
  readonly labourRows: readonly string[];
  /**
   * Where those rows are of several items or members, or of others than the line, or columns say what each member bears: what
   * of it counts for which.
   */
  readonly shares: readonly Share[];
  /** Where the amount stands as the very number that was read; null where it stands in another unit, form or place. */
  readonly amountCell: CellRef | null;
  /** How eligibleAmount came from amount, in order; empty when they are equal. */
  readonly adjustments: readonly Adjustment[];
}

export interface LabourRow {
  readonly sheet: string;
  readonly row: number;
  readonly person: string;
  readonly position: string | null;
  /** The scheme's item for such wages, else what they are. */
  readonly major: string | null;
  readonly kind: string;
  /** Yen an hour. */
  readonly statedRate: number | null;
  /** Yen an hour, recomputed (stated for part-timers). */
  readonly rate: number | null;
  readonly hours: number | null;
  readonly statedAmount: number | null;
  /** Recomputed: floor(allowed rate × hours). */
  readonly amount: number | null;
  readonly eligibleAmount: number;
  readonly member: string | null;
  /** The parts of the hourly rate, for showing the sum line by line; null where the sheet gives none. Yen a month. */
  readonly parts: {
    readonly basePay: number | null;
    readonly allowances: number | null;
    readonly overtime: number | null;
    readonly bonus: number | null;
    readonly oneOffPay: number | null;
    readonly welfare: number | null;
    readonly scheduledHours: number | null;
  };
  /** Which of overtime, bonus and one-off pay the allowances hold: that comes off them. */
  readonly insideAllowances: readonly ("overtime" | "bonus" | "oneOffPay")[];
  readonly months: readonly {
    readonly month: string | null;
    readonly row: number;
    readonly sheet: string;
    readonly hours: number | null;
    readonly payPaid: number | null;
    readonly computed: number | null;
    readonly allowed: number | null;
  }[];
  /** A budget line stands for this row. */
  readonly inBudget: boolean;
}

export interface RatioResult {
  readonly id: string;
  readonly name: Text;
  readonly amount: number;
  readonly base: number;
  readonly limit: string;
  readonly allowed: number;
  readonly status: "ok" | "warning" | "error" | "waived";
}

export interface MemberResult {
  readonly name: string;
  readonly class: ApplicantClass;
  readonly rate: string;
  readonly allowed: number;
}

export interface SubsidyResult {
  /** null when members or parts differ, or when it is not known. */
  readonly rate: string | null;
  readonly cap: number | null;
  readonly floor: number | null;
  /** Project income that the scheme deducts from the allowed cost, yen. */
  readonly income: number;
  /** Σ rate × allowed, floored to the yen. */
  readonly beforeCap: number | null;
  /** The same after the limits of the frame's parts, before its cap. */
  readonly payable: number | null;
  /** How a single applicant's rate goes on; null where members or parts have their own. */
  readonly tiers: RateTiers | null;
  readonly amount: number | null;
  readonly requested: number | null;
  /** What the user still has to say before a figure can be given: "rate", "employees", "frame" … */
  readonly missing: readonly string[];
  readonly parts: readonly {
    readonly id: string;
    readonly cost: number;
    readonly amount: number;
    readonly cap: number;
  }[];
}

/** A line behind a step, and what it lost there, yen. */
export interface StepLine {
  readonly sheet: string;
  readonly row: number;
  readonly yen: number;
}

/** One step from what was claimed to what can be applied for. Yen. */
export interface Step {
  readonly id:
    | "claimed"
    | "reduction"
    | "eligible"
    | "ratio"
    | "allowed"
    | "income"
    | "base"
    | "part"
    | "rate"
    | "partLimits"
    | "cap"
    | "rounding"
    | "floor"
    | "amount";
  /** A level reached, something taken away (0 where a limit is kept), or a part of the level that follows. */
  readonly kind: "level" | "cut" | "part";
  /** The level, what is taken away (negative where something comes on top), or the part. */
  readonly yen: number;
  /** What stands after the step. */
  readonly level: number;
  /** Of a reduction its reason, of a ratio or a part its id, of the rate "2/3" where there is one. */
  readonly of: string | null;
  /** Where the step is about lines: those that it takes from. */
  readonly lines: readonly StepLine[];
}

export interface Totals {
  readonly claimed: number;
  readonly eligible: number;
  readonly allowed: number;
  readonly byMajor: Readonly<Record<string, number>>;
  readonly byMiddle: Readonly<Record<string, number>>;
}

export interface Report {
  readonly scheme: string;
  readonly frame: string | null;
  readonly applicant: ApplicantClass | null;
  readonly tax: Tax;
  readonly lines: readonly Line[];
  readonly labour: readonly LabourRow[];
  /** null when nothing could be checked. */
  readonly totals: Totals | null;
  readonly ratios: readonly RatioResult[];
  readonly members: readonly MemberResult[];
  readonly subsidy: SubsidyResult | null;
  /** From `totals.claimed` to `subsidy.amount`; empty when nothing could be checked. */
  readonly steps: readonly Step[];
  /** Of a scheme that pays no subsidy: which assets qualify, or what comes off the tax. */
  readonly measure: Measure | null;
  readonly findings: readonly Finding[];
  readonly rules: {
    readonly checked: readonly string[];
    readonly notApplicable: readonly string[];
    readonly crashed: readonly string[];
  };
  /** What a person still has to look at; codes with facts, put into words by `messages`. */
  readonly notChecked: readonly { readonly code: string; readonly data: FindingData }[];
  /** How each waiver and each choice of a row stands, in the order in which they were given. */
  readonly decisions: readonly DecisionState[];
  /** Documents given beside the workbook and what became of each line; null where none were given. */
  readonly estimates: Estimates | null;
  /** How every sheet was read. */
  readonly reading: BudgetReading;
  /** Where each setting in force came from. */
  readonly origins: Readonly<Record<string, Origin>>;
}
