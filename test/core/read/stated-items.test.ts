/** Which items of cost a line states: in its own row, by the first row of its group, by headings, or not at all. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

const [B, O] = ["物品費", "その他経費"];
const [KI, SH, RY, GA] = ["機械装置等製作・購入費", "消耗品費", "旅費", "外注費"];

/** The 大項目 and 中項目 of every line. */
const stated = (...rows: Literal[][]) =>
  check(workbook(sheet("予算", rows)), schemes, { frame: "transformation" }).lines.map(
    ({ statedMajor, statedMiddle }) => [statedMajor, statedMiddle],
  );
const TWO = ["大項目", "中項目", "内容", "金額"];

test("those of the first row of a group hold below it, at each level until another of it or above it", () => {
  expect(
    stated(
      TWO,
      [B, KI, "ロボット", 500_000],
      [null, null, "架台", 100_000],
      [null, SH, "部品", 20_000],
      [null, null, "工具", 10_000],
      [O, RY, "東京出張", 30_000],
      [null, GA, "分析委託", 300_000],
    ),
  ).toEqual([
    [B, KI],
    [B, KI],
    [B, SH],
    [B, SH],
    [O, RY],
    [O, GA],
  ]);
});

test("where 大項目 are repeated a blank one states nothing, and a new one ends the 中項目", () => {
  expect(
    stated(
      TWO,
      [B, KI, "ロボット", 500_000],
      [B, null, "架台", 100_000],
      [null, SH, "部品", 20_000],
      [null, null, "工具", 10_000],
      [O, null, "雑品", 5_000],
      [null, RY, "東京出張", 30_000],
      [null, GA, "分析委託", 300_000],
    ),
  ).toEqual([
    [B, KI],
    [B, KI],
    [null, SH],
    [null, SH],
    [O, null],
    [null, RY],
    [null, GA],
  ]);
});

test("a single 中項目 left blank beside 大項目 in every row is open", () => {
  expect(
    stated(
      TWO,
      [B, KI, "ロボット", 500_000],
      [B, SH, "部品", 20_000],
      [O, RY, "東京出張", 30_000],
      [O, null, "雑品", 5_000],
      [O, GA, "分析委託", 300_000],
    ),
  ).toEqual([
    [B, KI],
    [B, SH],
    [O, RY],
    [O, null],
    [O, GA],
  ]);
});

test("one column may hold both levels, one as a heading of its own row", () => {
  expect(
    stated(
      ["費目", "内容", "金額"],
      [B],
      [KI, "ロボット", 500_000],
      [null, "架台", 100_000],
      [SH, "部品", 20_000],
      [O],
      [RY, "東京出張", 30_000],
      [GA, "分析委託", 300_000],
    ),
  ).toEqual([
    [B, KI],
    [B, KI],
    [B, SH],
    [O, RY],
    [O, GA],
  ]);
});

test("小項目 below their 中項目 leave it standing", () => {
  expect(
    stated(
      ["中項目", "小項目", "内容", "金額"],
      [RY, "国内旅費", "東京出張", 30_000],
      [null, null, "大阪出張", 20_000],
      [null, "国外旅費", "台湾出張", 90_000],
      [GA, "設計", "画面設計", 200_000],
      [null, null, "帳票設計", 100_000],
    ),
  ).toEqual([
    [null, RY],
    [null, RY],
    [null, RY],
    [null, GA],
    [null, GA],
  ]);
});
