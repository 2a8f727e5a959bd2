import { book, cell, checked, findingsOf } from "../budget";
import { proveRule } from "../proof";

proveRule("category/mismatch", {
  severity: "warning",
  clause: "5(1)①",
  finds: [
    {
      title: "development as 諸経費",
      book: book([
        { item: "在庫連携プログラム開発 請負委託", middle: "諸経費", price: 420000 },
        { item: "受発注システム開発 請負", middle: "外注費", price: 500000 },
      ]),
      at: [cell("middle")],
    },
    {
      title: "travel as 諸経費",
      book: book([{ item: "東京出張 新幹線往復", middle: "諸経費", price: 45000 }]),
      at: ["B4"],
    },
    {
      title: "an attorney as 外注費",
      book: book([{ item: "特許出願 弁理士手数料", middle: "外注費", price: 280000 }]),
      at: ["B4"],
    },
    {
      title: "a 大項目 alone that is another",
      book: book([{ item: "東京出張 新幹線往復", major: "物品費", price: 45000 }]),
      at: ["A4"],
      says: { stated: "物品費", major: "その他経費", middle: "旅費" },
      fix: null,
    },
    {
      title: "a 小項目 alone that is another",
      book: {
        予算: [
          ["品名", "中項目", "小項目", "金額"],
          ["東京出張 新幹線往復", null, "借用費", 45000],
        ],
      },
      at: ["予算!B2"],
      says: { stated: "借用費", middle: "旅費" },
      fix: null,
    },
  ],
  passes: [
    { title: "right", book: book([{ item: "在庫連携プログラム開発 請負委託", middle: "外注費", price: 420000 }]) },
    {
      title: "one's own hours of upkeep, in a sheet without units",
      book: book([
        { item: "遠隔保守手順の整備 久保田 進", middle: "従業員費", price: 2160, quantity: 110, vendor: "自社" },
      ]),
    },
    {
      title: "a discount, which goes where its line goes",
      book: book([
        { item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000 },
        { item: "出精値引き", middle: "外注費", amount: -80000 },
      ]),
    },
    {
      title: "a 大項目 alone that is right",
      book: book([{ item: "東京出張 新幹線往復", major: "その他経費", price: 45000 }]),
    },
    {
      title: "in other words",
      book: book([{ item: "在庫連携プログラム開発 請負委託", middle: "外注", price: 420000 }]),
    },
    {
      title: "a word of the firm's own books, which means no item here",
      book: book([{ item: "検査装置の運送", middle: "支払運賃", price: 45000 }]),
    },
    { title: "a minor item", book: book([{ item: "宅配便 サンプル送付", middle: "諸経費（運送費）", price: 1480 }]) },
    {
      title: "by price, the threshold rule's",
      book: book([{ item: "ハンディターミナル", middle: "機械装置等製作・購入費", price: 98000 }]),
    },
    {
      title: "software, its own rule's",
      book: book([{ item: "会計クラウドサービス 利用料", middle: "外注費", price: 12000 }]),
    },
  ],
  notApplicable: [{ title: "nothing stated", book: book([{ item: "東京出張 新幹線往復", price: 45000 }]) }],
});

test("a 中項目 can be typed in, a 大項目 alone follows from one", () => {
  const fixOf = (stated: { middle?: string; major?: string }) =>
    findingsOf(checked(book([{ item: "東京出張 新幹線往復", price: 45000, ...stated }])), "category/mismatch")[0]?.fix;
  expect(fixOf({ middle: "諸経費" })).toEqual({ kind: "review", sheet: "予算", cell: "B4", value: "旅費" });
  expect(fixOf({ major: "物品費" })).toBeNull();
});

test("it can be typed into a column of 費目 alone, and not where the cell says the 大項目 as well", () => {
  const fixOf = (first: string, second = first) => {
    const lines = [first, second].map((item, at) => [item, `東京出張 新幹線往復 ${at + 1}回目`, 45_000]);
    return findingsOf(checked({ 予算: [["費目", "品名", "金額"], ...lines] }), "category/mismatch")[0]?.fix;
  };
  expect(fixOf("諸経費")).toEqual({ kind: "review", sheet: "予算", cell: "A2", value: "旅費" });
  expect(fixOf("その他経費 諸経費") ?? null).toBeNull();
});

test("a person's correction wins and is no mismatch any more", () => {
  const it = book([{ item: "在庫連携プログラム開発 請負委託", middle: "諸経費", price: 420000 }]);
  const correction = {
    description: "在庫連携プログラム開発 請負委託",
    vendor: null,
    middle: "諸経費",
    minor: "その他",
  };
  const report = checked(it, {}, { corrections: [correction] });
  expect(findingsOf(report, "category/mismatch")).toEqual([]);
  expect(report.lines[0]).toMatchObject({ middle: "諸経費", minor: "その他", corrected: true });
  expect(report.totals?.byMiddle).toMatchObject({ 諸経費: 420000, 外注費: 0 });
});
