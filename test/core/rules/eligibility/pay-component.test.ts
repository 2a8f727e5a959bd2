import { book, cell, checked, type Value } from "../budget";
import { proveRule } from "../proof";

const labour = (headers: readonly string[], ...rows: Value[][]) => ({
  ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
  労務費: [headers, ...rows],
});
const HEADERS = [
  "氏名",
  "役職",
  "区分",
  "基本給",
  "諸手当",
  "時間外手当",
  "法定福利費",
  "月所定労働時間",
  "時給単価",
  "従事予定時間",
  "金額",
];
const inAllowances = HEADERS.map((header) => (header === "時間外手当" ? "うち時間外手当" : header));
const sato = (rate: number, overtime: number, allowances = 35000) => [
  "佐藤 健一",
  "DX推進課長",
  "従業員",
  280000,
  allowances,
  overtime,
  48321,
  162.75,
  rate,
  37.5,
  Math.floor(rate * 37.5),
];

proveRule("eligibility/pay-component", {
  severity: "error",
  clause: "5(1)④イ",
  finds: [
    {
      title: "overtime left in the rate",
      book: labour(HEADERS, sato(2490, 42000)),
      at: ["労務費!F2"],
      says: { person: "佐藤 健一", pay: "overtime", yen: 42000, rate: 2232 },
    },
    {
      title: "overtime inside the allowances",
      book: labour(inAllowances, sato(2490, 42000, 77000)),
      at: ["労務費!F2"],
    },
    {
      title: "overtime inside the allowances, as their header says",
      book: labour(
        HEADERS.map((header) => (header === "諸手当" ? "諸手当(時間外手当を含む)" : header)),
        sato(2490, 42000, 77000),
      ),
      at: ["労務費!F2"],
    },
    {
      title: "a bonus in the rate",
      book: labour(
        HEADERS.map((header) => (header === "時間外手当" ? "賞与" : header)),
        sato(2539, 50000),
      ),
      at: ["労務費!F2"],
    },
    ...["開発担当者の残業手当", "DX推進課 賞与", "従業員 時間外手当"].map((item) => ({
      title: `a line of its own: ${item}`,
      book: book([
        { item: "電流センサー", middle: "消耗品費", price: 12400 },
        { item, middle: "従業員費", price: 50000 },
      ]),
      at: [cell("item", 1)],
    })),
  ],
  passes: [
    { title: "a column of overtime that is not in the rate", book: labour(HEADERS, sato(2232, 42000)) },
    { title: "inside the allowances and taken out", book: labour(inAllowances, sato(2232, 42000, 77000)) },
    { title: "no overtime", book: labour(HEADERS, sato(2232, 0)) },
    { title: "a rate wrong for another reason", book: labour(HEADERS, sato(2300, 42000)) },
    { title: "a lower rate", book: labour(HEADERS, sato(2000, 42000)) },
  ],
  notApplicable: [
    {
      title: "a scheme that excludes no pay",
      book: book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
      settings: { scheme: "monodukuri-10", frame: "regular", employees: 5 },
    },
  ],
});

test("the expected rate leaves it out (golden)", () => {
  const report = checked(labour(HEADERS, sato(2490, 42000)));
  expect(report.labour[0]).toMatchObject({ statedRate: 2490, rate: 2232, amount: 83700, eligibleAmount: 83700 });
  expect(report.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["labour/hourly-rate", "eligibility/pay-component"]),
  );
});
