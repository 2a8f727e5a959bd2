/** A line's nature seen through one scheme: its item, and what the scheme does not pay for. */
import { floor } from "../money/fraction";
import { mentionedDates, type MentionedDate } from "./reading/dates";
import { onceFor } from "../text/recalled";
import type { Category, Scheme } from "../scheme/scheme";
import { calibration } from "./learned/calibration";
import { evidenceOf } from "./evidence";
import type { Kind, Trait } from "./kinds";
import type { Classification, Eligibility, ExclusionFound, LineText, Nature } from "./nature";
import { JOURNEYS } from "./groups";
import { priceOfOne } from "./unit-price";

/** A scheme's data by what lines are asked for, made once a scheme. */
interface Index {
  /** By kind, in the scheme's order. */
  readonly categories: ReadonlyMap<string, readonly Category[]>;
  /** Traits and kinds that the scheme excludes. */
  readonly refused: ReadonlySet<string>;
}

const indexOf = onceFor(({ categories, exclusions }: Scheme): Index => {
  const kinds = new Set<string>(categories.flatMap((category) => category.kinds));
  return {
    categories: new Map(
      [...kinds].map((kind) => [kind, categories.filter((one) => one.kinds.some((k) => k === kind))]),
    ),
    refused: new Set(exclusions.map(({ trait }) => trait)),
  };
});

/** @param price whole yen a unit; limits are whole yen, too */
export const categoryOf = (kind: string, scheme: Scheme, price: number | null): Category | null =>
  indexOf(scheme)
    .categories.get(kind)
    ?.find(
      ({ minUnitPrice = -Infinity, belowUnitPrice = Infinity }) =>
        price === null || (price >= minUnitPrice && price < belowUnitPrice),
    ) ?? null;

/** @param price whole yen a unit, held against the scheme's limits: without tax, or as stated for the exempt; null: unknown */
export function categorise(
  nature: Nature,
  line: LineText,
  scheme: Scheme,
  price: number | null = line.unitPrice === null ? null : priceOfOne(line, floor(line.unitPrice)),
): Classification {
  const item = categoryOf(nature.kind, scheme, price);
  const second = nature.runnerUp === null ? null : categoryOf(nature.runnerUp, scheme, price);
  const exclusions = exclusionsOf(nature, line, scheme);
  const outside = datesOutside(nature, line, scheme);
  if (outside !== null) exclusions.push(outside);
  const eligibility = eligibilityOf(nature, exclusions);
  return {
    major: item?.major ?? null,
    middle: item?.middle ?? null,
    minor: item?.minor ?? null,
    clause: item?.clause ?? null,
    eligibility,
    eligibilityConfidence: SURE_OF[eligibility](nature.doubt),
    exclusions,
    nature,
    runnerUp: second !== null && second.middle !== item?.middle ? second.middle : null,
  };
}

/**
 * How often each answer was right, by the learned doubt about the line, with each author's lines left out, and for refusals nearer to what
 * lines showed at first sight (`npm run bench:classify` prints both): words that refuse are rarely wrong, and doubt about a line taken as eligible is
 * the best warning.
 */
const SURE_OF: Readonly<Record<Eligibility, (doubt: number) => number>> = {
  eligible: calibration([0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 1], [0.997, 0.985, 0.96, 0.93, 0.82, 0.6, 0.45, 0.4]),
  ineligible: calibration([0, 0.2, 0.5, 0.8, 1], [0.9, 0.94, 0.965, 0.985, 0.995]),
  review: calibration([0, 0.5, 0.8, 1], [0.75, 0.8, 0.82, 0.93]),
};

/** A scheme may refuse a trait, or a whole kind of cost. In the scheme's order. */
function exclusionsOf({ kind, traits }: Nature, line: LineText, scheme: Scheme): ExclusionFound[] {
  if (traits.length === 0 && !indexOf(scheme).refused.has(kind)) return [];
  return scheme.exclusions.flatMap(({ trait, rule, clause = "" }): ExclusionFound[] => {
    const found = traits.find((one) => one.trait === trait);
    if (found === undefined && trait !== kind) return [];
    const words = found === undefined ? (evidenceOf(line, kind)[0]?.text ?? "") : found.evidence.text;
    return [{ rule, clause, trait, certain: found?.certain ?? true, words }];
  });
}

function eligibilityOf(nature: Nature, exclusions: readonly ExclusionFound[]): Eligibility {
  if (exclusions.some(({ certain }) => certain)) return "ineligible";
  if (exclusions.length > 0 || nature.traits.some(({ trait }) => trait === "unclear")) return "review";
  return "eligible";
}

/** Dates in the line's words that fall outside the scheme's period; a fee that runs beyond it is left to be prorated. */
function datesOutside(nature: Nature, line: LineText, scheme: Scheme): ExclusionFound | null {
  const { period } = scheme;
  if (period === null) return null;
  const dates = mentionedDates(
    line,
    Number(period.from.slice(0, 4)),
    JOURNEYS.has(nature.kind as Kind) ? "delivery" : null,
  );
  if (dates.length === 0) return null;
  const late = period.latePayment?.kinds.includes(nature.kind) === true ? period.latePayment.until : period.to;
  for (const date of dates) {
    const trait = traitOf(date, period.from, period.to, late);
    const exclusion = scheme.exclusions.find((candidate) => candidate.trait === trait);
    if (trait === null || exclusion === undefined) continue;
    const { rule, clause = "" } = exclusion;
    return { rule, clause, trait, certain: trait === "outside-period", words: date.text };
  }
  return null;
}

const nextYear = (day: string): string => `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;

function traitOf(date: MentionedDate, from: string, to: string, late: string): Trait | null {
  if (date.ofAnyYear) {
    const last = date.of === "payment" ? late : to;
    const isWithin = (first: string, until: string): boolean => until >= from && first <= last;
    const isInNext = isWithin(nextYear(date.from), nextYear(date.to));
    return isWithin(date.from, date.to) || isInNext ? null : "outside-period";
  }
  if (date.of === "use") return date.to > to ? "beyond-period" : null;
  if (date.to < from || date.from > (date.of === "payment" ? late : to)) return "outside-period";
  return null;
}
