import { book, cell, type Grid, type LineLiteral } from "../budget";
import { proveRule } from "../proof";

const LIST: Grid = [
  ["見積書一覧"],
  ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
  [1, "九州ロボテック株式会社", "協働ロボット", 1480000, 1628000],
];
const robot: LineLiteral = { item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000, note: "項番1" };
const with_ = (line: LineLiteral, list = true) => book([robot, line], list ? { 見積書一覧: LIST } : {});
const sensor = (note: string | null): LineLiteral => ({ item: "電流センサー", middle: "消耗品費", price: 12400, note });

proveRule("evidence/missing", {
  severity: "warning",
  clause: "6(3)",
  finds: [
    { title: "no number while another line has one", book: with_(sensor(null), false), at: [cell("note", 1)] },
    { title: "remarks without a number", book: with_(sensor("納期1か月"), false), at: [cell("note", 1)] },
    { title: "a number that no listed estimate has", book: with_(sensor("項番9")), at: [cell("note", 1)] },
    {
      title: "travel by a travel agency",
      book: with_({ item: "東京出張 航空券", middle: "旅費", price: 45000, vendor: "小倉トラベル株式会社" }),
      at: [cell("note", 1)],
    },
    { title: "a list, and no line has a number", book: book([sensor(null)], { 見積書一覧: LIST }), at: [cell("note")] },
  ],
  passes: [
    { title: "every line has its number", book: with_(sensor("項番1")) },
    { title: "full width", book: with_(sensor("項番１")) },
    {
      title: "travel by the company's own rules",
      book: with_({ item: "東京出張 新幹線往復", middle: "旅費", price: 45000, vendor: "旅費規程による" }),
    },
    {
      title: "the same in the remarks",
      book: with_({ item: "東京出張 新幹線往復", middle: "旅費", price: 45000, vendor: "―", note: "旅費規程による" }),
    },
    { title: "travel of no vendor", book: with_({ item: "東京出張 新幹線往復", middle: "旅費", price: 45000 }) },
    {
      title: "labour",
      book: with_({ item: "従業員の人件費 要件定義", middle: "従業員費", price: 2232, quantity: 10, unit: "時間" }),
    },
    { title: "a discount inside the estimate above", book: with_({ item: "出精値引き", amount: -80000 }) },
  ],
  notApplicable: [{ title: "no numbers and no list", book: book([sensor(null)]) }],
});
