/** No column of money is left out in silence: it is read, or it is told as set aside. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import type { Workbook } from "../../../src/core/workbook/workbook";
import { readWorkbook } from "../../../src/ooxml/read";
import { nodeCodec } from "../../../src/ooxml/zip/node-codec";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";
import { untold } from "./untold";

const root = join(__dirname, "../../fixtures");
/** Of the many workbooks some: all of them, as in `npm run fuzz`, would take as long as everything else here. */
const SHARE =
  process.env["KENZAN_FUZZ"] === undefined ? { books: 2, layouts: 6, hands: 12 } : { books: 1, layouts: 1, hands: 1 };

const read = (of: Workbook): Report => check(of, schemes, { scheme: "fais-dx-2025", frame: "transformation" });

describe.each(Object.entries(SHARE))("%s", (folder, each) => {
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".xlsx"))
    .filter((_, index) => index % each === 0);

  test.each(names)("%s", (name) => {
    const book = readWorkbook(readFileSync(join(root, folder, name)), nodeCodec);
    expect(untold(book, read(book))).toEqual([]);
  });
});

const BUDGET = sheet("申請する経費", [
  ["内容", "単価", "数量", "金額"],
  ["検査カメラ", 300_000, 2, 600_000],
  ["判定プログラムの開発委託", 900_000, 1, 900_000],
  ["合計", null, null, 1_500_000],
]);

describe("beside a budget", () => {
  const told = (...rows: Literal[][]): readonly unknown[] => {
    const { findings, totals } = read(workbook(BUDGET, sheet("そのほか", rows)));
    expect(totals?.claimed).toBe(1_500_000);
    return findings
      .filter(({ rule }) => rule === "sheet/set-aside")
      .map(({ cell, data }) => [cell, data["reason"], data["yen"]]);
  };

  test.each<[string, Literal[][], unknown[]]>([
    [
      "prices of articles",
      [
        ["型番", "商品名", "標準価格"],
        ["A-1", "カメラ", 290_000],
        ["A-2", "照明", 41_000],
      ],
      ["A1", "price-list", 331_000],
    ],
    [
      "money by the month and the year",
      [
        ["契約", "月額", "年額"],
        ["通信", 8_000, 96_000],
        ["警備", 12_000, 144_000],
      ],
      [null, "other", 240_000],
    ],
    [
      "rooms and their charges",
      [
        ["客室", "平日料金"],
        ["和室", 13_200],
        ["洋室", 28_600],
      ],
      [null, "other", 41_800],
    ],
    [
      "in thousands of yen",
      [
        ["取引先", "年間取引額（千円）"],
        ["A社", 12_000],
        ["B社", 800],
      ],
      ["A1", "other", 12_800_000],
    ],
  ])("%s are told", (_, rows, expected) => {
    expect(told(...rows)).toEqual([expected]);
  });

  test("prices right of the budget, their title in its own header, are told", () => {
    const [header, ...lines] = [
      ["内容", "金額", null, "現在の料金表"],
      ["検査カメラ", 600_000, null, "プラン", "月額"],
      ["判定モデルの開発委託", 300_000, null, "基本", 12_000],
      ["学習データの整備委託", 200_000, null, "上位", 30_000],
    ] as Literal[][];
    const { findings, totals } = read(workbook(sheet("経費", [header ?? [], ...lines, ["合計", 1_100_000]])));
    expect(totals?.claimed).toBe(1_100_000);
    const told = findings.filter(({ rule }) => rule === "sheet/set-aside");
    expect(told.map(({ cell, data }) => [cell, data["yen"]])).toEqual([["E2", 42_000]]);
  });

  test.each<[string, Literal[][]]>([
    [
      "counts",
      [
        ["月", "来場者数（人）"],
        ["4月", 1_200],
        ["5月", 1_350],
      ],
    ],
    [
      "sums that may be of anything",
      [
        ["月", "男", "女", "計"],
        ["4月", 700, 500, 1_200],
        ["5月", 650, 700, 1_350],
      ],
    ],
    [
      "money of another country",
      [
        ["品目", "金額（USD）"],
        ["A", 1_200],
        ["B", 3_400],
      ],
    ],
    [
      "sizes",
      [
        ["機種", "重量（kg）"],
        ["A", 1_200],
        ["B", 3_400],
      ],
    ],
  ])("%s are not", (_, rows) => {
    expect(told(...rows)).toEqual([]);
  });
});
