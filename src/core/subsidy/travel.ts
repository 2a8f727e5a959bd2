/** The limit on travel, and how a cut is shared in a consortium. */
import {
  add,
  compare,
  divide,
  floor,
  fraction,
  multiply,
  ONE,
  parseFraction,
  subtract,
  type Fraction,
  inProportion,
} from "../money/fraction";
import type { RatioResult } from "../report/report";
import type { RatioLimit } from "../scheme/scheme";

interface MemberTravel {
  /** Eligible travel of this member, yen. */
  readonly travel: number;
  /** Eligible cost of this member without travel, yen. */
  readonly rest: number;
}

export interface TravelRatio extends RatioResult {
  /** What each member loses, yen, in the order given. */
  readonly cuts: readonly number[];
}

/**
 * Measures travel against every base the scheme names; what is allowed follows the first, the strictest.
 * @param members representative first; a single applicant is one member
 * @param waived the grantor agreed to more (its reason is kept with the waiver)
 */
export function travelRatio(limit: RatioLimit, members: readonly MemberTravel[], waived: boolean): TravelRatio {
  const travel = Math.max(0, sum(members.map((member) => member.travel)));
  const rest = Math.max(0, sum(members.map((member) => member.rest)));
  const max = parseFraction(limit.max);
  const breaches = limit.bases.filter(({ of }) => compare(fraction(travel), measured(of, max, travel, rest)) > 0);
  const share = permitted(limit, max);
  const permittedYen = Math.max(0, floor(multiply(share, fraction(rest))));
  const allowed = waived ? travel : Math.min(travel, permittedYen);
  const worst = breaches.some(({ breach }) => breach === "error") ? "error" : "warning";
  const status = breaches.length === 0 ? "ok" : waived ? "waived" : worst;
  return {
    id: limit.id,
    name: limit.name,
    amount: travel,
    base: rest,
    limit: limit.max,
    allowed,
    status,
    cuts: shareCut(travel - allowed, members),
  };
}

const sum = (yen: readonly number[]): number => yen.reduce((total, one) => total + one, 0);

/** The most travel a base lets through, yen. */
function measured(of: "without" | "total" | "grant", max: Fraction, travel: number, rest: number): Fraction {
  const base = of === "total" ? add(fraction(rest), fraction(travel)) : fraction(rest);
  return multiply(base, max);
}

/** Permitted travel as a share of the rest: of a total that holds the travel itself, max ÷ (1 − max). */
function permitted(limit: RatioLimit, max: Fraction): Fraction {
  return limit.bases[0]?.of === "total" ? divide(max, subtract(ONE, max)) : max;
}

/** Each member's part of the cut in proportion to its travel, floored; the representative bears what remains. */
function shareCut(cut: number, members: readonly MemberTravel[]): number[] {
  const travel = sum(members.map((member) => member.travel));
  if (cut === 0 || travel === 0) return members.map(() => 0);
  const shares = inProportion(
    fraction(cut),
    members.map((member) => fraction(member.travel)),
  );
  const remainder = cut - sum(shares);
  // A representative without any cost cannot bear even a yen: then the first member that can.
  const bearer = members.findIndex((member, index) => member.travel + member.rest - (shares[index] ?? 0) >= remainder);
  return shares.map((share, index) => (index === bearer ? share + remainder : share));
}
