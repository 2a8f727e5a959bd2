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
