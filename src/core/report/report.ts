/**
 * The words everyone shares: what a check returns. The command line's JSON is a projection of this (`cli/json.ts`);
 * the pane, the summary sheet and the text report show the rest too. Money is whole yen, rates are text ("2/3").
 */
import type { Evidence, Eligibility, ExclusionFound } from "../classify/nature";
import type { ApplicantClass, RateTiers, Text } from "../scheme/scheme";
import type { SmeResult } from "../scheme/sme";
import type { Share } from "../judge/labour/shares";
import type { Measure } from "../subsidy/measure";
import type { BudgetReading, Field, TableKind } from "../read/reading";
import type { Estimates } from "../documents/match/matching";
import type { CellRef } from "../workbook/workbook";

export type Severity = "error" | "warning" | "info";
export type Tax = "exclusive" | "inclusive";

/** What the user or the command line states; whatever is absent is taken from the workbook, then from the defaults. */
export interface Settings {
  readonly scheme?: string;
  readonly frame?: string;
  readonly applicant?: ApplicantClass;
  readonly tax?: Tax;
  readonly employees?: number;
  readonly corporateMembers?: number;
  /** Project income, yen. */
  readonly income?: number;
  readonly deficit?: boolean;
  /** "2/3": where the document states no rate. */
  readonly rate?: string;
  /** Yen. */
  readonly requested?: number;
  /** Project start, "2025-08-01". */
  readonly start?: string;
}

/** Decisions of a person, kept in the workbook. */
export interface Decisions {
  readonly corrections: readonly Correction[];
  readonly waivers: readonly Waiver[];
  readonly columns: readonly ColumnChoice[];
  /** Absent in workbooks of earlier versions, and where there are none. */
  readonly rows?: readonly RowChoice[];
  /** On lines and the papers beside them; absent where there are none. */
  readonly matches?: readonly MatchDecision[];
  /** What a person read off papers that hold no text; absent where there are none. */
  readonly typed?: readonly TypedPaper[];
}

/** What a person decided of a line and papers beside it. It holds for what was seen: the line's words and yen, the papers' bytes. */
export interface MatchDecision {
  readonly sheet: string;
  readonly row: number;
  /** The line's item and amount in yen. */
  readonly seen: Pick<Seen, "text" | "yen">;
  /** accepted: they back the line, whatever was open. rejected: they do not. chosen: they are to be held against it. */
  readonly verdict: "accepted" | "rejected" | "chosen";
  readonly documents: readonly DecidedPaper[];
  /** "" where none was asked for. */
  readonly reason: string;
  readonly by: string;
  /** "2025-05-20" */
  readonly date: string;
}

/** A document as it is known again. */
export interface DecidedPaper {
  readonly file: string;
  readonly page: number;
  readonly row: number | null;
  /** Position in its items, from 1; null for the whole. */
  readonly item: number | null;
  /** `DocumentRead.digest` */
  readonly digest: string;
}

/** What stands on a paper without text, as a person read it. Money is whole yen; what was not typed is null. */
export interface TypedPaper {
  readonly file: string;
  readonly digest: string;
  readonly evidenceNo: string | null;
  readonly issuer: string | null;
  /** "2025-04-22" */
  readonly issued: string | null;
  readonly item: string | null;
  readonly net: number | null;
  readonly gross: number | null;
  readonly by: string;
  /** "2025-05-20" */
  readonly date: string;
}

/** "This line belongs to …": applies to its own row and to equal lines. */
export interface Correction {
  readonly description: string;
  readonly vendor: string | null;
  readonly middle: string;
  readonly minor: string | null;
  /** Set when the person also decided on eligibility. What the guideline excludes stays out: that takes a waiver. */
  readonly eligibility?: "eligible" | "ineligible";
  readonly by?: string;
  /** "2025-05-20" */
  readonly date?: string;
}

/** What a person had before their eyes when they decided. */
export interface Seen {
  /** The line's item, the person of a labour row, else the words of the row; of a limit on shares its id. */
  readonly text: string;
  /** The line's amount, or what a limit is about; null where there is none. */
  readonly yen: number | null;
  /** What stood in the cell. */
  readonly value: string | number | null;
}

/** How a decision stands in the workbook as it is now. */
export interface DecisionState {
  readonly kind: "waiver" | "row";
  /** Its place among the decisions of its kind. */
  readonly index: number;
  /** moved: it holds for another cell by now. changed: what was seen is not there any more, so it does not hold. */
  readonly state: "holds" | "moved" | "changed" | "unused";
  /** Where what it is about stands now. */
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface Waiver {
  readonly rule: string;
  /** null: wherever the rule speaks in this workbook. */
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly reason: string;
  readonly by: string;
  /** "2025-05-20" */
  readonly date: string;
  /** Absent in workbooks of earlier versions: then it holds for the cell, whatever stands there. */
  readonly seen?: Seen;
}

/** How a person corrected the reading of a sheet. */
export interface ColumnChoice {
  readonly sheet: string;
  /** false: do not read this sheet at all. */
  readonly use: boolean;
  readonly columns: readonly { readonly field: Field; readonly column: number }[];
  /** What its table is for; absent where that was read rightly, and in workbooks of earlier versions. */
  readonly kind?: TaughtKind;
}

/** Tables that a person can teach. */
export const TAUGHT_KINDS = ["budget", "labour", "hours", "estimates"] as const satisfies readonly TableKind[];
export type TaughtKind = (typeof TAUGHT_KINDS)[number];

/** What a person said a row is; it outweighs all that words and sums say. */
export interface RowChoice {
  readonly sheet: string;
  readonly row: number;
  /** skip: it counts nothing. */
  readonly as: "line" | "subtotal" | "skip";
  /** The row's words and its yen, without `value`: the choice holds for them, wherever they stand by now. */
  readonly seen: Seen;
  readonly by?: string;
  /** "2025-05-20" */
  readonly date?: string;
}

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
  /** Where those rows are of several items or members, or of others than the line: what of it counts for which. */
  readonly shares: readonly Share[];
  /** Where the amount stands as the very number that was read; null where it stands in another unit, form or place. */
  readonly amountCell: CellRef | null;
  /** How eligibleAmount came from amount, in order; empty when they are equal. */
  readonly adjustments: readonly Adjustment[];
}

export interface Adjustment {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
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

/** A value to put into a cell. `safe`: the clause dictates it. `review`: a person should look first. */
export interface Fix {
  readonly kind: "safe" | "review";
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** "F12", without the sheet; null when the finding concerns the whole sheet or budget. */
  readonly cell: string | null;
  readonly clause: string;
  /** The facts of the finding; `messages` turns them into what, why and what to do. */
  readonly data: FindingData;
  readonly fix: Fix | null;
  readonly waived: { readonly reason: string; readonly by: string; readonly date: string } | null;
}

export type FindingData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

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

export interface Origin {
  readonly from: "option" | "workbook" | "default";
  readonly cell: CellRef | null;
  /** Of `applicant`: what industry, capital and employees say, where the workbook states them. */
  readonly sme?: SmeResult;
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
  /** How every sheet was read. */
  /** Documents given beside the workbook and what became of each line; null where none were given. */
  readonly estimates: Estimates | null;
  readonly reading: BudgetReading;
  /** Where each setting in force came from. */
  readonly origins: Readonly<Record<string, Origin>>;
}
