/** The lines and labour rows while they are being judged: what was read, what it is, and what counts so far. */
import type { Classification } from "../classify/nature";
import type { Conditions } from "./conditions";
import type { Adjustment, Severity, Fix, FindingData } from "./finding";
import type { WageKind } from "./labour/wages";
import type { Category, Scheme } from "../scheme/scheme";
import type { BudgetLine, BudgetReading, LabourReading, MonthReading } from "../read/reading";
import type { Estimates } from "../documents/estimates";
import type { CellRef, Workbook } from "../workbook/workbook";

export type Verdict = "eligible" | "review" | "ineligible";

/** A part of a line that is of one item and one member. */
export interface Share {
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
  readonly member: string | null;
  /** Yen; null where the line's amount cannot be read. All shares together claim what the line does. */
  readonly claimed: number | null;
  /** Yen; all shares together count what the line does. */
  readonly eligible: number;
}

export interface LineState {
  readonly read: BudgetLine;
  /** The category in force: the classifier's, or a person's correction. */
  readonly classification: Classification;
  readonly corrected: boolean;
  /** What the sheet states, matched with the scheme's items; null where it states none or none is recognised. */
  readonly stated: StatedCategory;
  /** Whether the amount carries consumption tax, and what says so. */
  readonly tax: "exclusive" | "inclusive";
  /** Whether the unit price does: a price without tax may stand beside an amount with it. */
  readonly priceTax: "exclusive" | "inclusive";
  /** 10 or 8: percent of tax inside a tax-inclusive amount. */
  readonly taxPercent: 10 | 8;
  /** Yen without tax, for thresholds; null when the sheet gives neither a price nor amount and quantity. */
  readonly unitPrice: number | null;
  /** Yen per figure of its table (1,000 where the sheet counts in 千円). */
  readonly yenPerUnit: number;
  /** Labour rows this line stands for. */
  readonly labourRows: readonly LabourState[];
  // judged by the rules, phase by phase (`effects.ts`)
  readonly verdict: Verdict;
  /** Yen that count so far; the verdict is applied last. */
  readonly counted: number;
  readonly adjustments: readonly Adjustment[];
  /** Once settled, where labour rows are of several items or members, or columns divide it among members: its parts. */
  readonly shares: readonly Share[];
}

export interface StatedCategory {
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
  /** Whether the sheet uses the scheme's own word for the item, not another one that people use. */
  readonly isOwnWord: boolean;
}

export interface MonthState {
  readonly read: MonthReading;
  /** Yen: floor(rate × hours). */
  readonly computed: number | null;
  /** Yen: the lesser of computed and the pay actually paid. */
  readonly allowed: number | null;
}

export interface LabourState {
  readonly read: LabourReading;
  readonly kind: WageKind;
  /** The row's own words say so; else it is taken for an employee's. */
  readonly isKindTold: boolean;
  /** The scheme's item for it; null where the scheme has none. */
  readonly item: Category | null;
  /** Yen an hour: recomputed from the pay, or as stated for part-timers; null when neither can be had. */
  readonly rate: number | null;
  /** Yen an hour that may be used: the lesser of stated and recomputed. */
  readonly allowedRate: number | null;
  /** Pay that is in the stated rate although it may not be, by column name ("overtime" …). */
  readonly excludedPay: readonly ("overtime" | "bonus" | "oneOffPay")[];
  /** Of such pay, what the allowances hold. */
  readonly insideAllowances: readonly ("overtime" | "bonus" | "oneOffPay")[];
  readonly months: readonly MonthState[];
  /** Yen: floor(allowedRate × hours). */
  readonly amount: number | null;
  readonly classification: Classification;
  readonly inBudget: boolean;
  readonly verdict: Verdict;
  readonly counted: number;
}

/** What every rule may look at. */
export interface Stage {
  readonly workbook: Workbook;
  readonly scheme: Scheme;
  readonly conditions: Conditions;
  readonly reading: BudgetReading;
  readonly lines: readonly LineState[];
  readonly labour: readonly LabourState[];
  /** Documents given beside the workbook, held against its lines; null where none were given. */
  readonly estimates: Estimates | null;
}

/** What a finding does to the line or labour row it is about, unless it is waived. */
export type Effect =
  | { readonly on: LineState | LabourState; readonly verdict: "ineligible" | "review" }
  | { readonly on: LineState; readonly amount: number };

export interface Found {
  /** The cell that shows what is wrong; null for the whole sheet or budget. */
  readonly at: CellRef | null;
  /** Where `at` is null and the finding concerns one sheet. */
  readonly sheet?: string;
  /** Differs from the rule's own severity only where the domain says so. */
  readonly severity?: Severity;
  /** Differs from the rule's own clause where the item decides it (5(1)⑦ア–サ). */
  readonly clause?: string;
  readonly data: FindingData;
  readonly fix?: Fix;
  readonly effects?: readonly Effect[];
}

export type ReportFinding = (found: Found) => void;
