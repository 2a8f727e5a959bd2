/** What the secretariat's desk keeps of one application when it was looked at: plain data, money in whole yen. */
import type { DocumentKind, DocumentProblem } from "../documents/document";
import type { DocumentRole, MatchReason, MatchState } from "../documents/match/matching";
import type { Severity } from "../judge/finding";

export interface ExaminedLine {
  /** A line of a budget table, or a row of the labour sheet that no line stands for. */
  readonly part: "budget" | "labour";
  readonly sheet: string;
  readonly row: number;
  /** The item; of a labour row the person. */
  readonly description: string;
  readonly specification: string | null;
  /** As the applicant states it. */
  readonly statedMajor: string | null;
  readonly statedMiddle: string | null;
  /** The classification in force. */
  readonly major: string | null;
  readonly middle: string | null;
  /** What the line is, whatever the scheme calls it. */
  readonly kind: string;
  readonly eligibility: "eligible" | "ineligible" | "review";
  readonly unitPrice: number | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly amount: number | null;
  readonly eligibleAmount: number;
  readonly vendor: string | null;
  readonly member: string | null;
  readonly evidenceNo: string | null;
}

export interface ExaminedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** "F12" */
  readonly cell: string | null;
  readonly row: number | null;
  readonly clause: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

export interface ExaminedItem {
  readonly name: string;
  readonly spec: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly unitPrice: number | null;
  readonly amount: number | null;
}

export interface ExaminedDocument {
  readonly file: string;
  readonly page: number;
  readonly row: number | null;
  /** SHA-256 of the whole file. */
  readonly digest: string;
  readonly kind: DocumentKind;
  readonly evidenceNo: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly addressee: string | null;
  readonly date: string | null;
  readonly registrationNumber: string | null;
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly problem: DocumentProblem | null;
  readonly phones: readonly string[];
  readonly accounts: readonly string[];
  readonly persons: readonly string[];
  readonly items: readonly ExaminedItem[];
}

export interface ExaminedMatch {
  readonly sheet: string;
  readonly row: number;
  readonly state: MatchState;
  readonly reason: MatchReason | null;
  readonly difference: number | null;
  readonly documents: readonly {
    readonly file: string;
    readonly page: number;
    readonly row: number | null;
    readonly item: number | null;
    readonly role: DocumentRole;
  }[];
}

/** What the applicant decided in the workbook: shown, not obeyed. */
export interface ApplicantDecision {
  readonly kind: string;
  readonly rule: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly reason: string;
  readonly by: string | null;
  readonly date: string | null;
  /** What it would change in the subsidy, yen. */
  readonly yen: number;
  readonly valid: boolean;
}

/** What the applicant wrote in a letter that came back, to one finding of the round it was written after. */
export interface ExaminedAnswer {
  /** Of the letter. */
  readonly file: string;
  /** As the letter numbers and tells what it asks; null where the number was written over. */
  readonly number: number | null;
  readonly places: string;
  readonly points: string;
  readonly text: string;
  readonly rule: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** As `subjectsOf` names it. */
  readonly subject: string;
}

export interface Examined {
  /** Path of the budget below the folder; null where there is none. */
  readonly budget: string | null;
  /** SHA-256 of the budget's file. */
  readonly budgetDigest: string | null;
  /** SHA-256 over the names and bytes of everything the application holds. */
  readonly digest: string;
  readonly applicant: string | null;
  readonly scheme: string | null;
  readonly frame: string | null;
  readonly applicantClass: string | null;
  readonly tax: string | null;
  readonly claimed: number | null;
  readonly eligible: number | null;
  readonly allowed: number | null;
  readonly subsidy: number | null;
  readonly requested: number | null;
  /** The subsidy if the applicant's decisions were obeyed. */
  readonly subsidyWithDecisions: number | null;
  readonly lines: readonly ExaminedLine[];
  readonly findings: readonly ExaminedFinding[];
  readonly documents: readonly ExaminedDocument[];
  readonly matches: readonly ExaminedMatch[];
  readonly decisions: readonly ApplicantDecision[];
  readonly answers: readonly ExaminedAnswer[];
  /** Why not everything could be checked, one sentence each; empty when it could. */
  readonly gaps: readonly string[];
  /** What else is to be known, one sentence each. */
  readonly notices: readonly string[];
  /** What a person still has to look at, one sentence each. */
  readonly notChecked: readonly string[];
}

/** An application of which nothing could be read. */
export const unexamined = (digest: string, gap: string): Examined => ({
  budget: null,
  budgetDigest: null,
  digest,
  applicant: null,
  scheme: null,
  frame: null,
  applicantClass: null,
  tax: null,
  claimed: null,
  eligible: null,
  allowed: null,
  subsidy: null,
  requested: null,
  subsidyWithDecisions: null,
  lines: [],
  findings: [],
  documents: [],
  matches: [],
  decisions: [],
  answers: [],
  gaps: [gap],
  notices: [],
  notChecked: [],
});
