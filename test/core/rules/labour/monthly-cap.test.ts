import { book, checked, type Grid, type Value } from "../budget";
import { proveRule } from "../proof";

const LABOUR: Grid = [
  ["氏名", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
  ["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 300, 669600],
];
const months = (...rows: Value[][]) => ({
  ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
  労務費: LABOUR,
  月別従事時間: [["氏名", "対象月", "従事時間", "実支給額"], ...rows],
});

proveRule("labour/monthly-cap", {
  severity: "error",
  clause: "5(1)④ウ",
  finds: [
    {
      title: "334,800 yen in a month of 310,000 (golden)",
      book: months(["佐藤 健一", "2025年9月", 150, 310000], ["佐藤 健一", "2025年10月", 150, 363321]),
      at: ["月別従事時間!D2"],
      says: {
        ...{ person: "佐藤 健一", month: "2025-09", rate: 2232, hours: 150 },
        ...{ computed: 334800, paid: 310000, difference: 24800 },
      },
    },
    { title: "one yen above the pay", book: months(["佐藤 健一", "2025年9月", 150, 334799]), at: ["月別従事時間!D2"] },
    {
      title: "the second month",
      book: months(["佐藤 健一", "R7.9", 100, 363321], ["佐藤 健一", "R7.10", 160, 350000]),
      at: ["月別従事時間!D3"],
    },
  ],
  passes: [
    { title: "exactly the pay", book: months(["佐藤 健一", "2025年9月", 150, 334800]) },
    { title: "fractional hours, floored below the pay", book: months(["佐藤 健一", "2025年9月", 100.75, 224874]) },
  ],
  notApplicable: [
    { title: "no monthly sheet", book: { ...book([{ item: "電流センサー", price: 1 }]), 労務費: LABOUR } },
    { title: "no hours in it", book: months(["佐藤 健一", "2025年9月", null, 310000]) },
    { title: "no pay in it", book: months(["佐藤 健一", "2025年9月", 150, null]) },
  ],
});

test("the row counts Σ of the monthly minima", () => {
  const report = checked(months(["佐藤 健一", "2025年9月", 150, 310000], ["佐藤 健一", "2025年10月", 150, 363321]));
  expect(report.labour[0]?.months.map(({ computed, allowed }) => [computed, allowed])).toEqual([
    [334800, 310000],
    [334800, 334800],
  ]);
  expect(report.labour[0]?.eligibleAmount).toBe(644800);
  expect(report.totals?.byMajor["労務費"]).toBe(644800);
});

test.each([
  ["beside each of its rows", [310000, 310000], 310000],
  ["beside one of them", [null, 310000], 310000],
  ["in parts", [160000, 150000], 310000],
] as const)("a month in two rows has its pay once, stated %s", (_, [one, other], allowed) => {
  const report = checked(months(["佐藤 健一", "2025年9月", 100, one], ["佐藤 健一", "2025年9月", 50, other]));
  expect(report.labour[0]?.months.map((month) => [month.computed, month.allowed])).toEqual([[334800, allowed]]);
});

test("each month is floored for itself", () => {
  const report = checked(
    months(["佐藤 健一", "2025年9月", 150.25, 363321], ["佐藤 健一", "2025年10月", 149.75, 363321]),
  );
  expect(report.labour[0]?.eligibleAmount).toBe(669600);
});

test("a waiver takes the cap away", () => {
  const waiver = {
    rule: "labour/monthly-cap",
    sheet: null,
    cell: null,
    reason: "確認済み",
    by: "経理",
    date: "2025-05-20",
  };
  const report = checked(
    months(["佐藤 健一", "2025年9月", 150, 310000], ["佐藤 健一", "2025年10月", 150, 363321]),
    {},
    { waivers: [waiver] },
  );
  expect(report.labour[0]?.eligibleAmount).toBe(669600);
});

test("a person × month grid reads the same", () => {
  const report = checked({
    ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
    労務費: LABOUR,
    月別: [["月別従事時間"], ["氏名", "9月", "10月", "11月"], ["佐藤 健一", 100, 100, 100]],
  });
  expect(report.labour[0]?.months.map(({ hours }) => hours)).toEqual([100, 100, 100]);
});

test("two rows of one person share that person's months", () => {
  const report = checked({
    ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
    労務費: [
      LABOUR[0] ?? [],
      ["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 100, 223200],
      ["佐藤　健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 50, 111600],
    ],
    月別従事時間: [
      ["氏名", "対象月", "従事時間", "実支給額"],
      ["佐藤 健一", "2025年9月", 150, 310000],
    ],
  });
  expect(report.labour.map(({ eligibleAmount }) => eligibleAmount)).toEqual([223200, 86800]);
  expect(report.findings.filter(({ rule }) => rule === "labour/monthly-cap")).toHaveLength(1);
});
