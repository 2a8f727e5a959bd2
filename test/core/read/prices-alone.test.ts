/** Prices that count though nothing else says that they are paid are told. */
import { check } from "../../../src/core/check";
import { notCheckedText } from "../../../src/messages";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

const toldOf = (rows: readonly (readonly Literal[])[]) =>
  check(workbook(sheet("一覧", rows)), schemes, { frame: "transformation", tax: "exclusive" })
    .notChecked.filter(({ code }) => code === "prices-alone")
    .map((item) => notCheckedText(item, "ja"));

const PRICES: Literal[][] = [
  ["品名", "型番", "価格"],
  ["パソコン", "PC-1", 150000],
  ["プリンター", "PR-2", 50000],
];

test("their number and sum are told", () => {
  expect(toldOf(PRICES)).toEqual([expect.stringContaining("2行（計 200,000円）")]);
});

test.each<[string, Literal[][]]>([
  ["a total", [...PRICES, ["合計", null, 200000]]],
  ["a title", [["購入するもの"], ...PRICES]],
  ["a count", PRICES.map((row, at) => [...row, at === 0 ? "数量" : 1])],
  ["a vendor", PRICES.map((row, at) => [...row, at === 0 ? "購入先" : "小倉電器"])],
])("%s says that they are paid", (_, rows) => {
  expect(toldOf(rows)).toEqual([]);
});
