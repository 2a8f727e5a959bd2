/** What became of each line of the budget when the estimates were held against it: the words that all shells share. */
import type { MatchDecision } from "../../decisions/decision";
import type { DocumentRef } from "../document";

export type MatchState = "一致" | "不一致" | "要確認" | "見積なし" | "不要";

/** In the order in which they are named: the first that holds is the reason. */
export const MATCH_REASONS = [
  "unreadable",
  "scanned",
  "not-an-estimate",
  "no-document",
  "foreign-currency",
  "vendor",
  "tax-treatment",
  "discount",
  "quantity",
  "amount",
  "optional-item",
  "item-name",
  "addressee",
  "before-call",
  "expired",
  "comparative-differs",
  "several-candidates",
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export const STATE_OF: Readonly<Record<MatchReason, MatchState>> = {
  unreadable: "要確認",
  scanned: "要確認",
  "not-an-estimate": "見積なし",
  "no-document": "見積なし",
  "foreign-currency": "要確認",
  vendor: "不一致",
  "tax-treatment": "不一致",
  discount: "不一致",
  quantity: "要確認",
  amount: "不一致",
  "optional-item": "要確認",
  "item-name": "要確認",
  addressee: "要確認",
  "before-call": "要確認",
  expired: "要確認",
  "comparative-differs": "要確認",
  "several-candidates": "要確認",
};

export type DocumentRole = "backs" | "comparative" | "duplicate" | "not-estimate";

export interface MatchedDocument extends DocumentRef {
  /** Position in its items, from 1; null where the line rests on the whole. */
  readonly item: number | null;
  readonly role: DocumentRole;
}

/** What a line rests on: what backs it, or else what bears its number and is no estimate. */
export function restingOn(documents: readonly MatchedDocument[]): readonly MatchedDocument[] {
  const backing = documents.filter(({ role }) => role === "backs");
  return backing.length > 0 ? backing : documents.filter(({ role }) => role === "not-estimate");
}

export interface LineMatch {
  readonly sheet: string;
  readonly row: number;
  readonly state: MatchState;
  readonly reason: MatchReason | null;
  readonly also: readonly MatchReason[];
  readonly documents: readonly MatchedDocument[];
  /** Yen: the line minus what backs it; null where nothing can be compared. */
  readonly difference: number | null;
  /** The second-best reading, for whoever looks closer. */
  readonly runnerUp: MatchedDocument | null;
  /** What a person decided of it, if it holds. */
  readonly decided: Decided | null;
}

export interface Decided {
  readonly verdict: MatchDecision["verdict"];
  readonly reason: string;
  readonly by: string;
  readonly date: string;
  /** What was found before a person accepted it. */
  readonly was: Pick<LineMatch, "state" | "reason" | "also"> | null;
}

/** How a decision on a line stands. changed: the line or a paper is not there any more as it was seen. */
export interface MatchDecisionState {
  /** Its place among the decisions of its kind. */
  readonly index: number;
  readonly state: "holds" | "changed";
  /** Where its line stands now. */
  readonly sheet: string;
  readonly row: number;
}

export interface UnmatchedDocument extends DocumentRef {
  readonly item: number | null;
}

export interface Matching {
  readonly matches: readonly LineMatch[];
  readonly unmatched: readonly UnmatchedDocument[];
}

/** One line of the budget, as far as estimates are held against it. Money in yen. */
export interface MatchLine {
  readonly sheet: string;
  readonly row: number;
  readonly description: string;
  /** The item alone, as a person sees it. */
  readonly seen: string;
  readonly vendor: string | null;
  readonly unitPrice: number | null;
  readonly quantity: number | null;
  readonly amount: number | null;
  /** The item numbers it names, the first first. */
  readonly numbers: readonly string[];
  readonly orderDate: string | null;
  readonly taxPercent: 10 | 8;
  readonly discount: boolean;
  /** Wages, and travel by the company's own rules. */
  readonly needsNone: boolean;
}

export interface MatchConditions {
  readonly tax: "exclusive" | "inclusive";
  /** Who applies, as the budget says it. */
  readonly applicant: string | null;
  /** First day of the scheme's period. */
  readonly opened: string | null;
}
