import { check } from "../../../../src/core/check";
import { findingText } from "../../../../src/messages";
import { schemes } from "../../../../src/schemes";
import { sheet, workbook } from "../../read/grid";
import { book, type Value } from "../budget";
import { proveRule } from "../proof";

const lines = [
  { item: "IoTゲートウェイ", middle: "消耗品費", price: 98000, quantity: 2, note: "98,000円×2" },
  { item: "電流センサー", middle: "消耗品費", price: 12400 },
  { item: "受発注システム開発 請負", middle: "外注費", price: 500000 },
];
const total = (label: string, yen: Value): Value[] => [null, null, label, null, null, null, yen];

proveRule("arithmetic/total", {
  severity: "error",
  clause: "6(3)",
  finds: [
    { title: "a line left out", book: book(lines, {}, { below: [total("合計", 696000)] }), at: ["G7"] },
    { title: "one yen too much", book: book(lines, {}, { below: [total("合計", 708401)] }), at: ["G7"] },
    { title: "one yen too little", book: book(lines, {}, { below: [total("合計", 708399)] }), at: ["G7"] },
    { title: "an Excel error", book: book(lines, {}, { below: [total("合計", { error: "#REF!" })] }), at: ["G7"] },
  ],
  passes: [
    { title: "the sum", book: book(lines, {}, { below: [total("合計", 708400)] }) },
    { title: "総計", book: book(lines, {}, { below: [total("総計", 708400)] }) },
    {
      title: "subtotals and their total",
      book: book(
        [],
        {},
        {
          below: [
            ["物品費", "消耗品費", "IoTゲートウェイ", 98000, 2, "台", 196000],
            ["物品費", "消耗品費", "電流センサー", 12400, 1, "個", 12400],
            total("小計", 208400),
            ["その他経費", "外注費", "受発注システム開発 請負", 500000, 1, "式", 500000],
            total("小計", 500000),
            total("合計", 708400),
          ],
        },
      ),
    },
  ],
  notApplicable: [{ title: "no total row", book: book(lines) }],
});

test("a total right below the last subtotal is held against all since the total before it, and typed anew", () => {
  const budget = sheet("予算", [
    ["品名", "金額"],
    ["１．消耗品費", null],
    ["センサー", 100000],
    ["カメラ", 200000],
    ["小計", 310000],
    ["２．外注費", null],
    ["設計", 300000],
    ["小計", 300000],
    ["合計", 610000],
  ]);
  const { findings } = check(workbook(budget), schemes, { frame: "transformation" });
  const found = findings.filter(({ rule }) => rule === "arithmetic/total");
  expect(found.map(({ data }) => data["expected"])).toEqual([300000, 600000]);
  expect(found.map((finding) => findingText(finding, "ja").todo)).toEqual([
    "300,000円 に直してください。明細のほうが違う場合は、明細を直してください。",
    "600,000円 に直してください。明細のほうが違う場合は、明細を直してください。",
  ]);
});

test.each([
  ["below one that stands above its lines and is right", "機械装置費 合計", 300000],
  ["that names another category than the lines above it", "機械装置費", null],
])("a wrong total is held against the lines below it, %s", (_, label, yen) => {
  const budget = sheet("予算", [
    ["品名", "金額"],
    [label, yen],
    ["センサー", 100000],
    ["カメラ", 200000],
    ["外注費 合計", 710000],
    ["設計", 300000],
    ["試験", 400000],
  ]);
  const { findings } = check(workbook(budget), schemes, { frame: "transformation" });
  const [wrong] = findings.filter(({ rule }) => rule === "arithmetic/total");
  expect(wrong?.data).toMatchObject({ label: "外注費 合計", expected: 700000, of: "below" });
});

test("subtotals and the total of a labour sheet are held against its rows", () => {
  const budget = sheet("予算", [
    ["中項目", "品名", "金額"],
    ["従業員費", "従業員（労務費の計）", 400000],
  ]);
  const wages = sheet("労務費", [
    ["氏名", "区分", "時給単価", "従事時間", "金額"],
    ["佐藤 健一", "従業員", 2000, 100, 200000],
    ["高橋 美咲", "従業員", 1500, 100, 150000],
    ["従業員費 小計", null, null, null, 351000],
    ["中島 由香", "パート", 1000, 50, 50000],
    ["合計", null, null, 250, 410000],
  ]);
  const { findings } = check(workbook(budget, wages), schemes, { frame: "transformation" });
  const wrong = findings.filter(({ rule }) => rule === "arithmetic/total");
  expect(wrong.map(({ sheet: of, cell, data }) => [of, cell, data.expected])).toEqual([
    ["労務費", "E4", 350000],
    ["労務費", "E6", 400000],
  ]);
});

describe("a pivot table in front of the lines", () => {
  const lines = sheet("データ", [
    ["大項目", "中項目", "品目", "数量", "単価", "税抜金額"],
    ["物品費", "機械装置等製作・購入費", "氷の切削装置", 1, 3450000, 3450000],
    ["物品費", "消耗品費", "替刃", 30, 4200, 126000],
    ["その他経費", "外注費", "下絵の変換プログラムの開発委託", 1, 1700000, 1700000],
    ["その他経費", "旅費", "装置の検収の出張", 2, 47000, 94000],
  ]);
  const pivot = (goods: number) =>
    sheet("集計", [
      ["行ラベル", "合計 / 税抜金額"],
      ["物品費", goods],
      ["機械装置等製作・購入費", 3450000],
      ["消耗品費", 126000],
      ["その他経費", 1794000],
      ["外注費", 1700000],
      ["旅費", 94000],
      ["総計", 5370000],
    ]);
  const wrongIn = (goods: number) =>
    check(workbook(pivot(goods), lines), schemes, { frame: "transformation" }).findings.filter(
      ({ rule }) => rule === "arithmetic/total",
    );

  test("each of its groups is the sum of the rows below it", () => expect(wrongIn(3576000)).toEqual([]));

  test("a group that is not is told with what it comes to", () =>
    expect(wrongIn(3576100).map(({ cell, data }) => [cell, data.expected, data.of])).toEqual([
      ["B2", 3576000, "below"],
    ]));
});

test("a part on a cover, under a word of its own, is held against the sheet it is of", () => {
  const cover = sheet("表紙", [
    ["部", "経費（税抜）", "明細"],
    ["物品費の部", 390000, "シート「物品費」"],
    ["その他経費の部", 700000, "シート「その他経費」"],
    ["合計", 1090000, null],
  ]);
  const goods = sheet("物品費", [
    ["内容", "中項目", "単価", "数量", "金額"],
    ["温度センサー", "消耗品費", 55000, 6, 330000],
    ["表示端末", "消耗品費", 60000, 1, 60000],
  ]);
  const rest = sheet("その他経費", [
    ["内容", "中項目", "単価", "数量", "金額"],
    ["記録システムの開発委託", "外注費", 800000, 1, 800000],
  ]);
  const { findings, totals } = check(workbook(cover, goods, rest), schemes, { frame: "transformation" });
  expect(totals?.claimed).toBe(1190000);
  const wrong = findings.filter(({ rule }) => rule === "arithmetic/total");
  expect(wrong.map(({ sheet: of, cell, data }) => [of, cell, data.expected])).toContainEqual(["表紙", "B3", 800000]);
});

describe("a total of the cost that a cover states", () => {
  const cost = sheet("経費", [
    ["費目", "内容", "単価", "数量", "金額"],
    ["消耗品費", "水中マイク", 50000, 4, 200000],
    ["外注費", "鳴き声の識別プログラムの開発", 900000, 1, 900000],
    ["諸経費", "打ち上げの飲食代", 30000, 1, 30000],
    ["合計", null, null, null, 1130000],
  ]);
  const wrongWith = (stated: number, label = "補助対象経費の合計") =>
    check(workbook(sheet("表紙", [["申請の概要"], [label, stated]]), cost), schemes, {
      frame: "transformation",
    }).findings.filter(({ rule }) => rule === "arithmetic/total");

  test.each([
    ["what is claimed", 1130000],
    ["what of it counts", 1100000],
  ])("is right as %s", (_, stated) => expect(wrongWith(stated)).toEqual([]));

  test.each([1130001, 1139000, 1129999])("is told at its cell where it is neither, %d", (stated) =>
    expect(wrongWith(stated).map(({ sheet: of, cell, data }) => [of, cell, data.amount, data.expected])).toEqual([
      ["表紙", "B2", stated, 1130000],
    ]),
  );

  test("with tax is another figure", () => expect(wrongWith(1243000, "補助対象経費の合計（税込）")).toEqual([]));
});
