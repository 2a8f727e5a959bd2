/** A line's nature seen through one scheme: its item, and what the scheme does not pay for. */
import { compare, fraction, type Fraction } from "../money/fraction";
import { mentionedDates, type MentionedDate } from "./dates";
import type { Category, Scheme } from "../scheme/scheme";
import type { Trait } from "./kinds";
import type { Classification, Eligibility, ExclusionFound, LineText, Nature } from "./nature";

function fits(category: Category, price: Fraction | null): boolean {
  if (price === null) return true;
  if (category.minUnitPrice !== undefined && compare(price, fraction(category.minUnitPrice)) < 0) return false;
  return category.belowUnitPrice === undefined || compare(price, fraction(category.belowUnitPrice)) < 0;
}

export function categoryOf(kind: string, scheme: Scheme, price: Fraction | null): Category | null {
  return scheme.categories.find((category) => category.kinds.includes(kind) && fits(category, price)) ?? null;
}

/** The line's unit price is what the scheme's limits are compared with: without tax, or as stated for the exempt. */
export function categorise(nature: Nature, line: LineText, scheme: Scheme): Classification {
  const price = line.unitPrice;
  const category = categoryOf(nature.kind, scheme, price);
  const second = nature.runnerUp === null ? null : categoryOf(nature.runnerUp, scheme, price);
  const exclusions = [...exclusionsOf(nature, scheme), ...datesOutside(nature, line, scheme)];
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
function exclusionsOf(nature: Nature, scheme: Scheme): ExclusionFound[] {
  const found: ExclusionFound[] = [];
  for (const { trait, rule, clause } of scheme.exclusions) {
    const words = nature.traits.find((candidate) => candidate.trait === trait);
    if (words !== undefined)
      found.push({ rule, clause: clause ?? "", trait, certain: words.certain, words: words.evidence.text });
    else if (trait === nature.kind)
      found.push({ rule, clause: clause ?? "", trait, certain: true, words: nature.evidence[0]?.text ?? "" });
  }
  return found;
}

function eligibilityOf(nature: Nature, exclusions: readonly ExclusionFound[]): Eligibility {
  if (exclusions.some(({ certain }) => certain)) return "ineligible";
  if (exclusions.length > 0 || nature.traits.some(({ trait }) => trait === "unclear")) return "review";
  return "eligible";
}

/** Dates in the line's words that fall outside the scheme's period; a fee that runs beyond it is left to be prorated. */
function datesOutside(nature: Nature, line: LineText, scheme: Scheme): ExclusionFound[] {
  const { period } = scheme;
  if (period === null) return [];
  const late = period.latePayment?.kinds.includes(nature.kind) === true ? period.latePayment.until : period.to;
  for (const date of mentionedDates(line)) {
    const trait = outside(date, period.from, period.to, late);
    const exclusion = scheme.exclusions.find((candidate) => candidate.trait === trait);
    if (trait === null || exclusion === undefined) continue;
    const { rule, clause = "" } = exclusion;
    return [{ rule, clause, trait, certain: trait === "outside-period", words: date.text }];
  }
  return [];
}

function outside(date: MentionedDate, from: string, to: string, late: string): Trait | null {
  if (date.of === "use") return date.to > to ? "beyond-period" : null;
  if (date.to < from || date.from > (date.of === "payment" ? late : to)) return "outside-period";
  return null;
}
