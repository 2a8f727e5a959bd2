/** Lines whose own words look like something else must stay lines, or their costs vanish in silence. */
import { book, checked, type LineLiteral } from "./rules/budget";

const around = (line: LineLiteral) =>
  book([
    { item: "電流センサー", middle: "消耗品費", price: 12400 },
    line,
    { item: "配線材", middle: "消耗品費", price: 1000 },
  ]);

describe("a labour line is no header row, although 労務費 and 従業員費 head columns elsewhere", () => {
  test.each([
    { item: "従業員 人件費", middle: "従業員費", price: 50000 },
    { item: "佐藤 健一", middle: "従業員費", amount: 600000 },
    { item: "佐藤 健一", middle: "従業員費", amount: "600,000" },
    { item: "開発担当者の残業手当", middle: "従業員費", price: 50000 },
    { item: "パート人件費", middle: "補助員費", price: 1080, quantity: 100, unit: "時間" },
  ])("$item", (line) => {
    const { lines, totals } = checked(around(line));
    expect(lines.map(({ row }) => row)).toEqual([4, 5, 6]);
    expect(totals?.claimed).toBe(
      13400 + lines.reduce((sum, { row, amount }) => sum + (row === 5 ? (amount ?? 0) : 0), 0),
    );
  });
});

test.each(["２／３", "３分の２以内", "三分の二"])("補助率 %s is a stated rate", (rate) => {
  const report = checked({
    申請情報: [
      ["申請枠", "計画策定枠"],
      ["補助率", rate],
    ],
    ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
  });
  expect(report.rules.checked).toContain("subsidy/rate");
  expect(report.findings.filter(({ rule }) => rule === "subsidy/rate")).toEqual([]);
});
