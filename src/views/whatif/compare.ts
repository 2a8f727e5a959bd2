/** Under which frames of which schemes a budget could apply, best first, and what stands in the way of each. */
import type { Settings } from "../../core/judge/settings";
import type { ReportShown } from "../../core/report/shown";
import type { ApplicantClass } from "../../core/scheme/terms";
import type { Scheme } from "../../core/scheme/scheme";
import { forClass } from "../../core/subsidy/rates";

export interface Candidate {
  readonly scheme: string;
  readonly frame: string;
  readonly applicant: ApplicantClass;
}

export interface Obstacle {
  /**
   * "missing": something has to be said first; "class": the frame is not for this applicant; "closed": its period is
   * over; "undated": Kenzan does not know its period; "items": costs the scheme has no item for; "error": an error of this rule.
   */
  readonly code: "missing" | "class" | "closed" | "undated" | "items" | "error";
  /** The missing input, the last day, or the rule id. */
  readonly what: string;
  /** How many lines or findings. */
  readonly count: number;
  /** Yen concerned, where that is known. */
  readonly yen: number | null;
}

export interface Comparison {
  readonly candidate: Candidate;
  /** Yen; null when something is missing. */
  readonly amount: number | null;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Every frame that pays money, with the applicant's own class (as near as the scheme knows it).
 * Each is to be checked with `settingsFor`, then judged with `assess`; a shell may spread that over time.
 */
export const candidatesOf = (schemes: readonly Scheme[], applicant: ApplicantClass): readonly Candidate[] =>
  schemes
    .filter(({ result }) => result === "subsidy")
    .flatMap((scheme) => scheme.frames.map((frame) => ({ scheme: scheme.id, frame: frame.id, applicant })));

/** The settings under which a candidate is checked; what the user said of other things stays. */
export const settingsFor = (candidate: Candidate, settings: Settings): Settings => ({ ...settings, ...candidate });

export interface Circumstances {
  /** "2025-06-01"; an edition whose period is over by then is closed. */
  readonly today: string;
  /** Id of the scheme the workbook was made for: the rate it states is that scheme's, and no other's. */
  readonly madeFor: string;
}

/** @param report the check under `settingsFor(candidate, …)` */
export function assess(
  candidate: Candidate,
  report: ReportShown,
  scheme: Scheme,
  { today, madeFor }: Circumstances,
): Comparison {
  const obstacles: Obstacle[] = [];
  const frame = scheme.frames.find(({ id }) => id === candidate.frame);
  if (scheme.period === null) obstacles.push({ code: "undated", what: "", count: 1, yen: null });
  else if (scheme.period.to < today) obstacles.push({ code: "closed", what: scheme.period.to, count: 1, yen: null });
  if (frame !== undefined && frame.rates !== null && forClass(frame.rates, candidate.applicant) === undefined)
    obstacles.push({ code: "class", what: candidate.applicant, count: 1, yen: null });
  const borrowedRate = report.origins["rate"]?.from === "workbook" && madeFor !== scheme.id;
  if (borrowedRate) obstacles.push({ code: "missing", what: "rate", count: 1, yen: null });
  for (const what of report.subsidy?.missing ?? []) {
    if (what !== "applicant") obstacles.push({ code: "missing", what, count: 1, yen: null });
  }
  if (scheme.categories.length > 0) {
    const homeless = report.lines.filter((line) => line.middle === null && line.eligibility !== "ineligible");
    if (homeless.length > 0)
      obstacles.push({
        code: "items",
        what: "",
        count: homeless.length,
        yen: sum(homeless.map((one) => one.eligibleAmount)),
      });
  }
  const errors = new Map<string, number>();
  for (const { rule, severity, waived } of report.findings) {
    if (severity === "error" && waived === null) errors.set(rule, (errors.get(rule) ?? 0) + 1);
  }
  for (const [what, count] of errors) obstacles.push({ code: "error", what, count, yen: null });
  return { candidate, amount: borrowedRate ? null : (report.subsidy?.amount ?? null), obstacles };
}

const sum = (yen: readonly number[]): number => yen.reduce((total, one) => total + one, 0);

/**
 * What can still be applied for, as far as that is known, stands first, then the frames of the scheme the budget was made for,
 * then those with an item for every cost, whose amount means more; then the amount, then the number of obstacles.
 */
export function bestFirst(comparisons: readonly Comparison[], madeFor: string): readonly Comparison[] {
  const foreign = ({ candidate }: Comparison) => Number(candidate.scheme !== madeFor);
  const barred = ({ obstacles }: Comparison) =>
    Number(obstacles.some(({ code }) => code === "closed" || code === "undated" || code === "class"));
  const lacksItems = ({ obstacles }: Comparison) => Number(obstacles.some(({ code }) => code === "items"));
  return comparisons.toSorted(
    (a, b) =>
      barred(a) - barred(b) ||
      foreign(a) - foreign(b) ||
      lacksItems(a) - lacksItems(b) ||
      (b.amount ?? -1) - (a.amount ?? -1) ||
      a.obstacles.length - b.obstacles.length,
  );
}
