/** Schemes that pay no subsidy: what share of an investment comes off the tax, or may be written off at once. */
import { floor, fraction, multiply, parseFraction } from "../money/fraction";
import type { Frame } from "../scheme/scheme";

export interface TaxRelief {
  /** "5/100" */
  readonly share: string;
  /** Whole yen. */
  readonly yen: number;
}

/**
 * One figure for each share the document names; the approval decides which applies, so none is chosen here.
 * @param investment yen, ≥ 0
 */
export const taxRelief = (frame: Frame, investment: number): readonly TaxRelief[] =>
  (frame.taxShares ?? []).map((share) => ({
    share,
    yen: floor(multiply(fraction(investment), parseFraction(share))),
  }));
