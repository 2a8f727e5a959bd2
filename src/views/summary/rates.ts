/**
 * Rates as worksheet formulas that come out exactly: everything is kept whole until one division, since 2/3 of a cost
 * is no number that a spreadsheet can hold (=ROUNDDOWN(2*x/3,0), never 0.667*x).
 */
import {
  add,
  divide,
  fraction,
  multiply,
  parseFraction,
  subtract,
  ZERO,
  type Fraction,
} from "../../core/money/fraction";
import type { RateTiers } from "../../core/scheme/scheme";

/** A stretch of cost on which the subsidy is `slope` × cost + `offset`; `upTo` is the cost that fills it. */
interface Piece {
  readonly slope: Fraction;
  readonly offset: Fraction;
  readonly upTo: Fraction | null;
}

function pieces(tiers: RateTiers): Piece[] {
  const list: Piece[] = [];
  let cost = ZERO;
  let subsidy = ZERO;
  for (const { rate, upTo } of tiers) {
    const slope = parseFraction(rate);
    const offset = subtract(subsidy, multiply(slope, cost));
    if (upTo === undefined) return [...list, { slope, offset, upTo: null }];
    cost = add(cost, divide(subtract(fraction(upTo), subsidy), slope));
    subsidy = fraction(upTo);
    list.push({ slope, offset, upTo: cost });
  }
  // Beyond the last limit nothing more is paid.
  return [...list, { slope: ZERO, offset: subsidy, upTo: null }];
}

/** The least number by which all subsidies under these tiers become whole. */
export const wholeBy = (all: readonly RateTiers[]): bigint =>
  all
    .flatMap(pieces)
    .flatMap(({ slope, offset }) => [slope.d, offset.d])
    .reduce(commonMultiple, 1n);

/**
 * `times` × the subsidy for the cost in a cell, as a formula of whole numbers.
 * @param times a multiple of `wholeBy` these tiers
 */
export function scaledSubsidy(tiers: RateTiers, cost: string, times: bigint): string {
  const [last, ...before] = pieces(tiers).reverse() as [Piece, ...Piece[]];
  return before.reduce(
    (rest, piece) => {
      const upTo = piece.upTo ?? ZERO;
      const inside = upTo.d === 1n ? `${cost}<=${upTo.n}` : `${upTo.d}*${cost}<=${upTo.n}`;
      return `IF(${inside},${line(piece, cost, times)},${rest})`;
    },
    line(last, cost, times),
  );
}

function line({ slope, offset }: Piece, cost: string, times: bigint): string {
  const factor = multiply(slope, fraction(times)).n;
  const constant = multiply(offset, fraction(times)).n;
  const product = factor === 0n ? "" : factor === 1n ? cost : `${factor}*${cost}`;
  if (constant === 0n) return product === "" ? "0" : product;
  if (product === "") return String(constant);
  return constant > 0n ? `${product}+${constant}` : `${product}-${-constant}`;
}

const commonMultiple = (a: bigint, b: bigint): bigint => (a / commonDivisor(a, b)) * b;

const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));

/** Rounds a quotient down: "ROUNDDOWN((2*F9)/3,0)", or the dividend itself when there is nothing to divide by. */
export const floorDivided = (dividend: string, divisor: bigint): string =>
  divisor === 1n ? dividend : `ROUNDDOWN((${dividend})/${divisor},0)`;
