/** Exact fractions: the arithmetic every figure of a report rests on. */
import fc from "fast-check";
import {
  add,
  compare,
  divide,
  floor,
  floorTo,
  fraction,
  fromDecimal,
  fromNumber,
  isSameYen,
  minimum,
  multiply,
  parseFraction,
  subtract,
  toNumber,
  toText,
  ZERO,
} from "../../../src/core/money/fraction";

const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const anyFraction = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d));

describe("reading numbers", () => {
  test.each([
    ["162.75", 651n, 4n],
    ["-0.5", -1n, 2n],
    ["+.25", 1n, 4n],
    ["1e3", 1000n, 1n],
    ["12E-2", 3n, 25n],
    ["007", 7n, 1n],
    ["5.", 5n, 1n],
    [" 5 ", 5n, 1n],
    ["1e10", 10_000_000_000n, 1n],
    ["0.0e0", 0n, 1n],
  ])("%s is exact", (text, n, d) => expect(fromDecimal(text)).toEqual({ n, d }));

  test.each(["", ".", "1,000", "abc", "1e", "1e99999", "NaN", "--1", "1.2.3"])("%j is no number", (text) => {
    expect(() => fromDecimal(text)).toThrow(SyntaxError);
    expect(() => fromDecimal(text)).toThrow(`no decimal number: ${text}`);
  });

  test("a spreadsheet's number is what its 15 digits say", () => {
    expect(fromNumber(109.56000000000002)).toEqual(fromDecimal("109.56"));
    expect(fromNumber(0.1 + 0.2)).toEqual(fraction(3, 10));
    expect(fromNumber(9_007_199_254_740_991)).toEqual(fraction(9_007_199_254_740_991n));
    expect(() => fromNumber(NaN)).toThrow(RangeError);
    expect(() => fromNumber(Infinity)).toThrow(/not a finite number/);
  });

  test.each([
    ["2/3", "2/3"],
    ["4/6", "2/3"],
    ["0.2", "1/5"],
    ["1", "1/1"],
    ["0/5", "0/1"],
    ["2/03", "2/3"],
    ["10/12", "5/6"],
  ])("rate %s is %s", (text, shown) => expect(toText(parseFraction(text))).toBe(shown));

  test.each(["2/0", "1/2/3", "a/b", "-1/2", "/3", "2/", "2x/3", "a2/3", "2/x3", "2/3x", "2/00"])(
    "%j is no rate",
    (text) => {
      expect(() => parseFraction(text)).toThrow(SyntaxError);
      expect(() => parseFraction(text)).toThrow(/^no (fraction|decimal number): /);
    },
  );

  test.each([-1, 0, 1, 999, 1_000, 1_001, 1_002, 1_000_000])("the whole number %d is itself", (count) =>
    expect(fromNumber(count)).toEqual({ n: BigInt(count), d: 1n }),
  );

  test("a denominator of 0 is refused", () => expect(() => fraction(1n, 0n)).toThrow(/denominator must not be 0/));
});

describe("rounding", () => {
  test.each([
    [fraction(7, 2), 3],
    [fraction(-7, 2), -4],
    [fraction(-4, 2), -2],
    [fraction(0), 0],
  ])("floor goes down to the yen", (value, yen) => expect(floor(value)).toBe(yen));

  test("floorTo drops what is below the unit", () => {
    expect(floorTo(fraction(1_999_999), 1000)).toBe(1_999_000);
    expect(floorTo(fraction(2_000_000), 1000)).toBe(2_000_000);
    expect(floorTo(fraction(9_000_003, 3), 1000)).toBe(3_000_000);
  });

  test.each([
    [fraction(100), fraction(100), true],
    [fraction(100), fraction(101), false],
    [fraction(100), fraction(99), false],
    [fraction(201, 2), fraction(100), true],
    [fraction(100), fraction(201, 2), true],
    [fraction(199, 2), fraction(201, 2), false], // one yen apart to the sen
    [fraction(201, 2), fraction(199, 2), false],
    [fraction(203, 2), fraction(100), false],
    [fraction(100), fraction(203, 2), false],
    [fraction(1, 3), fraction(1, 2), true],
    [fraction(-1, 3), fraction(1, 2), true],
    [fraction(-2, 3), fraction(1, 2), false],
  ])("less than one yen apart is rounding", (a, b, same) => expect(isSameYen(a, b)).toBe(same));

  test("two thirds of a cost are never short of the exact figure", () => {
    expect(floor(multiply(fraction(2, 3), fraction(3_000_000)))).toBe(2_000_000);
    expect(floor(multiply(fraction(2, 3), fraction(2_999_999)))).toBe(1_999_999);
  });
});

describe("laws", () => {
  test("results stay in lowest terms with a positive denominator", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        for (const value of [add(a, b), subtract(a, b), multiply(a, b), ...(b.n === 0n ? [] : [divide(a, b)])]) {
          expect(value.d).toBeGreaterThan(0n);
          let [x, y] = [value.n < 0n ? -value.n : value.n, value.d];
          while (y !== 0n) [x, y] = [y, x % y];
          expect(x).toBe(1n);
        }
      }),
    );
  });

  test("adding and taking away, multiplying and dividing undo each other", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  test("order agrees with subtraction, the minimum is one of the two", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(Math.sign(compare(subtract(a, b), ZERO)));
        expect(compare(a, a)).toBe(0);
        const least = minimum(a, b);
        expect([a, b]).toContainEqual(least);
        expect(compare(least, a)).toBeLessThanOrEqual(0);
        expect(compare(least, b)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("floor is the greatest whole number not above", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 1, max: 999 }), (n, d) => {
        const value = fraction(n, d);
        const down = floor(value);
        expect(compare(fraction(down), value)).toBeLessThanOrEqual(0);
        expect(compare(fraction(down + 1), value)).toBeGreaterThan(0);
      }),
    );
  });

  test("every number of 15 digits survives", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const value = digits / 10 ** places;
          expect(toNumber(fromNumber(value))).toBe(value);
        },
      ),
    );
  });
});
