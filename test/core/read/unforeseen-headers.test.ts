/** Lists under headers of which no vocabulary knows a word: sums, or prices and counts, prove what they are. */
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

const read = (...sheets: readonly [string, Literal[][]][]): Report =>
  check(workbook(...sheets.map(([name, rows]) => sheet(name, rows))), schemes, { frame: "transformation" });
const rulesOf = ({ findings }: Report): readonly string[] =>
  findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
const amounts = ({ lines }: Report): readonly unknown[] => lines.map(({ amount }) => amount);

const HEADER: Literal[] = ["これ", "なんちゅう", "ぽっきり"];
const LINES: Literal[][] = [
  ["タッチ式券売機", "手間をなくす", 680000],
  ["厨房の注文モニター", "紙を見ない", 94000],
  ["売上集計クラウド 6か月", "締めを自動に", 36300],
];

test("what stands below three lines and is their sum is it, whatever it is called", () => {
  const report = read(["券売", [HEADER, ...LINES, ["どんぶり", null, 810300]]]);
  expect(amounts(report)).toEqual([680000, 94000, 36300]);
  expect(report.lines.map(({ description }) => description)).toEqual(LINES.map(([item]) => item));
  expect(rulesOf(report)).toEqual([]);
});

test("another figure there proves nothing: no budget is found", () => {
  expect(rulesOf(read(["券売", [HEADER, ...LINES, ["どんぶり", null, 811000]]]))).toContain("sheet/no-budget-table");
});

const PRICED: Literal[][] = [
  ["ほれ", "あそこ", "ぽっち", "ひとしな", "しめくくり"],
  ["温湿度センサー", "1号〜4号", 8, 12500, 100000],
  ["電波の親機", "物置", 1, 48000, 48000],
  ["土壌センサー", "1号と2号", 10, 6800, 68000],
  ["制御盤", "ポンプ小屋", 1, 365000, 365000],
];

test("prices and counts prove a list without a total, and a wrong total is told", () => {
  expect(amounts(read(["花", PRICED]))).toEqual([100000, 48000, 68000, 365000]);
  const wrong = read(["花", [...PRICED, [null, null, null, "ひっくるめて", 591000]]]);
  expect(amounts(wrong)).toEqual([100000, 48000, 68000, 365000]);
  expect(rulesOf(wrong)).toContain("arithmetic/total");
});

test("weights of parts are no prices", () => {
  const parts = PRICED.map((row) =>
    row.map((value) => (typeof value === "number" && value > 100 ? value / 1000 : value)),
  );
  expect(read(["部品", parts]).lines).toEqual([]);
});

const BUDGET: Literal[][] = [
  ["内容", "数量", "単価", "金額"],
  ["記録アプリの開発委託", 1, 980000, 980000],
  ["通信はかり", 2, 134000, 268000],
  ["ここまで", null, null, 1248000],
];

test("beside a budget such a list counts only where the budget's last total holds it as well", () => {
  const list: Literal[][] = [...PRICED, ["ここまで", null, null, null, 581000]];
  expect(read(["物", list], ["経費", BUDGET]).totals?.claimed).toBe(1248000);
  const both = read(["物", list], ["人", [...BUDGET, ["物と人", null, null, 1829000]]]);
  expect(both.totals?.claimed).toBe(1829000);
  expect(rulesOf(both)).toEqual([]);
});
