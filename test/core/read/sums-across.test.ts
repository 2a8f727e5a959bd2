/** 計 beside columns that together are the amount: each row in which it is not their sum is told. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

const MONTHS: Literal[] = ["費用", "6月", "7月", "8月", "9月", "計"];
const plan = (line: number, total: number): Literal[][] => [
  ["画面の開発委託", 600000, 600000, 600000, null, line],
  ["端末", null, null, null, 420000, 420000],
  ["保管サービスの利用料", null, 45000, 45000, 45000, 135000],
  ["合計", 600000, 645000, 645000, 465000, total],
];

/** Where a wrong total is told, and what it should be. */
const told = (header: Literal[], rows: Literal[][]): string[] =>
  check(workbook(sheet("計画", [header, ...rows])), schemes, { frame: "planning" })
    .findings.filter(({ rule }) => rule === "arithmetic/total")
    .map(({ cell, data }) => `${String(cell)} ${String(data["expected"])}`);

test("nothing is told where every row is right", () => expect(told(MONTHS, plan(1800000, 2355000))).toEqual([]));

test("the sum of the last column", () => expect(told(MONTHS, plan(1800000, 2455000))).toEqual(["F5 2355000"]));

test("a line's own sum", () => expect(told(MONTHS, plan(1900000, 2355000))).toEqual(["F2 1800000"]));

test("parts of a year below their heading, and parts by category", () => {
  const quarters: Literal[] = ["項目", "4～6月", "7～9月", "10～12月", "1～3月", "年計"];
  expect(told(quarters, plan(1800000, 2355100))).toEqual(["F5 2355000"]);
  const kinds: Literal[] = ["事項", "消耗品費", "外注費", "旅費", "計"];
  const rows: Literal[][] = [
    ["センサー", 300000, null, null, 300000],
    ["開発委託", null, 900000, null, 950000],
    ["打合せの旅費", null, null, 100000, 100000],
    ["合計", 300000, 900000, 100000, 1300000],
  ];
  expect(told(kinds, rows)).toEqual(["E3 900000"]);
});

test("a column that is no sum of the months is held against nothing", () => {
  const rows: Literal[][] = [
    ["画面の開発委託", 600000, 600000, 600000, null, 1900000],
    ["端末", null, null, null, 420000, 500000],
    ["保管サービスの利用料", null, 45000, 45000, 45000, 180000],
  ];
  expect(told(MONTHS, rows)).toEqual([]);
});
