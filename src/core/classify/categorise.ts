/** A line's nature seen through one scheme: its item, and what the scheme does not pay for. */
import { compare, divide, fraction, type Fraction } from "../money/fraction";
import type { Category, Scheme } from "../scheme/scheme";
import type { Classification, Eligibility, ExclusionFound, LineText, Nature } from "./nature";

/** The line's unit price without tax. `tax`: how its amounts are stated; an exempt applicant's price is taken as it stands. */
function priceOf(line: LineText, scheme: Scheme, tax: "exclusive" | "inclusive", exempt: boolean): Fraction | null {
  if (line.unitPrice === null) return null;
  if (tax === "exclusive" || exempt || scheme.tax.treatment === "inclusive") return line.unitPrice;
  return divide(line.unitPrice, fraction(11, 10));
}

function fits(category: Category, price: Fraction | null): boolean {
  if (price === null) return true;
  if (category.minUnitPrice !== undefined && compare(price, fraction(category.minUnitPrice)) < 0) return false;
  return category.belowUnitPrice === undefined || compare(price, fraction(category.belowUnitPrice)) < 0;
}

export function categoryOf(kind: string, scheme: Scheme, price: Fraction | null): Category | null {
  return scheme.categories.find((category) => category.kinds.includes(kind) && fits(category, price)) ?? null;
}

/** `exempt`: the applicant need not take tax out (免税, 簡易課税 …). */
export function categorise(
  nature: Nature,
  line: LineText,
  scheme: Scheme,
  tax: "exclusive" | "inclusive" = "exclusive",
  exempt = false,
): Classification {
  const price = priceOf(line, scheme, tax, exempt);
  const category = categoryOf(nature.kind, scheme, price);
  const second = nature.runnerUp === null ? null : categoryOf(nature.runnerUp, scheme, price);
  const exclusions = exclusionsOf(nature, scheme);
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
