/** How a line's yen relate to those of its paper, or of an item of it, in the budget's treatment of tax. */
import type { DocumentItem, DocumentRead } from "../../../../src/core/documents/document";
import type { MatchLine } from "../../../../src/core/documents/match/matching";
import { became, estimate, item, line, lump } from "./papers";

const ONE = "温度センサー TS-100";
/** A paper of one item whose sums are told as given. */
const sums = (net: number | null, gross: number | null, more: Partial<DocumentRead> = {}) =>
  estimate("1", [item(ONE, 1, net ?? gross ?? 0)], { net, gross, tax: null, taxByRate: [], ...more });
const rates = (...of: number[]): Partial<DocumentRead> => ({
  taxByRate: of.map((rate) => ({ rate, net: 0, tax: 0 })),
});

describe("a line and a whole paper", () => {
  type Case = readonly [what: string, yen: number, paper: DocumentRead, wanted: string];
  const without: readonly Case[] = [
    ["the sum without tax", 1_000, sums(1_000, 1_100), "一致 0"],
    ["what is left of a sum with tax", 1_000, sums(null, 1_100), "一致 0"],
    ["rounded down", 99, sums(null, 109), "一致 0"],
    ["and not up", 100, sums(null, 109), "不一致 amount 1"],
    ["by the paper's own rate", 1_000, sums(null, 1_080, rates(8)), "一致 0"],
    ["by ten percent where it has several", 1_000, sums(null, 1_100, rates(8, 10)), "一致 0"],
    ["with the tax that it names", 1_100, sums(1_000, 1_100), "不一致 tax-treatment 100"],
    ["with another tax", 1_080, sums(1_000, 1_100), "不一致 amount 80"],
    ["with tax of a sum that names none", 108, sums(99, null), "不一致 tax-treatment 9"],
    ["rounded to the nearest yen", 105, sums(95, null), "不一致 tax-treatment 10"],
    ["rounded up", 101, sums(91, null), "不一致 tax-treatment 10"],
    ["one yen more than that", 102, sums(91, null), "不一致 amount 11"],
    ["with a tax that the paper counts otherwise", 1_100, sums(1_000, 1_099), "不一致 amount 100"],
    ["with eight percent", 1_080, sums(1_000, null, rates(8)), "不一致 tax-treatment 80"],
    ["nothing to compare", 1_000, sums(null, null), "不一致 amount"],
  ];
  test.each(without)("without tax: %s", (_, yen, paper, wanted) =>
    expect(became([lump(1, ONE, yen)], [paper])).toEqual([`${wanted}: 1.pdf`]),
  );

  const within: readonly Case[] = [
    ["the sum with tax", 1_100, sums(1_000, 1_100), "一致 0"],
    ["what ten percent make of a sum without", 1_100, sums(1_000, null), "一致 0"],
    ["rounded down", 108, sums(99, null), "一致 0"],
    ["by the paper's own rate", 1_080, sums(1_000, null, rates(8)), "一致 0"],
    ["the sum without tax", 1_000, sums(1_000, 1_100), "不一致 tax-treatment -100"],
    ["a paper that tells none without", 1_000, sums(null, 1_100), "不一致 amount -100"],
  ];
  test.each(within)("with tax: %s", (_, yen, paper, wanted) =>
    expect(became([lump(1, ONE, yen)], [paper], { tax: "inclusive" })).toEqual([`${wanted}: 1.pdf`]),
  );

  test("a line without an amount is compared with nothing", () => {
    expect(became([lump(1, ONE, 0, { amount: null })], [sums(1_000, 1_100)])).toEqual(["不一致 amount: 1.pdf"]);
  });
});

describe("a line and an item among others", () => {
  const REST = item("防塵カバー", 1, 777_777);
  /** The item with others; what the paper says of tax. */
  const paper = (own: DocumentItem, more: Partial<DocumentRead> = {}) => estimate("1", [REST, own], more);
  const own = (yen: number, more: Partial<DocumentItem> = {}) => item(ONE, 1, yen, more);
  type Case = readonly [what: string, yen: number, paper: DocumentRead, wanted: string];

  const without: readonly Case[] = [
    ["as it stands", 1_000, paper(own(1_000)), "一致 0"],
    ["without the tax that is in it", 1_000, paper(own(1_100), { taxIncluded: true }), "一致 0"],
    ["of its own rate", 1_000, paper(own(1_080, { taxRate: 8 }), { taxIncluded: true }), "一致 0"],
    ["of the paper's rate", 1_000, paper(own(1_080, { taxRate: null }), { taxIncluded: true, ...rates(8) }), "一致 0"],
    ["as it stands where nobody says", 1_000, paper(own(1_000), { taxIncluded: null }), "一致 0"],
    ["with the tax left in", 1_100, paper(own(1_100), { taxIncluded: true }), "不一致 tax-treatment 100"],
    ["with tax on top", 1_100, paper(own(1_000)), "不一致 tax-treatment 100"],
    ["with tax on top, rounded down", 108, paper(own(99)), "不一致 tax-treatment 9"],
    ["with tax on top, rounded up", 109, paper(own(99)), "不一致 tax-treatment 10"],
    ["with eight percent on top", 1_080, paper(own(1_000, { taxRate: 8 })), "不一致 tax-treatment 80"],
    ["with eight percent where ten are due", 1_080, paper(own(1_000)), "不一致 amount 80"],
  ];
  test.each(without)("without tax: %s", (_, yen, given, wanted) =>
    expect(became([lump(1, ONE, yen)], [given])).toEqual([`${wanted}: 1.pdf#2`]),
  );

  const within: readonly Case[] = [
    ["with tax on top", 1_100, paper(own(1_000)), "一致 0"],
    ["rounded down", 108, paper(own(99)), "一致 0"],
    ["as it stands where tax is in it", 1_100, paper(own(1_100), { taxIncluded: true }), "一致 0"],
    ["as it stands where nobody says", 1_000, paper(own(1_000), { taxIncluded: null }), "一致 0"],
    ["without tax", 1_000, paper(own(1_000)), "不一致 tax-treatment -100"],
    ["with the tax taken out", 1_000, paper(own(1_100), { taxIncluded: true }), "不一致 tax-treatment -100"],
  ];
  test.each(within)("with tax: %s", (_, yen, given, wanted) =>
    expect(became([lump(1, ONE, yen)], [given], { tax: "inclusive" })).toEqual([`${wanted}: 1.pdf#2`]),
  );

  test("several: the tax of each, or of their sum", () => {
    const three = estimate("1", [REST, item(ONE, 1, 99), item(`${ONE} 予備`, 1, 99)]);
    const of = (yen: number) => became([lump(1, ONE, yen)], [three])[0];
    expect(of(198)).toBe("一致 0: 1.pdf#2, 1.pdf#3");
    for (const yen of [216, 217, 218])
      expect(of(yen)).toBe(`不一致 tax-treatment ${String(yen - 198)}: 1.pdf#2, 1.pdf#3`);
    expect(of(219)).toMatch(/^不一致 amount/);
  });
});

describe("what is deducted", () => {
  const BODY = item("画像検査装置", 1, 100_000);
  const SMALL = item("据付調整費", 1, 20_000);
  const OFF = item("出精値引き", 1, -10_000);
  const paper = (more: Partial<DocumentRead> = {}, off = OFF) => estimate("1", [BODY, SMALL, off], more);
  const both = (yen: number) => [lump(1, "画像検査装置 据付調整費", yen)];

  test("is missed to the yen", () => {
    expect(became(both(110_000), [paper()])).toEqual(["一致 0: 1.pdf"]);
    expect(became(both(120_000), [paper()])).toEqual(["不一致 discount 10000: 1.pdf"]);
    expect(became(both(119_999), [paper()])).toEqual(["不一致 amount 9999: 1.pdf"]);
  });

  test("in the budget's treatment of tax", () => {
    const within = paper({ taxIncluded: true, net: 100_000, gross: 110_000 });
    expect(became(both(109_091), [within])).toEqual(["不一致 discount 9091: 1.pdf"]);
    expect(became(both(132_000), [paper()], { tax: "inclusive" })).toEqual(["不一致 discount 11000: 1.pdf"]);
  });

  test("is not what one of the other items is short of", () => {
    const dear = estimate("1", [BODY, item("据付調整費", 1, 50_000), item("出精値引き", 1, -9_000)]);
    expect(became([lump(1, "画像検査装置", 109_000)], [dear])).toEqual(["不一致 amount 9000: 1.pdf#1"]);
  });

  test("is not what is offered beside the total", () => {
    const offered = paper({}, { ...OFF, optional: true });
    expect(became(both(130_000), [offered])).toEqual(["不一致 amount 10000: 1.pdf"]);
  });
});

describe("fewer pieces than the paper's", () => {
  const of = (claimed: Partial<MatchLine>, offered: Partial<DocumentItem> = {}, more: Partial<DocumentRead> = {}) =>
    became([line(1, ONE, 3, 25_000, claimed)], [estimate("1", [item(ONE, 4, 25_000, offered)], more)])[0];

  test("are a part of it, at its price", () => {
    expect(of({})).toBe("要確認 quantity -25000: 1.pdf");
    expect(of({}, { quantity: null })).toMatch(/^不一致 amount -25000/);
    expect(of({ quantity: null })).toMatch(/^不一致 amount -25000/);
    expect(of({}, { quantity: 3 })).toMatch(/^不一致 amount/);
    expect(of({}, { unitPrice: null })).toMatch(/^不一致 amount/);
    expect(of({ amount: 120_000 })).toBe("不一致 amount 20000: 1.pdf");
    expect(of({ unitPrice: 24_999, amount: 74_997 })).toBe("不一致 amount -25003: 1.pdf");
  });

  test("in the budget's treatment of tax", () => {
    const within = { taxIncluded: true, net: 100_000, gross: 110_000 };
    expect(of({}, { unitPrice: 27_500, amount: 110_000 }, within)).toBe("要確認 quantity -25000: 1.pdf");
    expect(of({}, {}, within)).toMatch(/^不一致 amount/);
  });

  test("of an item among others", () => {
    const two = estimate("1", [item("防塵カバー", 1, 400_000), item(ONE, 4, 25_000)]);
    expect(became([line(1, ONE, 3, 25_000)], [two])).toEqual(["要確認 quantity -25000: 1.pdf#2"]);
  });
});
