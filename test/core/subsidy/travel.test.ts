import fc from "fast-check";
import { travelRatio } from "../../../src/core/subsidy/travel";
import { frameOf } from "./calculate";

const limit = frameOf("fais-dx-2025/planning").scheme.ratios[0]!;

test("a consortium's cut is shared by travel, floored, the rest on the representative", () => {
  const ratio = travelRatio(
    limit,
    [
      { travel: 100_000, rest: 300_000 },
      { travel: 100_000, rest: 200_000 },
      { travel: 100_000, rest: 0 },
    ],
    false,
  );
  expect(ratio).toMatchObject({ amount: 300_000, base: 500_000, allowed: 100_000, status: "error" });
  expect(ratio.cuts).toEqual([66_668, 66_666, 66_666]);
});

test("a representative without cost does not go below zero", () => {
  const ratio = travelRatio(
    limit,
    [
      { travel: 0, rest: 0 },
      { travel: 7, rest: 1 },
      { travel: 5, rest: 1 },
    ],
    false,
  );
  expect(ratio.cuts).toEqual([0, 7, 5]);
});

test("a yen that no share holds is borne by the first who can", () => {
  const cutsOf = (...members: (readonly [number, number])[]) =>
    travelRatio(
      limit,
      members.map(([travel, rest]) => ({ travel, rest })),
      false,
    ).cuts;
  expect(cutsOf([1, 5], [1, 0])).toEqual([1, 0]);
  expect(cutsOf([0, 0], [1, 5], [1, 0])).toEqual([0, 1, 0]);
  expect(cutsOf([0, 1], [1, 4], [1, 0])).toEqual([1, 0, 0]);
});

const members = fc.array(fc.record({ travel: fc.nat(5_000_000), rest: fc.nat(20_000_000) }), {
  minLength: 1,
  maxLength: 6,
});

test("shares of the cut are whole, never more than a member has, and add up to the cut", () => {
  fc.assert(
    fc.property(members, (given) => {
      const ratio = travelRatio(limit, given, false);
      expect(ratio.cuts.reduce((sum, cut) => sum + cut, 0)).toBe(ratio.amount - ratio.allowed);
      ratio.cuts.forEach((cut, index) => {
        const own = given[index]!;
        expect(Number.isInteger(cut) && cut >= 0 && cut <= own.travel + own.rest).toBe(true);
      });
    }),
  );
});

test("a base that holds the travel itself allows a quarter of the rest for a fifth of the total", () => {
  const total = { ...limit, bases: [limit.bases[1]!] };
  expect(travelRatio(total, [{ travel: 300_000, rest: 1_000_000 }], false)).toMatchObject({
    allowed: 250_000,
    status: "error",
  });
});
