/** A line's nature seen through one scheme: its item, and what the scheme does not pay for. */
import { floor } from "../money/fraction";
import { mentionedDates, type MentionedDate } from "./dates";
import type { Category, Scheme } from "../scheme/scheme";
import { evidenceOf } from "./evidence";
import type { Trait } from "./kinds";
import type { Classification, Eligibility, ExclusionFound, LineText, Nature } from "./nature";

function fits({ minUnitPrice, belowUnitPrice }: Category, price: number | null): boolean {
  if (price === null) return true;
  if (minUnitPrice !== undefined && price < minUnitPrice) return false;
  return belowUnitPrice === undefined || price < belowUnitPrice;
}

/** A scheme's data by what lines are asked for, made once a scheme. */
interface Index {
  /** In the scheme's order. */
  readonly categories: ReadonlyMap<string, readonly Category[]>;
  readonly refused: ReadonlySet<string>;
}

const indices = new WeakMap<Scheme, Index>();

function indexOf(scheme: Scheme): Index {
  const known = indices.get(scheme);
  if (known !== undefined) return known;
  const categories = new Map<string, Category[]>();
  for (const category of scheme.categories)
    for (const kind of category.kinds) {
      const ofKind = categories.get(kind);
      if (ofKind === undefined) categories.set(kind, [category]);
      else ofKind.push(category);
    }
  const index = { categories, refused: new Set(scheme.exclusions.map(({ trait }) => trait)) };
  indices.set(scheme, index);
  return index;
}

/** @param price whole yen a unit; limits are whole yen, too */
export function categoryOf(kind: string, scheme: Scheme, price: number | null): Category | null {
  return (
    indexOf(scheme)
      .categories.get(kind)
      ?.find((category) => fits(category, price)) ?? null
  );
}

/** @param price whole yen a unit, held against the scheme's limits: without tax, or as stated for the exempt; null: unknown */
export function categorise(
  nature: Nature,
  line: LineText,
  scheme: Scheme,
  price: number | null = line.unitPrice === null ? null : floor(line.unitPrice),
): Classification {
  const category = categoryOf(nature.kind, scheme, price);
  const second = nature.runnerUp === null ? null : categoryOf(nature.runnerUp, scheme, price);
  const exclusions = exclusionsOf(nature, line, scheme);
  const outside = datesOutside(nature, line, scheme);
  if (outside !== null) exclusions.push(outside);
  return {
    major: category?.major ?? null,
    middle: category?.middle ?? null,
    minor: category?.minor ?? null,
    clause: category?.clause ?? null,
    eligibility: eligibilityOf(nature, exclusions),
    exclusions,
    nature,
    runnerUp: second !== null && second.middle !== category?.middle ? second.middle : null,
  };
}

/** A scheme may refuse a trait, or a whole kind of cost. */
function exclusionsOf(nature: Nature, line: LineText, scheme: Scheme): ExclusionFound[] {
  if (nature.traits.length === 0 && !indexOf(scheme).refused.has(nature.kind)) return [];
  const found: ExclusionFound[] = [];
  for (const { trait, rule, clause } of scheme.exclusions) {
    const words = nature.traits.find((candidate) => candidate.trait === trait);
    if (words !== undefined)
      found.push({ rule, clause: clause ?? "", trait, certain: words.certain, words: words.evidence.text });
    else if (trait === nature.kind)
      found.push({
        rule,
        clause: clause ?? "",
        trait,
        certain: true,
        words: evidenceOf(line, nature.kind)[0]?.text ?? "",
      });
  }
  return found;
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
  const dates = mentionedDates(line);
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

function traitOf(date: MentionedDate, from: string, to: string, late: string): Trait | null {
  if (date.of === "use") return date.to > to ? "beyond-period" : null;
  if (date.to < from || date.from > (date.of === "payment" ? late : to)) return "outside-period";
  return null;
}
