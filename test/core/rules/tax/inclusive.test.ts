import { book, cell, checked, findingsOf, formula, type Layout, type LineLiteral } from "../budget";
import { counted, proveRule } from "../proof";

const INCLUSIVE: Layout = { headers: { price: "単価(税込)", amount: "金額(税込)" } };
const one = (more: Partial<LineLiteral>, layout: Layout = {}) =>
  book([{ item: "受発注システム開発 請負", middle: "外注費", price: 1080000, ...more }], {}, layout);
/** Only the price is said to be with tax. */
const PRICE: Layout = { headers: { price: "単価(税込)", amount: "金額" } };
const amount = [cell("amount")];

proveRule("tax/inclusive", {
  severity: "error",
  clause: "5(1)②",
  finds: [
    {
      title: "the header says so",
      book: one({}, INCLUSIVE),
      at: amount,
      says: { amount: 1080000, expected: 981818, percent: 10 },
    },
    {
      title: "in thousands, where no yen can be typed",
      book: one({ price: 1080 }, { headers: { price: "単価(税込・千円)", amount: "金額(税込・千円)" } }),
      at: amount,
      says: { amount: 1080000, expected: 981818 },
      fix: null,
    },
    {
      title: "worked out by a formula, which a person has to change",
      book: one({ amount: formula("D4*E4", 1080000) }, INCLUSIVE),
      at: amount,
      fix: { kind: "review", sheet: "予算", cell: "G4", value: 981818 },
    },
    {
      title: "the amount's header alone",
      book: one({ amount: 1188000 }, { headers: { price: "単価(税抜)", amount: "金額(税込)" } }),
      at: amount,
    },
    { title: "the title", book: one({}, { title: "予算経費見込書（金額は税込）" }), at: amount },
    { title: "a note below", book: one({}, { notes: ["※金額は消費税込みで記載しています。"] }), at: amount },
    { title: "the remarks", book: one({ note: "税込金額" }), at: amount },
    {
      title: "the remarks, under headers that say without",
      book: one({ note: "税込金額" }, { headers: { price: "単価(税抜)", amount: "金額(税抜)" } }),
      at: amount,
    },
    { title: "the item", book: one({ item: "受発注システム開発 請負(税込)" }), at: amount },
    {
      title: "price × quantity with tax on top",
      book: one({ price: 12400, quantity: 20, amount: 272800, note: "12,400円×20" }),
      at: amount,
    },
    {
      title: "reduced tax on top",
      book: one({
        item: "会議用資料 軽減税率対象",
        price: 1000,
        quantity: 2,
        amount: 2160,
        note: "1,000円×2 軽減税率",
      }),
      at: amount,
    },
    {
      title: "tax on top that can only be the reduced one",
      book: one({ item: "受発注資料の弁当", price: 1000, quantity: 2, amount: 2160, note: "1,000円×2" }),
      at: amount,
      says: { amount: 2160, expected: 2000, percent: 8 },
    },
    { title: "the price's header alone, over amounts that are price × quantity", book: one({}, PRICE), at: amount },
    {
      title: "the figure of its estimate with tax, although the header says without",
      book: {
        ...one({ price: 88800, note: "項番26" }, { headers: { price: "単価(税抜)", amount: "金額(税抜)" } }),
        見積書一覧: [
          ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
          [26, "北九州システム開発株式会社", "受発注システム開発", 80727, 88800],
        ],
      },
      at: amount,
    },
    {
      title: "the figure of its estimate with tax",
      book: {
        ...one({ price: null as unknown as number, amount: 88800, note: "項番26" }),
        見積書一覧: [
          ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
          [26, "北九州システム開発株式会社", "受発注システム開発", 80727, 88800],
        ],
      },
      at: amount,
    },
  ],
  passes: [
    { title: "without tax", book: one({}, { headers: { price: "単価(税抜)", amount: "金額(税抜)" } }) },
    { title: "nothing said", book: one({}) },
    { title: "tax taken out in the remarks", book: one({ price: 100000, note: "税込110,000円÷1.1" }) },
    { title: "the gross figure in the remarks", book: one({ price: 100000, note: "見積書は税込110,000円" }) },
    { title: "both figures in the remarks", book: one({ price: 100000, note: "税抜100,000円（税込110,000円）" }) },
    { title: "denied", book: one({ note: "税込ではありません" }) },
    ...["1188000/1.1", "ROUNDDOWN(1188000*10/11,0)", "1166400/(1.08)"].map((text) => ({
      title: `tax taken out by the amount's formula, ${text}`,
      book: one({ amount: formula(text, 1080000) }, { title: "予算経費見込書（税込）" }),
    })),
    {
      title: "the price's header alone, over amounts that have the tax taken out",
      book: one({ price: 110000, amount: 100000, note: "110,000円÷1.1" }, PRICE),
    },
    {
      title: "the price's header says without, and the amount's with, though it is price × quantity",
      book: one({}, { headers: { price: "単価(税抜)", amount: "金額(税込)" } }),
    },
    {
      title: "a line without tax under a title with it",
      book: one({ note: "税抜" }, { title: "予算経費見込書（税込）" }),
    },
    {
      title: "two columns: the one without tax counts",
      book: {
        予算: [
          ["品名", "中項目", "金額(税抜)", "金額(税込)"],
          ["受発注システム開発 請負", "外注費", 1000000, 1100000],
        ],
      },
    },
    {
      title: "wages, which bear no tax",
      book: {
        ...one({}, INCLUSIVE),
        予算: [
          ["品名", "中項目", "単価", "数量", "単位", "金額(税込)"],
          ["要件定義 佐藤 健一", "従業員費", 2232, 37.5, "時間", 83700],
        ],
        労務費: [
          ["氏名", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
          ["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 37.5, 83700],
        ],
      },
    },
  ],
  notApplicable: [
    { title: "an exempt applicant", book: one({}, INCLUSIVE), settings: { tax: "inclusive" } },
    {
      title: "a scheme that pays tax",
      book: book([{ item: "チラシ印刷", middle: "需用費", price: 11000 }], {}, INCLUSIVE),
      settings: { scheme: "fais-kyoso-2024", frame: "practice" },
    },
  ],
});

test("it counts floor(amount × 10 ÷ 11), and the fix types just that (golden)", () => {
  const report = checked(one({}, INCLUSIVE));
  expect(report.totals).toMatchObject({ claimed: 1080000, eligible: 981818 });
  expect(findingsOf(report, "tax/inclusive")[0]?.fix).toEqual({
    kind: "safe",
    sheet: "予算",
    cell: "G4",
    value: 981818,
  });
});

test("goods at the reduced rate count floor(amount × 100 ÷ 108)", () => {
  const report = checked(one({ item: "検証用食材 原材料 軽減税率", middle: "消耗品費", price: 10000 }, INCLUSIVE));
  expect(Object.values(counted(report))).toEqual([9259]);
});

test("an exempt applicant counts the amount as it stands", () => {
  expect(checked(one({}, INCLUSIVE), { tax: "inclusive" }).totals?.eligible).toBe(1080000);
});

test("with two columns an exempt applicant counts the one with tax", () => {
  const it = {
    予算: [
      ["品名", "中項目", "金額(税抜)", "金額(税込)"],
      ["受発注システム開発 請負", "外注費", 1000000, 1100000],
    ],
  };
  expect(checked(it).totals?.claimed).toBe(1000000);
  expect(checked(it, { tax: "inclusive" }).totals?.claimed).toBe(1100000);
});
