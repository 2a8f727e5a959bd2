/** Of offers side by side the firm whose price is paid is the line's vendor. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

const vendorsOf = (rows: readonly (readonly Literal[])[]) =>
  check(workbook(sheet("比較", rows)), schemes, { frame: "transformation", tax: "exclusive" }).lines.map(
    ({ description, amount, vendor }) => [description, amount, vendor],
  );

test.each<[string, Literal[][]]>([
  ["marked above", [["見積の比較"], [null, null, "★採用", null], ["品名", "A社", "B社", "C社"]]],
  ["named in a sentence", [["※B社の見積で申請する"], ["品名", "A社", "B社", "C社"]]],
])("the column that counts is one firm's, %s", (_, head) => {
  const rows = [...head, ["予約システム開発", 400000, 600000, 900000], ["決済との連携", 60000, 310000, 250000]];
  expect(vendorsOf([...rows, ["合計", 460000, 910000, 1150000]])).toEqual([
    ["予約システム開発", 600000, "B社"],
    ["決済との連携", 310000, "B社"],
  ]);
});

test("in each row the firm that asks what is adopted; of two that ask as much nobody can tell", () => {
  expect(
    vendorsOf([
      ["品名", "見積額（若戸ソフト）", "見積額（洞海電子）", "採用額"],
      ["予約システム開発", 400000, 600000, 400000],
      ["決済との連携", 310000, 250000, 250000],
      ["サーバー", 260000, 260000, 260000],
      ["合計", 970000, 1110000, 910000],
    ]),
  ).toEqual([
    ["予約システム開発", 400000, "若戸ソフト"],
    ["決済との連携", 250000, "洞海電子"],
    ["サーバー", 260000, null],
  ]);
});

test("a column of its own says it", () => {
  expect(
    vendorsOf([
      ["品名", "A社", "B社", "採用額", "採用先"],
      ["予約システム開発", 400000, 600000, 400000, "有限会社あさひ（A社）"],
      ["決済との連携", 310000, 250000, 250000, "B社"],
      ["合計", 710000, 850000, 650000, null],
    ]),
  ).toEqual([
    ["予約システム開発", 400000, "有限会社あさひ（A社）"],
    ["決済との連携", 250000, "B社"],
  ]);
});

test.each([
  ["plans", ["ライト", "スタンダード"]],
  ["rounds of one firm's estimate", ["当初見積", "最終見積"]],
])("%s are no firms", (_, [first, last]) => {
  expect(
    vendorsOf([
      ["品名", first, last, "申請額"],
      ["予約システム開発", 500000, 400000, 400000],
      ["決済との連携", 310000, 250000, 250000],
      ["合計", 810000, 650000, 650000],
    ]).map(([, , vendor]) => vendor),
  ).toEqual([null, null]);
});
