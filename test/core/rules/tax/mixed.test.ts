import { book, budget, type Layout, type LineLiteral } from "../budget";
import { proveRule } from "../proof";

const two = (first: Partial<LineLiteral>, second: Partial<LineLiteral>, layout: Layout = {}) =>
  book(
    [
      { item: "受発注システム開発 請負", middle: "外注費", price: 1080000, ...first },
      { item: "電流センサー", middle: "消耗品費", price: 12400, ...second },
    ],
    {},
    layout,
  );
const SENSOR: LineLiteral = { item: "電流センサー", middle: "消耗品費", price: 12400 };
const INCLUSIVE: Layout = { headers: { price: "単価(税込)", amount: "金額(税込)" } };

proveRule("tax/mixed", {
  severity: "warning",
  clause: "5(1)②",
  finds: [
    {
      title: "one line with tax",
      book: two({}, { note: "税込金額" }),
      at: ["予算"],
      says: { inclusive: 1, exclusive: 1, rows: ["5"] },
    },
    {
      title: "ten rows are named, twelve are counted",
      book: book([{ ...SENSOR, note: "税抜" }, ...Array.from({ length: 12 }, () => SENSOR)], {}, INCLUSIVE),
      at: ["予算"],
      says: { inclusive: 12, exclusive: 1, rows: ["5", "6", "7", "8", "9", "10", "11", "12", "13", "14"] },
    },
    { title: "one line without", book: two({ note: "税抜" }, {}, INCLUSIVE), at: ["予算"] },
  ],
  passes: [
    {
      title: "an amount to come beside amounts with tax",
      book: two({}, { price: null, amount: "未定", note: "税抜" }, INCLUSIVE),
    },
    {
      title: "what a column says bears no tax",
      book: {
        予算: [
          ["品名", "中項目", "税率", "金額(税込)"],
          ["受発注システム開発 請負", "外注費", "10%", 1100000],
          ["登記簿謄本 手数料", "諸経費", "非課税", 600],
        ],
      },
    },
    { title: "all without", book: two({}, {}) },
    { title: "all with", book: two({}, {}, INCLUSIVE) },
    { title: "two sheets, one with and one without", book: { ...two({}, {}), 経費: budget([SENSOR], INCLUSIVE) } },
    { title: "two tables of a sheet", book: { 予算: [...budget([SENSOR]), [], ...budget([SENSOR], INCLUSIVE)] } },
    {
      title: "wages beside amounts with tax",
      book: two({}, { item: "従業員の人件費 要件定義", middle: "従業員費", unit: "時間" }, INCLUSIVE),
    },
  ],
});
