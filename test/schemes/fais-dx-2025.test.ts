import { schemeById, schemes } from "../../src/schemes";

const scheme = schemeById("fais-dx-2025");

test("the DX scheme of 2025 is the first of the schemes", () => {
  expect(schemes[0]).toBe(scheme);
  expect(scheme?.frames.map(({ id, cap }) => [id, cap])).toEqual([
    ["planning", 2_000_000],
    ["transformation", 5_000_000],
  ]);
  expect(scheme?.period).toMatchObject({ from: "2025-04-14", to: "2026-01-31" });
  expect(scheme?.rounding?.unit).toBe(1000);
});

test.each([
  ["machinery", 200_000, "機械装置等製作・購入費"],
  ["machinery", 199_999, "消耗品費"],
  ["installation", 30_000, "機械装置等製作・購入費"],
  ["embedded-software", 30_000, "機械装置等製作・購入費"],
  ["package-software", 480_000, "消耗品費"],
  ["dispatch-wage", 1_800, "補助員費"],
])("%s at %i yen belongs to %s", (kind, price, middle) => {
  const homes = scheme?.categories.filter(
    (one) => one.kinds.includes(kind) && price >= (one.minUnitPrice ?? 0) && price < (one.belowUnitPrice ?? Infinity),
  );
  expect(homes?.map((one) => one.middle)).toEqual([middle]);
});
