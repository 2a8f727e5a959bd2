/** What the pane asks of the engine. It works beside the pane, which therefore answers at any moment. */
import type { AskedItem } from "../../core/desk/asked";
import type { DocumentRead } from "../../core/documents/document";
import type { RowTold } from "../../core/read/reading";
import type { Decisions, Seen } from "../../core/decisions/decision";
import type { Finding, Fix } from "../../core/judge/finding";
import type { Settings } from "../../core/judge/settings";
import type { ReportShown } from "../../core/report/shown";
import type { Weighed } from "../../core/decisions/weigh";
import type { Scheme } from "../../core/scheme/scheme";
import type { Workbook } from "../../core/workbook/workbook";
import type { Candidate, Circumstances, Comparison } from "../../views/whatif/compare";

/** All that a report follows from. */
export interface Given {
  readonly workbook: Workbook;
  readonly settings: Settings;
  readonly decisions: Decisions;
  /** Estimates beside the workbook; null where none were given. */
  readonly documents: readonly DocumentRead[] | null;
}

export interface Checked {
  readonly report: ReportShown;
  /** The number that a summary sheet of it bears. */
  readonly number: string;
  /** The summary sheet that stands in the workbook, with its number. */
  readonly summary: { readonly sheet: string; readonly number: string | null } | null;
  /** What a letter in a sheet of the workbook asks. */
  readonly asked: readonly AskedItem[];
}

/** What dealing with a finding does to the subsidy, yen. */
export interface Worth {
  /** "fix": written, the subsidy changes by so much. "finding": were it not for the finding, it would. */
  readonly of: "fix" | "finding";
  readonly yen: number;
}

/** Answers follow from what is given and asked, and from nothing else. Each rejects with what the engine threw. */
export interface Engine {
  /** Every grant edition known. */
  schemes(): Promise<readonly Scheme[]>;
  /** @param signal stops the engine at once, whatever it is at */
  check(given: Given, signal?: AbortSignal): Promise<Checked>;
  /** What dealing with the finding would change; null where that cannot be told. */
  worth(given: Given, finding: Finding): Promise<Worth | null>;
  /** How many findings would be left at the cell if the value were written. */
  leftWith(given: Given, fix: Fix): Promise<number>;
  /** How the budget would fare under another frame. */
  compare(given: Given, candidate: Candidate, circumstances: Circumstances): Promise<Comparison>;
  /** The rows of a sheet as they were read. */
  rowsOf(given: Given, sheet: string): Promise<readonly RowTold[]>;
  /** The words that decided what a line is. */
  evidence(given: Given, sheet: string, row: number): Promise<readonly string[]>;
  /** What stands with a finding, to be kept with what a person decides on it. */
  seen(given: Given, finding: Finding): Promise<Seen | undefined>;
  /** What each of some more decisions does, and all of them, over those that are given. */
  weigh(given: Given, others: Decisions): Promise<Weighed>;
  /** What a letter of the secretariat asks; nothing where it is none. */
  letterIn(bytes: Uint8Array): Promise<readonly AskedItem[]>;
}
