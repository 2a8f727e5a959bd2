/** A line's nature seen through one scheme: its item, and what the scheme does not pay for. */
import { floor } from "../money/fraction";
import { mentionedDates, type MentionedDate } from "./dates";
import { onceFor } from "../text/recalled";
import type { Category, Scheme } from "../scheme/scheme";
import { calibration } from "./calibration";
import { evidenceOf } from "./evidence";
import type { Kind, Trait } from "./kinds";
import type { Classification, Eligibility, ExclusionFound, LineText, Nature } from "./nature";
import { JOURNEYS } from "./traits/kinds";
import { priceOfOne } from "./unit-price";

/** A category as lines are held against it; all of one shape, since thousands of lines are. */
interface Item {
  readonly category: Category;
  readonly major: string | null;
  readonly middle: string;
  readonly minor: string | null;
  readonly clause: string | null;
  /** Yen a unit: inclusive, and exclusive. */
  readonly from: number;
  readonly below: number;
}

const itemFrom = (category: Category): Item => ({
  category,
  major: category.major,
  middle: category.middle,
  minor: category.minor ?? null,
  clause: category.clause ?? null,
  from: category.minUnitPrice ?? -Infinity,
  below: category.belowUnitPrice ?? Infinity,
});

/** A scheme's data by what lines are asked for, made once a scheme. */
interface Index {
  /** By kind, in the scheme's order. */
  readonly items: ReadonlyMap<string, readonly Item[]>;
  /** By trait (or kind) that the scheme excludes. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

interface Refusal {
  readonly rule: string;
  readonly clause: string;
  /** Its place among the scheme's exclusions. */
  readonly order: number;
}

const indexOf = onceFor((scheme: Scheme): Index => {
  const items = new Map<string, Item[]>();
  for (const category of scheme.categories) {
    const item = itemFrom(category);
    for (const kind of category.kinds) {
      const ofKind = items.get(kind);
      if (ofKind === undefined) items.set(kind, [item]);
      else ofKind.push(item);
    }
  }
  const refusals = new Map(
    scheme.exclusions.map(({ trait, rule, clause = "" }, order): [string, Refusal] => [trait, { rule, clause, order }]),
  );
  return { items, refusals };
});

function itemOf(kind: string, { items }: Index, price: number | null): Item | null {
  const candidates = items.get(kind);
  if (candidates === undefined) return null;
  for (let i = 0; i < candidates.length; i++) {
    const item = candidates[i] as Item;
    if (price === null || (price >= item.from && price < item.below)) return item;
  }
  return null;
}

/** @param price whole yen a unit; limits are whole yen, too */
export const categoryOf = (kind: string, scheme: Scheme, price: number | null): Category | null =>
  itemOf(kind, indexOf(scheme), price)?.category ?? null;

/** @param price whole yen a unit, held against the scheme's limits: without tax, or as stated for the exempt; null: unknown */
export function categorise(
  nature: Nature,
  line: LineText,
  scheme: Scheme,
  price: number | null = line.unitPrice === null ? null : priceOfOne(line, floor(line.unitPrice)),
): Classification {
  const index = indexOf(scheme);
  const item = itemOf(nature.kind, index, price);
  const second = nature.runnerUp === null ? null : itemOf(nature.runnerUp, index, price);
  const exclusions = exclusionsOf(nature, line, index);
  const outside = datesOutside(nature, line, scheme);
  if (outside !== null) exclusions.push(outside);
  const eligibility = eligibilityOf(nature, exclusions);
  return {
    major: item === null ? null : item.major,
    middle: item === null ? null : item.middle,
    minor: item === null ? null : item.minor,
    clause: item === null ? null : item.clause,
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
function exclusionsOf(nature: Nature, line: LineText, { refusals }: Index): ExclusionFound[] {
  const { kind, traits } = nature;
  const ofKind = refusals.get(kind);
  if (traits.length === 0 && ofKind === undefined) return [];
  const found: { readonly order: number; readonly exclusion: ExclusionFound }[] = [];
  const add = ({ rule, clause, order }: Refusal, trait: string, certain: boolean, words: string): void => {
    found.push({ order, exclusion: { rule, clause, trait, certain, words } });
  };
  for (const { trait, certain, evidence } of traits) {
    const refusal = refusals.get(trait);
    if (refusal !== undefined) add(refusal, trait, certain, evidence.text);
  }
  if (ofKind !== undefined && !traits.some(({ trait }) => trait === kind))
    add(ofKind, kind, true, evidenceOf(line, kind)[0]?.text ?? "");
  return found.sort((a, b) => a.order - b.order).map(({ exclusion }) => exclusion);
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
