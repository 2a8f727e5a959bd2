/** What a line is, before any scheme is asked. Types shared by the classifier and the rules. */
import type { Fraction } from "../money/fraction";

/** What of a line the classifier may look at. */
export interface LineText {
  readonly description: string;
  readonly specification: string | null;
  readonly vendor: string | null;
  /** Yen, tax as the line has it. */
  readonly unitPrice: Fraction | null;
  readonly quantity: Fraction | null;
  readonly unit: string | null;
  readonly note: string | null;
  /** Its amount is a part of its whole cost already. */
  readonly isShare?: boolean;
  /** As the sheet says; a hint only, used where the text cannot decide. */
  readonly statedMajor: string | null;
  readonly statedMiddle: string | null;
  readonly statedMinor: string | null;
}

/** A word or figure that decided, as it stands in the line. */
export interface Evidence {
  readonly field: "description" | "specification" | "vendor" | "unitPrice" | "quantity" | "unit" | "note" | "stated";
  readonly text: string;
  /** What it speaks for: a kind or a trait. */
  readonly for: string;
}

export interface TraitFound {
  readonly trait: string;
  /** false: the text alone cannot decide, a person has to look (`review`). */
  readonly certain: boolean;
  readonly evidence: Evidence;
}

/** Scheme-independent. */
export interface Nature {
  readonly kind: string;
  /** Calibrated probability that `kind` is right, 0–1. */
  readonly confidence: number;
  readonly runnerUp: string | null;
  /** Several words together put `kind` before `runnerUp`: what speaks for that one only seems to name it. */
  readonly isRuled: boolean;
  readonly traits: readonly TraitFound[];
  /** Probability, from what was learned alone, that a person refuses the line or leaves it open, 0–1. */
  readonly doubt: number;
}

export type Eligibility = "eligible" | "ineligible" | "review";

/** A trait the scheme excludes, with the rule and clause that say so. */
export interface ExclusionFound {
  readonly rule: string;
  readonly clause: string;
  readonly trait: string;
  readonly certain: boolean;
  readonly words: string;
}

/** A nature seen through one scheme. */
export interface Classification {
  readonly major: string | null;
  /** null where the scheme names no items or nothing fits. */
  readonly middle: string | null;
  readonly minor: string | null;
  /** Clause of the category. */
  readonly clause: string | null;
  /** Of the text alone; dates, methods and amounts are judged by the rules. */
  readonly eligibility: Eligibility;
  /** Calibrated probability that `eligibility` is right, 0–1. */
  readonly eligibilityConfidence: number;
  readonly exclusions: readonly ExclusionFound[];
  readonly nature: Nature;
  /** Middle category of the runner-up kind, when it differs. */
  readonly runnerUp: string | null;
}
