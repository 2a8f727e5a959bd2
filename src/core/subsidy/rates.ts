/** Which rate applies to whom, and what a rate with tiers makes of a cost. */
import {
  add,
  compare,
  divide,
  fraction,
  minimum,
  multiply,
  parseFraction,
  subtract,
  toText,
  ZERO,
} from "../money/fraction";
import type { Fraction } from "../money/fraction";
import type { ApplicantClass } from "../scheme/terms";
import type { ByClass, Frame, RateTiers } from "../scheme/scheme";

/** A small or a rehabilitating business is a small or medium one wherever a document does not single it out. */
const WIDER: Partial<Record<ApplicantClass, ApplicantClass>> = { small: "sme", rehabilitating: "sme" };

/** The figure for a class, or for the wider class it belongs to; undefined when the class cannot apply. */
export function forClass<T>(figures: ByClass<T>, applicant: ApplicantClass): T | undefined {
  const wider = WIDER[applicant];
  return figures[applicant] ?? (wider === undefined ? undefined : figures[wider]);
}

/**
 * The rate of a class under a frame.
 * @param stated "2/3" as the user says it; used only where the document states no rate
 * @returns undefined when the document states none for this class and the user did not say one
 */
export function rateOf(
  frame: Frame,
  applicant: ApplicantClass,
  deficit: boolean,
  stated: string | null,
): RateTiers | undefined {
  if (frame.rates === null) return stated === null ? undefined : [{ rate: stated }];
  const own = forClass(frame.rates, applicant);
  return own !== undefined && deficit && frame.deficitRates !== undefined ? frame.deficitRates : own;
}

/**
 * Subsidy for a cost, exact and without any cap. Tiers are marginal by SUBSIDY: the cost that fills a tier is
 * its subsidy divided by its rate, and only what lies beyond goes to the next rate.
 * @param cost yen, ≥ 0
 */
export function subsidyFor(tiers: RateTiers, cost: Fraction): Fraction {
  let rest = cost;
  let subsidy = ZERO;
  let reached = 0;
  for (const { rate, upTo } of tiers) {
    const share = parseFraction(rate);
    if (upTo === undefined) return add(subsidy, multiply(rest, share));
    const filling = minimum(rest, divide(fraction(upTo - reached), share));
    subsidy = add(subsidy, multiply(filling, share));
    rest = subtract(rest, filling);
    reached = upTo;
  }
  return subsidy;
}

/** The one rate that made this subsidy, "2/3"; null when several tiers did. */
export function singleRate(tiers: RateTiers, cost: Fraction): string | null {
  const first = tiers[0];
  if (first === undefined) return null;
  const share = parseFraction(first.rate);
  const inFirst = first.upTo === undefined || compare(multiply(cost, share), fraction(first.upTo)) <= 0;
  return inFirst ? toText(share) : null;
}

/** Tiers as people read them: "2/3", or "2/3→1/2" where a second rate begins. */
export const tiersText = (tiers: RateTiers): string => tiers.map(({ rate }) => rate).join("→");
