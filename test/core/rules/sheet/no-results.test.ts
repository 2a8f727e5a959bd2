import { check } from "../../../../src/core/check";
import { notCheckedText } from "../../../../src/messages";
import { schemes } from "../../../../src/schemes";
import { f, sheet, workbook } from "../../read/grid";
import { book, cell, checked, findingsOf, formula } from "../budget";
import { counted, proveRule } from "../proof";

const unsaved = (text: string) => formula(text, null);

proveRule("sheet/no-results", {
  severity: "error",
  clause: "",
  finds: [
    {
      title: "a formula alone",
      book: book([
        { item: "産業用ルーター", middle: "消耗品費", amount: unsaved("98000*2") },
        { item: "取付金具", middle: "消耗品費", amount: 5000 },
      ]),
      at: [cell("amount")],
    },
    {
      title: "beside price and quantity, which do not stand in for the result",
      book: book([{ item: "産業用ルーター", middle: "消耗品費", price: 98000, quantity: 2, amount: unsaved("D4*E4") }]),
      at: [cell("amount")],
    },
  ],
  passes: [
    { title: "a result", book: book([{ item: "産業用ルーター", amount: formula("98000*2", 196000) }]) },
    {
      title: "a prepared row",
      book: book([
        { item: "産業用ルーター", price: 98000 },
        { item: "", amount: unsaved("D5*E5") },
      ]),
    },
    {
      title: "an empty text as the result",
      book: book([
        { item: "産業用ルーター", price: 98000 },
        { item: "取付金具", price: 100, amount: formula('IF(E5="","",D5*E5)', "") },
      ]),
    },
  ],
});

const TOTAL = (result: number | null) => ({
  below: [["合計", null, null, null, null, null, formula("SUM(G4:G5)", result)]],
});
const lines = [
  { item: "産業用ルーター", middle: "消耗品費", amount: unsaved("98000*2") },
  { item: "取付金具", middle: "消耗品費", amount: 5000 },
];

test("the line counts 0, the others count; it is one fault, not three", () => {
  const report = checked(book(lines, {}, TOTAL(201000)));
  expect(counted(report)).toEqual({ 産業用ルーター: 0, 取付金具: 5000 });
  expect(report.totals).toMatchObject({ claimed: 5000, eligible: 5000 });
  const rules = report.findings.map(({ rule }) => rule);
  expect(rules).toContain("sheet/no-results");
  for (const rule of ["sheet/amount-unreadable", "arithmetic/total"]) expect(rules).not.toContain(rule);
});

test("a total without its result is not held against its lines, and that is said", () => {
  const report = checked(book([{ item: "取付金具", middle: "消耗品費", amount: 5000 }], {}, TOTAL(null)));
  expect(findingsOf(report, "arithmetic/total")).toEqual([]);
  expect(findingsOf(report, "sheet/no-results")).toEqual([]);
  const said = report.notChecked.filter(({ code }) => code === "totals-unsaved");
  expect(said.map((item) => notCheckedText(item, "ja"))).toEqual([expect.stringContaining("予算!G5")]);
});

test("a unit behind the formula, below one header merged over both, is not taken for the amount", () => {
  const estimate = sheet(
    "見積書",
    [
      ["品名", "単価", "数量", "金額"],
      ["研修用資料", 1000, 30, f("B2*C2", null), "円"],
    ],
    { merges: ["D1:E1"] },
  );
  const report = check(workbook(estimate), schemes, { frame: "transformation" });
  const rules = report.findings.map(({ rule }) => rule);
  expect(rules).toContain("sheet/no-results");
  expect(rules).not.toContain("sheet/amount-unreadable");
});
