import { book, cell, checked, findingsOf, type LineLiteral } from "../budget";
import { counted, proveRule } from "../proof";

const fee = (more: Partial<LineLiteral>) =>
  book([{ item: "クラウド型受発注管理サービス 年間利用料", middle: "諸経費", price: 240000, unit: "年", ...more }]);
const monthly = (quantity: number, more: Partial<LineLiteral> = {}) =>
  fee({
    item: "在庫管理クラウドサービス 月額利用料",
    price: 20000,
    quantity,
    unit: "か月",
    note: `20,000円×${quantity}`,
    ...more,
  });
const amount = [cell("amount")];

proveRule("cloud/proration", {
  severity: "error",
  clause: "5(1)③ウ",
  finds: [
    {
      title: "a year from August",
      book: fee({ note: "利用開始2025年8月1日" }),
      at: amount,
      says: { amount: 240000, charged: 12, usable: 6, start: "2025-08-01", end: "2026-01-31", expected: 120000 },
    },
    { title: "a year from the first day of the period", book: fee({}), at: amount },
    {
      title: "twelve months in the item",
      book: fee({ item: "クラウド型受発注管理サービス 利用料(12か月分)", unit: "式" }),
      at: amount,
    },
    {
      title: "twelve months in the remarks",
      book: fee({ item: "クラウド型受発注管理サービス 利用料", unit: "式", note: "12ヶ月分" }),
      at: amount,
    },
    { title: "a span beyond the period", book: fee({ unit: "式", note: "R7.8～R8.7" }), at: amount },
    { title: "one month too many", book: monthly(11), at: amount },
    { title: "one month too many from August", book: monthly(7, { note: "20,000円×7 R7.8.1利用開始" }), at: amount },
    { title: "a month unit in other letters", book: monthly(12, { unit: "ヶ月" }), at: amount },
    { title: "months as the quantity of a monthly fee without a unit", book: monthly(12, { unit: null }), at: amount },
    { title: "a later start of the project", book: monthly(6), settings: { start: "2025-09-01" }, at: amount },
    {
      title: "a year ordered in August, where nothing says when it begins",
      book: fee({ ordered: "2025-08-01" }),
      at: amount,
      says: { charged: 12, usable: 6, start: "2025-08-01", expected: 120000 },
    },
    { title: "a usage fee of equipment", book: fee({ item: "測定器 使用料 年払い" }), at: amount },
    {
      title: "one payment of twelve months",
      book: monthly(1, { price: 240000, note: "12か月分一括" }),
      at: amount,
      says: { charged: 12, expected: 200000 },
    },
    {
      title: "two years, by the quantity of years",
      book: fee({ quantity: 2 }),
      at: amount,
      says: { charged: 24, expected: 200000 },
    },
    {
      title: "a year that begins in January of the period's second year",
      book: fee({ note: "1月から利用" }),
      at: amount,
      says: { charged: 12, usable: 1, start: "2026-01-01", expected: 20000 },
    },
  ],
  passes: [
    { title: "six months from August", book: monthly(6, { note: "20,000円×6 R7.8～R8.1" }) },
    {
      title: "six months of a longer contract",
      book: monthly(6, { note: "20,000円×6 R7.8～R8.7契約" }),
    },
    {
      title: "a yearly fee apportioned already",
      book: fee({ price: 120000, unit: "式", note: "年額240,000円÷12か月×6か月 R7.8利用開始" }),
    },
    {
      title: "a part of the contract",
      book: fee({ price: 120000, unit: "式", note: "12か月契約のうち6か月分 R7.8利用開始" }),
    },
    { title: "six months ordered in August", book: monthly(6, { ordered: "2025-08-20" }) },
    { title: "ten months from April", book: monthly(10) },
    { title: "exactly until January", book: monthly(6), settings: { start: "2025-08-01" } },
    { title: "a start on the month's last day counts the month", book: monthly(6), settings: { start: "2025-08-31" } },
  ],
  notApplicable: [
    { title: "no usage fee", book: book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]) },
    {
      title: "a package once and for all",
      book: fee({ item: "生産スケジューラ パッケージ版(買切り)", middle: "消耗品費", unit: "本" }),
    },
    { title: "users, not months", book: monthly(12, { unit: "ID", item: "在庫管理クラウドサービス 初期登録料" }) },
  ],
});

test.each([
  ["a year from August is six months (golden)", fee({ note: "利用開始2025年8月1日" }), {}, 120000],
  ["a year from the first day of the period is ten months", fee({}), {}, 200000],
  [
    "the project's start, where it is later than the contract's",
    fee({ note: "利用開始2025年8月1日" }),
    { start: "2025-10-15" },
    80000,
  ],
  ["the contract's start, where it is later", fee({ note: "利用開始2025年11月1日" }), { start: "2025-10-15" }, 60000],
  ["a project that starts before the period starts with it", fee({}), { start: "2025-04-01" }, 200000],
  ["a start after the period leaves nothing", fee({ note: "利用開始2026年2月1日" }), {}, 0],
  ["shares are floored to the yen", fee({ price: 100001, note: "R7.8～R8.7" }), {}, 50000],
] as const)("%s", (_, it, settings, yen) => {
  expect(Object.values(counted(checked(it, settings)))).toEqual([yen]);
});

test("the workbook's own 事業開始日 counts like the option", () => {
  const report = checked({ 申請情報: [["事業開始日", "2025年8月1日"]], ...fee({}) });
  expect(report.totals?.eligible).toBe(120000);
});

test("months of an amount that cannot be read are nobody's to reckon with", () => {
  const report = checked(fee({ price: null, amount: "見積依頼中" }));
  expect(report.rules.notApplicable).toContain("cloud/proration");
  expect(findingsOf(report, "cloud/proration")).toEqual([]);
});

test("tax is taken out before the months are", () => {
  const report = checked(
    book(
      [
        {
          item: "クラウド型受発注管理サービス 年間利用料",
          middle: "諸経費",
          price: 264000,
          unit: "年",
          note: "利用開始2025年8月1日",
        },
      ],
      {},
      {
        headers: { price: "単価(税込)", amount: "金額(税込)" },
      },
    ),
  );
  expect(report.totals?.eligible).toBe(120000);
  expect(findingsOf(report, "cloud/proration")[0]?.data["expected"]).toBe(120000);
});
