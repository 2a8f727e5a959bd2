import fc from "fast-check";
import { compare, fraction, multiply, parseFraction, subtract } from "../../../src/core/money/fraction";
import { subsidyFor } from "../../../src/core/subsidy/rates";
import { computeSubsidy } from "../../../src/core/subsidy/subsidy";
import { schemes } from "../../../src/schemes";

const frames = schemes
  .filter(({ result }) => result === "subsidy")
  .flatMap((scheme) => scheme.frames.map((frame) => [`${scheme.id}/${frame.id}`, scheme, frame] as const));

describe.each(frames)("%s", (_name, scheme, frame) => {
  const items = scheme.categories.map(({ middle, minor }) => ({ middle, minor: minor ?? null }));
  const item = items.length === 0 ? fc.constant({ middle: null, minor: null }) : fc.constantFrom(...items);
  const cost = fc.record({ item, yen: fc.oneof(fc.nat(3_000_000), fc.nat(300_000_000)) });
  const budget = fc.record({
    applicant: fc.constantFrom(...scheme.classes),
    employees: fc.integer({ min: 1, max: 400 }),
    deficit: fc.boolean(),
    costs: fc.array(cost, { minLength: 1, maxLength: 6 }),
  });
  type Budget = typeof budget extends fc.Arbitrary<infer T> ? T : never;
  const run = ({ applicant, employees, deficit, costs }: Budget) =>
    computeSubsidy({
      scheme,
      frame,
      members: [{ name: "申請者", class: applicant }],
      costs: costs.map(({ item: { middle, minor }, yen }) => ({ member: 0, middle, minor, yen })),
      employees,
      corporateMembers: 3,
      deficit,
      rate: "2/3",
      income: 0,
      waived: [],
      requested: null,
    });

  test("is whole, never above cap or allowed cost, in whole units, and at least the floor or nothing", () => {
    fc.assert(
      fc.property(budget, (given) => {
        const { subsidy, allowed } = run(given);
        const { amount, cap, beforeCap } = subsidy;
        if (amount === null) return;
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
        expect(amount).toBeLessThanOrEqual(allowed);
        expect(amount).toBeLessThanOrEqual(beforeCap!);
        if (cap !== null) expect(amount).toBeLessThanOrEqual(cap);
        expect(amount % (scheme.rounding?.unit ?? 1)).toBe(0);
        if (frame.floor !== undefined)
          expect(amount === 0 ? beforeCap! < frame.floor : amount >= frame.floor).toBe(true);
      }),
    );
  });

  test("never shrinks when a cost grows", () => {
    fc.assert(
      fc.property(budget, fc.nat(5), fc.nat(9_000_000), (given, at, more) => {
        const grown = given.costs.map((one, index) =>
          index === at % given.costs.length ? { ...one, yen: one.yen + more } : one,
        );
        const before = run(given).subsidy.amount;
        const after = run({ ...given, costs: grown }).subsidy.amount;
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

const rates = [...new Set(frames.flatMap(([, , frame]) => Object.values(frame.rates ?? {})))];

test("tiers are continuous: a yen of cost never brings more than its highest rate", () => {
  fc.assert(
    fc.property(fc.constantFrom(...rates), fc.nat(400_000_000), (tiers, cost) => {
      const step = subtract(subsidyFor(tiers, fraction(cost + 1)), subsidyFor(tiers, fraction(cost)));
      const best = tiers
        .map(({ rate }) => parseFraction(rate))
        .sort(compare)
        .at(-1)!;
      expect(compare(step, fraction(0))).toBeGreaterThan(0);
      expect(compare(step, best)).toBeLessThanOrEqual(0);
    }),
  );
});

test("tiers meet where the document says", () => {
  const tiers = [{ rate: "3/4", upTo: 500_000 }, { rate: "2/3" }];
  const at = (cost: number) => subsidyFor(tiers, fraction(cost));
  expect(at(666_666)).toEqual(multiply(fraction(666_666), parseFraction("3/4")));
  expect(at(666_667)).toEqual(subtract(fraction(500_000), multiply(fraction(-1, 3), parseFraction("2/3"))));
});

test("each tier ends at its own subsidy, however many there are", () => {
  const tiers = [{ rate: "3/4", upTo: 600_000 }, { rate: "2/3", upTo: 1_000_000 }, { rate: "1/2" }];
  const at = (cost: number) => subsidyFor(tiers, fraction(cost));
  expect([at(800_000), at(1_400_000), at(1_600_000)]).toEqual(
    [600_000, 1_000_000, 1_100_000].map((yen) => fraction(yen)),
  );
});
