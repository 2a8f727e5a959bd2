/**
 * Exact fractions. Rates, hours and intermediate money stay exact here; the one floor of a figure is taken
 * where the document says so, through `floor` or `floorTo`.
 */
export interface Fraction {
  /** Numerator, carries the sign. */
  readonly n: bigint;
  /** Denominator, always > 0 and coprime to n. */
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  let [num, den] = [BigInt(n), BigInt(d)];
  if (den === 0n) throw new RangeError("a fraction's denominator must not be 0");
  if (den < 0n) [num, den] = [-num, -den];
  if (den === 1n) return { n: num, d: den };
  const common = gcd(num, den);
  return common === 1n ? { n: num, d: den } : { n: num / common, d: den / common };
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** Quantities of a hundred thousand lines are a few small numbers: one fraction each. */
const COUNTS: readonly Fraction[] = Array.from({ length: 1_001 }, (_, count) => ({ n: BigInt(count), d: 1n }));

/**
 * The number a spreadsheet means: Excel keeps 15 significant digits, so 109.56000000000002 is 109.56.
 * @throws RangeError for NaN and infinities
 */
export function fromNumber(value: number): Fraction {
  if (Number.isSafeInteger(value))
    return value >= 0 && value < COUNTS.length ? (COUNTS[value] as Fraction) : { n: BigInt(value), d: 1n };
  if (!Number.isFinite(value)) throw new RangeError("not a finite number");
  return fromDecimal(value.toPrecision(15));
}

/** "-1234.50", "1e3" → exact. @throws SyntaxError when the text is no decimal number */
export function fromDecimal(text: string): Fraction {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
  if (match === null || (match[2] ?? "") + (match[3] ?? "") === "") throw new SyntaxError(`no decimal number: ${text}`);
  const digits = (match[2] ?? "") + (match[3] ?? "");
  const exponent = Number(match[4] ?? 0) - (match[3] ?? "").length;
  const magnitude = BigInt(digits);
  const signed = match[1] === "-" ? -magnitude : magnitude;
  return exponent >= 0 ? fraction(signed * 10n ** BigInt(exponent)) : fraction(signed, 10n ** BigInt(-exponent));
}

/** "2/3", "0.2" or "1" → exact. @throws SyntaxError */
export function parseFraction(text: string): Fraction {
  const parts = text.split("/");
  if (parts.length === 1) return fromDecimal(text);
  if (!/^\d+\/0*[1-9]\d*$/.test(text)) throw new SyntaxError(`no fraction: ${text}`);
  const [top, bottom] = parts as [string, string];
  return fraction(BigInt(top), BigInt(bottom));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Amounts less than one yen apart: rounding, no difference. */
export function isSameYen(a: Fraction, b: Fraction): boolean {
  if (a.d === 1n && b.d === 1n) return a.n === b.n;
  const { n, d } = subtract(a, b);
  return (n < 0n ? -n : n) < d;
}

export const magnitude = ({ n, d }: Fraction): Fraction => ({ n: n < 0n ? -n : n, d });

export const minimum = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

/** The greatest whole number not above the fraction (toward −∞, as a document's 切り捨て of a cost means for costs ≥ 0). */
export function floor(value: Fraction): number {
  if (value.d === 1n) return Number(value.n);
  const towardZero = value.n / value.d; // of lowest terms: never exact here
  return Number(value.n < 0n ? towardZero - 1n : towardZero);
}

/** floorTo(3,000,001.17, 1000) = 3,000,000. `unit` in the same unit as the value, > 0. */
export const floorTo = (value: Fraction, unit: number): number => floor(divide(value, fraction(unit))) * unit;

/** "2/3", "1", "3/4": how rates are shown and compared in reports. */
export const toText = (value: Fraction): string => `${value.n}/${value.d}`;

/** A JavaScript number for display and JSON only; never compute money with it. */
export const toNumber = (value: Fraction): number => Number(value.n) / Number(value.d);

/** A whole in proportion to some weights, each part floored to whole yen: what remains is for the caller's rule to place. */
export function inProportion(whole: Fraction, weights: readonly Fraction[]): number[] {
  const sum = weights.reduce(add, ZERO);
  return weights.map((weight) => floor(divide(multiply(whole, weight), sum)));
}
