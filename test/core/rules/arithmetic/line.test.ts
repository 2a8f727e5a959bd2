import type { Finding } from "../../../../src/core/judge/finding";
import type { CellValue } from "../../../../src/core/workbook/workbook";
import { findingText } from "../../../../src/messages";
import { book, cell, checked, findingsOf, formula, type Book, type Layout, type LineLiteral } from "../budget";
import { proveRule } from "../proof";

const line = (price: number, quantity: number, amount: number) =>
  book([
    { item: "IoT電流センサー", middle: "消耗品費", price, quantity, unit: "個", amount },
    { item: "配線材", middle: "消耗品費", price: 1000, quantity: 3, note: "1,000円×3" },
  ]);

const robot: LineLiteral = { item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000 };
const THOUSANDS: Layout = { headers: { price: "単価(千円)", amount: "金額(千円)" } };
const AMOUNT_WITH_TAX: Layout = { headers: { amount: "金額(税込)" } };
const PRICE_WITH_TAX: Layout = { title: "予算経費見込書（単価・金額は税込）" };
/** The first of three, the others being right. */
const priced = (price: number, amount: number, layout: Layout): Book => {
  const others = ["配線材", "取付金具"].map((item) => ({ item, price: 1000, quantity: 2, amount: 2200 }));
  return book([{ item: "IoT電流センサー", price, quantity: 20, amount }, ...others], {}, layout);
};
const WAGES = ["氏名", "区分", "時給単価", "従事予定時間", "金額"];
/** Two months of 1,081 × 37.5 = 40,537.5 each, 81,075 together. */
const wages = (yen: number): Book => ({
  ...line(1000, 2, 2000),
  労務費: [WAGES, ["中島 由香", "パート", 1081, 75, yen]],
  月別従事時間: [
    ["氏名", "対象月", "従事時間", "実支給額"],
    ["中島 由香", "2025年9月", 37.5, 90000],
    ["中島 由香", "2025年10月", 37.5, 90000],
  ],
});

proveRule("arithmetic/line", {
  severity: "error",
  clause: "6(3)",
  finds: [
    {
      title: "digits turned round",
      book: line(12400, 20, 284000),
      at: [cell("amount")],
      says: { amount: 284000, unitPrice: 12400, quantity: "20", expected: 248000, difference: 36000 },
    },
    {
      title: "in thousands, where no yen can be typed",
      book: book(
        [{ item: "IoT電流センサー", middle: "消耗品費", price: 12, quantity: 20, amount: 250 }],
        {},
        THOUSANDS,
      ),
      at: [cell("amount")],
      says: { amount: 250000, unitPrice: 12000, expected: 240000, difference: 10000 },
      fix: null,
    },
    {
      title: "a discount that is no product",
      book: book([robot, { item: "値引き", price: 1000, quantity: 2, amount: -2001 }]),
      at: [cell("amount", 1)],
    },
    {
      title: "a price without tax beside an amount with it that is another",
      book: priced(12400, 272802, AMOUNT_WITH_TAX),
      at: [cell("amount")],
    },
    { title: "one yen too much", book: line(12400, 20, 248001), at: [cell("amount")] },
    { title: "one yen too little", book: line(12400, 20, 247999), at: [cell("amount")] },
    { title: "a yen and a half off", book: line(33.5, 3, 99), at: [cell("amount")] },
    {
      title: "a typed amount in the labour sheet",
      book: {
        ...line(1000, 2, 2000),
        労務費: [
          ["氏名", "区分", "時給単価", "従事予定時間", "金額"],
          ["中島 由香", "パート", 1080, 180, 194401],
        ],
      },
      at: ["労務費!E2"],
      says: {
        ...{ description: "中島 由香", amount: 194401, unitPrice: 1080 },
        ...{ quantity: "180", expected: 194400, difference: 1 },
      },
      fix: { kind: "review", sheet: "労務費", cell: "E2", value: 194400 },
    },
    {
      title: "wages that are neither the product nor the sum of the months",
      book: wages(81073),
      at: ["労務費!E2"],
    },
  ],
  passes: [
    {
      title: "wages limited month by month",
      book: {
        ...line(1000, 2, 2000),
        労務費: [
          ["氏名", "区分", "時給単価", "従事予定時間", "金額"],
          ["佐藤 健一", "従業員", 2232, 300, 644800],
        ],
        月別従事時間: [
          ["氏名", "対象月", "従事時間", "実支給額"],
          ["佐藤 健一", "2025年9月", 150, 310000],
          ["佐藤 健一", "2025年10月", 150, 363321],
        ],
      },
    },
    { title: "wages rounded down month by month", book: wages(81074) },
    ...(
      [
        ["no rate", [null, 10, 12345]],
        ["no hours", [1080, null, 12345]],
        ["no amount", [1080, 10, null]],
        ["an amount to come", [1080, 10, "未定"]],
      ] as const
    ).map(([title, figures]) => ({
      title: `wages: ${title}`,
      book: { ...line(1000, 2, 2000), 労務費: [WAGES, ["中島 由香", "パート", ...figures]] },
    })),
    {
      title: "a discount's price without its minus",
      book: book([robot, { item: "値引き", price: 1000, quantity: 2, amount: -2000 }]),
    },
    {
      title: "a price with tax beside an amount without it",
      book: book([{ item: "IoT電流センサー", price: 13640, quantity: 20, amount: 248000 }], {}, PRICE_WITH_TAX),
    },
    { title: "exact", book: line(12400, 20, 248000) },
    { title: "rounded down from a half", book: line(33.5, 3, 100) },
    { title: "rounded up from a half", book: line(33.5, 3, 101) },
    {
      title: "a price and a count of the whole, of which a part is claimed",
      book: {
        予算: [
          ["品名", "中項目", "単価", "数量", "事業に要する経費", "補助対象経費"],
          ["IoT電流センサー", "消耗品費", 12400, 20, 248000, 124000],
          ["配線材", "消耗品費", 1000, 4, 4000, 2000],
          ["取付金具", "消耗品費", 500, 6, 3000, 1500],
        ],
      },
    },
    { title: "no unit price", book: book([{ item: "一式工事", quantity: 1, amount: 185000 }]) },
    { title: "no quantity", book: book([{ item: "一式工事", price: 185000, quantity: null, amount: 200000 }]) },
    {
      title: "a price without tax beside an amount with it, which is tax/inclusive's",
      book: book([{ item: "IoT電流センサー", price: 12400, quantity: 20, amount: 272800 }], {}, AMOUNT_WITH_TAX),
    },
    {
      title: "rounded down wages",
      book: {
        ...line(1000, 2, 2000),
        労務費: [
          ["氏名", "区分", "時給単価", "従事予定時間", "金額"],
          ["中島 由香", "パート", 1081, 37.5, 40537],
        ],
      },
    },
  ],
});

test("the line counts as typed until it is corrected", () => {
  expect(checked(line(12400, 20, 284000)).totals?.eligible).toBe(287000);
});

test("a typed amount has a fix for a person to look at, a formula has none", () => {
  const [typed] = findingsOf(checked(line(12400, 20, 284000)), "arithmetic/line");
  expect(typed?.fix).toEqual({ kind: "review", sheet: "予算", cell: "G4", value: 248000 });
  const [calculated] = findingsOf(
    checked(book([{ item: "IoT電流センサー", price: 12400, quantity: 20, amount: formula("D4*19", 235600) }])),
    "arithmetic/line",
  );
  expect(calculated?.fix).toBeNull();
});

describe("less what a column of discounts takes off", () => {
  const reduced = (header: string, off: CellValue, amount: number): readonly Finding[] =>
    findingsOf(
      checked({
        予算: [
          ["品名", "単価", "数量", header, "金額"],
          ["IoT電流センサー", 12_400, 20, off, amount],
          ["配線材", 1_000, 3, null, 3_000],
        ],
      }),
      "arithmetic/line",
    );

  test.each<[string, CellValue, number]>([
    ["値引額", 8_000, 240_000],
    ["値引き", -8_000, 240_000],
    ["値引率", "10%", 223_200],
    ["値引率", 0.1, 223_200],
    ["割引率（%）", 10, 223_200],
    ["値引額", 400, 240_000],
    ["値引額", 8_000, 248_000],
  ])("%s %p leaves %p", (header, off, amount) => {
    expect(reduced(header, off, amount)).toEqual([]);
  });

  test("a wrong amount is held against what is left", () => {
    const [wrong] = reduced("値引額", 8_000, 241_000);
    expect(wrong?.data).toMatchObject({ expected: 240_000, takenOff: 8_000, difference: 1_000 });
    expect(findingText(wrong as Finding, "ja").what).toContain("12,400円×20−値引 8,000円＝240,000円");
    expect(findingText(wrong as Finding, "en").what).toContain("× 20 − 8,000 yen taken off = 240,000 yen");
  });
});
