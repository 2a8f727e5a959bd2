/** How an application stands, and which one needs a person first. */
import type { Examined } from "./examined";

/** In the order in which they need a person. */
export const STANDINGS = ["unreadable", "correct", "confirm", "fine"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly matched: number;
  /** Lines that need an estimate and have none that agrees. */
  readonly unmatched: number;
}

export function countsOf({ findings, matches }: Pick<Examined, "findings" | "matches">): Counts {
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const matched = matches.filter(({ state }) => state === "一致").length;
  const needless = matches.filter(({ state }) => state === "不要").length;
  return {
    errors: of("error"),
    warnings: of("warning"),
    notes: of("info"),
    matched,
    unmatched: matches.length - matched - needless,
  };
}

/** @param unchecked how many things stood in the way of a check */
export function standingOf(
  { errors, warnings, unmatched }: Counts,
  subsidy: number | null,
  unchecked: number,
): Standing {
  if (unchecked > 0 && subsidy === null) return "unreadable";
  if (errors > 0) return "correct";
  return warnings > 0 || unmatched > 0 || unchecked > 0 ? "confirm" : "fine";
}

export interface Ranked extends Pick<Counts, "errors" | "warnings" | "unmatched"> {
  readonly name: string;
  readonly standing: Standing;
  /** It bears another applicant's name than in the round before. */
  readonly isAnothers: boolean;
  /** Changes since the round before that nobody asked for. */
  readonly unasked: number;
}

/** Those that need a person come first: a wrong file before all, then the heavier the sooner; equals by name. */
export const byNeed = (a: Ranked, b: Ranked): number =>
  Number(b.isAnothers) - Number(a.isAnothers) ||
  STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
  b.errors - a.errors ||
  b.warnings - a.warnings ||
  b.unmatched - a.unmatched ||
  b.unasked - a.unasked ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
