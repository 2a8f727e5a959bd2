/** Budgets of any length, drawn from the labelled lines of the fixtures so that they read like real ones. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildXlsx, type CellLiteral } from "../test/ooxml/build";

const HEADER = [
  "No",
  "大項目",
  "中項目",
  "内訳(品名・仕様)",
  "発注先",
  "単価(税抜)",
  "数量",
  "単位",
  "金額(税抜)",
  "発注予定日",
  "支払方法",
  "備考(項番・計算式)",
];

interface Sample {
  readonly description: string;
  readonly vendor: string;
  readonly price: number;
  readonly quantity: number;
  readonly unit: string;
  readonly major: string;
  readonly middle: string;
}

function labelledLines(root: string): Sample[] {
  const text = readFileSync(join(root, "test/fixtures/classification/lines.tsv"), "utf8");
  const [head = "", ...records] = text.trimEnd().split("\n");
  const names = head.split("\t");
  return records.map((record) => {
    const cells = record.split("\t");
    const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
    return {
      description: cell("description"),
      vendor: cell("vendor"),
      price: Number(cell("unit_price")) || 12000,
      quantity: Number(cell("quantity")) || 1,
      unit: cell("unit"),
      major: cell("major"),
      middle: cell("middle"),
    };
  });
}

/** One sheet of 12 columns: title, header, `lines` lines of varying texts, a total. Amounts are formulas. */
export function budget(root: string, lines: number, seed = 0): Uint8Array {
  const samples = labelledLines(root);
  const rows: CellLiteral[][] = [["予算経費見込書"], [], HEADER];
  let sum = 0;
  for (let at = 1; at <= lines; at += 1) {
    const sample = samples[(at + seed) % samples.length] as Sample;
    const amount = sample.price * sample.quantity;
    sum += amount;
    const row = rows.length + 1;
    rows.push([
      at,
      sample.major,
      sample.middle,
      `${sample.description} その${at + seed}`,
      sample.vendor,
      sample.price,
      sample.quantity,
      sample.unit,
      { value: amount, formula: `F${row}*G${row}` },
      { value: 45800 + (at % 150), format: "yyyy/m/d" },
      "銀行振込",
      `項番${at} ${sample.price.toLocaleString("en-US")}円×${sample.quantity}`,
    ]);
  }
  const last = rows.length;
  rows.push(["合計", null, null, null, null, null, null, null, { value: sum, formula: `SUM(I4:I${last})` }]);
  return buildXlsx({ sheets: [{ name: "予算明細", rows }] });
}

/** An item that things below 200,000 yen do not belong to. */
export const DEAR = "機械装置等製作・購入費";

/**
 * Clean lines, and in between every fault that six rules about one line know.
 * @param beside further cells of a row, by its number on the sheet
 * @param below rows under the last line
 */
export function faultyBudget(
  lines: number,
  beside: (row: number) => readonly CellLiteral[] = () => [],
  below: readonly (readonly CellLiteral[])[] = [],
): Uint8Array {
  const header = ["No", "大項目", "中項目", "品名", "発注先", "所在地", "単価", "数量", "金額", "発注日", "支払方法"];
  const rows = Array.from({ length: lines }, (_, at): CellLiteral[] => {
    const price = at % 13 === 0 ? 40_000 : 250_000 + at;
    const quantity = 1 + (at % 4);
    return [
      at + 1,
      "物品費",
      at % 11 === 0 ? null : DEAR,
      `卓上ボール盤 型式K-${at}`,
      `株式会社取引先${at % 300}`,
      at % 7 === 0 ? "東京都港区1-1" : "北九州市小倉北区1-1",
      price,
      quantity,
      price * quantity + (at % 17 === 0 ? 1_000 : 0),
      { value: (at % 19 === 0 ? 45_000 : 45_800) + (at % 100), format: "yyyy/m/d" },
      at % 23 === 0 ? "約束手形" : "銀行振込",
      ...beside(at + 2),
    ];
  });
  return buildXlsx({ sheets: [{ name: "予算明細", rows: [header, ...rows, ...below] }] });
}
