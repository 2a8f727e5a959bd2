import * as fc from "fast-check";
import { readBudget } from "../../../src/core/read/read";
import type { Area, Cell, Workbook } from "../../../src/core/workbook/workbook";
import { HINTS } from "./hints";

const words = fc.constantFrom(
  ...[
    "大項目",
    "中項目",
    "費目",
    "区分",
    "品名",
    "内容",
    "単価",
    "数量",
    "金額",
    "金額(税抜)",
    "金額(税込)",
    "備考",
    "氏名",
    "基本給",
  ],
  ...[
    "時給単価",
    "従事時間",
    "法定福利費",
    "対象月",
    "4月",
    "5月",
    "実支給額",
    "構成員",
    "役割",
    "項番",
    "発行者",
    "見積",
    "発注先",
    "所在地",
  ],
  ...[
    "物品費",
    "消耗品費",
    "旅費",
    "Ⅰ 物品費",
    "小計",
    "合計",
    "物品費計",
    "消費税",
    "値引き",
    "※注",
    "単位：千円",
    "補助率",
    "2/3",
    "申請枠：計画策定枠",
  ],
  ...[
    "1,000円",
    "▲500",
    "見積依頼中",
    "R7.6.1",
    "令和7年6月1日",
    "佐藤 健一",
    "自社",
    "―",
    "　",
    "1式",
    "【収入の部】",
    "総括表",
    "=",
    "：",
  ],
);
const value = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 3, arbitrary: fc.integer({ min: -10, max: 100_000 }) },
  fc.double(),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.boolean(),
  fc.constant({ error: "#REF!" }),
);
const cell: fc.Arbitrary<Cell> = fc.record({
  column: fc.integer({ min: 1, max: 12 }),
  value,
  formula: fc.option(
    fc.constantFrom("SUM(A1:A9)", "'欠 番'!A1*2", "B2*C2", "[1]X!A1", "SUMIF(表!B:B,1,表!C:C)", "#REF!+1"),
    { freq: 4 },
  ),
  format: fc.option(fc.constantFrom("General", "#,##0,", '#,##0"千円"', "yyyy/m/d", "# ?/?", "[$-411]ge.m.d", "0%"), {
    freq: 3,
  }),
  struck: fc.boolean(),
});
const area: fc.Arbitrary<Area> = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.nat(4), fc.nat(4))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
const page = fc.record({
  name: fc.constantFrom("予算", "労務費", "総括表", "記入例", "その他経費", "体制", "x".repeat(31)),
  visibility: fc.constantFrom("visible" as const, "hidden" as const, "veryHidden" as const),
  rows: fc
    .uniqueArray(
      fc.record({
        index: fc.integer({ min: 1, max: 40 }),
        hidden: fc.boolean(),
        cells: fc.uniqueArray(cell, { selector: (one) => one.column, maxLength: 12 }),
      }),
      {
        selector: (row) => row.index,
        maxLength: 30,
      },
    )
    .map((rows) =>
      rows
        .map((row) => ({ ...row, cells: [...row.cells].sort((a, b) => a.column - b.column) }))
        .sort((a, b) => a.index - b.index),
    ),
  merges: fc.array(area, { maxLength: 6 }),
  hiddenColumns: fc.constant([]),
  tables: fc.array(
    area.map((place) => ({ name: "表", area: place, headerRows: 1, totalsRows: 0 })),
    { maxLength: 1 },
  ),
});

test("no workbook at all makes reading fail, and no line is read twice", () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 3 }), fc.boolean(), (sheets, date1904) => {
      const book: Workbook = { date1904, sheets, settings: {} };
      const reading = readBudget(book, [], HINTS);
      expect(reading.sheets).toHaveLength(sheets.length);
      for (const line of reading.lines) {
        expect(line.amount === null || Number.isInteger(line.amount)).toBe(true);
        expect(
          reading.sheets.some((one) => one.sheet === line.sheet && one.tables[line.table]?.kind === "budget"),
        ).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test("long texts cost no more than their length", () => {
  const long = [
    " ".repeat(32_000) + "x",
    "(".repeat(32_000),
    "a".repeat(32_000) + "計",
    "税".repeat(32_000),
    "1,".repeat(16_000),
    "項番".repeat(16_000),
  ];
  const rows = [["費目", "内容", "備考", "金額"], ...long.map((text) => ["旅費", text, text, 1])];
  const book: Workbook = {
    date1904: false,
    settings: {},
    sheets: [
      {
        name: "予算",
        visibility: "visible",
        rows: rows.map((values, index) => ({
          index: index + 1,
          hidden: false,
          cells: values.map((one, column) => ({
            column: column + 1,
            value: one,
            formula: null,
            format: null,
            struck: false,
          })),
        })),
        merges: [],
        hiddenColumns: [],
        tables: [],
      },
    ],
  };
  expect(readBudget(book, [], HINTS).lines).toHaveLength(long.length);
});
