import { qualifyAssets, type Asset } from "../../../src/core/subsidy/assets";
import { taxRelief } from "../../../src/core/subsidy/tax-relief";
import { schemeById } from "../../../src/schemes";
import { frameOf } from "./calculate";

const scheme = schemeById("sentan-setsubi-2022")!;
const asset = (given: Partial<Asset>): Asset => ({
  name: "設備",
  frame: "machinery",
  price: 1_600_000,
  quantity: 1,
  yearsOnSale: 1,
  secondHand: false,
  acquired: "2022-10-01",
  ...given,
});
const judge = (...given: Partial<Asset>[]) =>
  qualifyAssets(scheme, given.map(asset)).map(({ qualifies, obstacles }) => [
    qualifies,
    obstacles.map(({ code }) => code),
  ]);

test.each([
  ["machinery", 1_600_000, 10],
  ["tools", 300_000, 5],
  ["fixtures", 300_000, 6],
  ["building-equipment", 600_000, 14],
  ["structures", 1_200_000, 14],
])("%s qualifies from %i yen, on sale up to %i years", (frame, price, yearsOnSale) => {
  expect(
    judge(
      { frame, price, yearsOnSale },
      { frame, price: price - 1, yearsOnSale },
      { frame, price, yearsOnSale: yearsOnSale + 1 },
    ),
  ).toEqual([
    [true, []],
    [false, ["price"]],
    [false, ["years"]],
  ]);
});

test("second-hand never, and not after the last day", () => {
  expect(judge({ secondHand: true }, { acquired: "2023-03-31" }, { acquired: "2023-04-01" })).toEqual([
    [false, ["second-hand"]],
    [true, []],
    [false, ["acquired"]],
  ]);
});

test("an obstacle says what is asked for, what the asset has, and which clause it is", () => {
  const [machine] = qualifyAssets(scheme, [
    asset({ price: 1_599_999, secondHand: true, yearsOnSale: 11, acquired: "2023-04-01" }),
  ]);
  expect(machine?.obstacles).toMatchObject([
    { code: "price", wanted: 1_600_000, found: 1_599_999 },
    { code: "second-hand", wanted: "new", found: "second-hand" },
    { code: "years", wanted: 10, found: 11 },
    { code: "acquired", wanted: "2023-03-31", found: "2023-04-01" },
  ]);
  const [building] = qualifyAssets(scheme, [asset({ frame: "business-building", price: 5_000_000 })]);
  expect(building?.obstacles).toMatchObject([{ code: "others", wanted: 3_000_000, found: 0 }]);
  const [car] = qualifyAssets(scheme, [asset({ frame: "vehicles" })]);
  const known = scheme.frames.map(({ id }) => id).join(", ");
  expect(car?.obstacles).toMatchObject([{ code: "unknown-frame", wanted: known, found: "vehicles" }]);
  const clauses = [machine, building].flatMap((it) => it?.obstacles.map(({ source }) => "clause" in source) ?? []);
  expect(clauses).toEqual([true, true, true, true, true]);
});

test("a building needs qualifying equipment of 3,000,000 yen beside it", () => {
  const building = { frame: "business-building", price: 5_000_000, yearsOnSale: null };
  const beside = (price: number) => judge(building, { price }, { price: 1_500_000 })[0];
  expect(beside(3_000_000)).toEqual([true, []]);
  expect(beside(2_999_999)).toEqual([false, ["others"]]);
  expect(judge(building, { price: 1_600_000 })[0]).toEqual([false, ["others"]]);
  expect(judge(building, { price: 1_600_000, quantity: 2 })[0]).toEqual([true, []]);
});

test("a building beside what may qualify may, too: what is not known of that is asked for", () => {
  const building = { frame: "business-building", price: 5_000_000, yearsOnSale: null };
  const beside = (...others: Partial<Asset>[]) => {
    const [result] = qualifyAssets(scheme, [building, ...others].map(asset));
    return [result?.qualifies, result?.obstacles.map(({ code, found }) => [code, found]), result?.missing];
  };
  const unknown = (price: number) => ({ price, yearsOnSale: null });
  expect(beside(unknown(3_000_000))).toEqual([null, [], ["yearsOnSale"]]);
  expect(beside(unknown(2_999_999))).toEqual([false, [["others", 2_999_999]], []]);
  expect(beside({ price: 2_000_000 }, unknown(1_000_000), { price: 9_000_000, secondHand: true })).toEqual([
    false,
    [["others", 2_000_000]],
    [],
  ]);
  expect(beside({ price: 2_000_000 }, { frame: "tools", ...unknown(1_000_000) })).toEqual([null, [], ["yearsOnSale"]]);
  expect(beside({ price: 3_000_000 }, unknown(3_000_000))).toEqual([true, [], []]);
  const [late] = qualifyAssets(scheme, [asset({ ...building, acquired: "2023-04-01" }), asset(unknown(3_000_000))]);
  expect([late?.qualifies, late?.obstacles.map(({ code }) => code)]).toEqual([false, ["acquired"]]);
});

test("what is not known is asked for, not guessed", () => {
  const [result] = qualifyAssets(scheme, [asset({ yearsOnSale: null, acquired: null })]);
  expect(result).toMatchObject({ qualifies: null, obstacles: [], missing: ["yearsOnSale", "acquired"] });
  expect(judge({ frame: "vehicles" })).toEqual([[false, ["unknown-frame"]]]);
});

test("the DX tax measure names every share the document gives", () => {
  expect(taxRelief(frameOf("dx-tax-2023/credit").frame, 12_345_678)).toEqual([
    { share: "5/100", yen: 617_283 },
    { share: "3/100", yen: 370_370 },
  ]);
  expect(taxRelief(frameOf("dx-tax-2023/depreciation").frame, 10_000_001)).toEqual([
    { share: "30/100", yen: 3_000_000 },
  ]);
});
