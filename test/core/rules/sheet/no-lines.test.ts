import { schemes } from "../../../../src/schemes";
import { check } from "../../../../src/core/check";
import { book, budget, checked, formula, SHEET, workbookOf, type Grid, type Value } from "../budget";
import { proveRule } from "../proof";

const PREPARED = [
  ["No.", "品名", "数量", "単位", "単価", "金額"],
  [1, null, null, "式", null, formula("C2*E2", 0)],
  [2, null, null, "式", null, formula("C3*E3", 0)],
  [null, "合計", null, null, null, formula("SUM(F2:F3)", 0)],
];
const orderForm = (subtotal: (row: number) => Value): Grid => [
  ["注文書"],
  ["品名", "単価", "袋数", "小計"],
  ["青しそ", 360, null, subtotal(3)],
  ["小松菜", 420, null, subtotal(4)],
  ["水菜", 420, null, subtotal(5)],
];
const LABOUR = [
  ["氏名", "区分", "時給単価", "時間", "金額"],
  ["佐藤 健一", "パート", 1200, 10, 12000],
];

proveRule("sheet/no-lines", {
  severity: "error",
  clause: "",
  finds: [
    { title: "headers alone", book: book([]), at: [SHEET] },
    {
      title: "headers with one left blank",
      book: { [SHEET]: [["中項目", "品名", null, "単価", "数量", "金額"]] },
      at: [SHEET],
      says: { sheet: SHEET, headers: ["中項目", "品名", "単価", "数量", "金額"] },
    },
    { title: "rows prepared with numbers, units and sums of 0", book: { [SHEET]: PREPARED }, at: [SHEET] },
    { title: "a printed order form", book: { 注文書: orderForm(() => null) }, at: ["注文書"] },
    {
      title: "a printed order form with formulas",
      book: { 注文書: orderForm((row) => formula(`B${String(row)}*C${String(row)}`, 0)) },
      at: ["注文書"],
    },
  ],
  passes: [
    { title: "one line", book: book([{ item: "IoTゲートウェイ", price: 98000 }]) },
    { title: "an empty sheet beside one with a line", book: book([{ item: "工具", price: 1 }], { 外注: budget([]) }) },
    { title: "people alone", book: book([], { 労務費: LABOUR }) },
  ],
  notApplicable: [{ title: "no expense table", book: { 送付状: [["拝啓"], ["敬具"]] } }],
});

test("the whole check stops: no figures, and only what concerns the reading was checked", () => {
  const report = checked(book([]));
  expect([report.totals, report.subsidy]).toEqual([null, null]);
  expect(report.rules.checked.every((rule) => rule.startsWith("sheet/"))).toBe(true);
  expect(report.findings.map(({ rule }) => rule)).toEqual(["sheet/no-lines"]);
});

test("every scheme says so", () => {
  for (const scheme of schemes) {
    const report = check(workbookOf(book([])), schemes, { scheme: scheme.id });
    expect([scheme.id, report.findings.map(({ rule }) => rule)]).toEqual([scheme.id, ["sheet/no-lines"]]);
  }
});
