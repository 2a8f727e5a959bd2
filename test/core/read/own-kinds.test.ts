/** 買うもの | たのむもの | かりるもの: amounts spread over columns under words that nobody foresaw; sums below prove them. */
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

const HEADER: Literal[] = ["なに", "買うもの", "たのむもの", "かりるもの"];
const LINES: Literal[][] = [
  ["集出荷の受付アプリ開発", null, 620000, null],
  ["重量センサー付き計量台", 480000, null, null],
  ["ラベルプリンター", 88000, null, null],
  ["クラウド利用料 4か月", null, null, 72000],
  ["通信機器の設置工事", null, 95000, null],
  ["測定器の借用", null, null, 41300],
];
const CLAIMED = 1396300;
const SUMS: Literal[] = ["それぞれの計", 568000, 715000, 113300];

const read = (...rows: Literal[][]): Report =>
  check(workbook(sheet("やりたいこと", rows)), schemes, { frame: "transformation" });
const rulesOf = ({ findings }: Report): readonly string[] =>
  findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);

test.each<[string, Literal[][]]>([
  ["what each column comes to", [SUMS]],
  ["what all come to, in one of them", [["ぜんぶの合計", CLAIMED, null, null]]],
  ["both", [SUMS, ["ぜんぶで", null, null, CLAIMED]]],
])("%s", (_, below) => {
  const report = read(HEADER, ...LINES, ...below);
  expect(report.lines.map(({ amount }) => amount)).toEqual([620000, 480000, 88000, 72000, 95000, 41300]);
  expect(report.totals?.claimed).toBe(CLAIMED);
  expect(rulesOf(report)).toEqual([]);
});

test("a wrong sum of a column is no line, and is told", () => {
  const report = read(HEADER, ...LINES, ["それぞれの計", 568000, 715001, 113300]);
  expect(report.totals?.claimed).toBe(CLAIMED);
  expect(rulesOf(report)).toEqual(["arithmetic/total"]);
});

test("figures among remarks are no amounts", () => {
  const remarks: Literal[] = ["2台", null, null, "月18,000円", "朝から", "2人"];
  const report = read([...HEADER, "ことわり"], ...LINES.map((line, at) => [...line, remarks[at] ?? null]), SUMS);
  expect(report.totals?.claimed).toBe(CLAIMED);
});

test("without a sum nothing says that they are amounts of one budget", () => {
  expect(rulesOf(read(HEADER, ...LINES))).toEqual(["sheet/no-budget-table"]);
});
