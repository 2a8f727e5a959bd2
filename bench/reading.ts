/** Reading a sheet of so many rows × 12 columns, in one run beside exceljs and SheetJS. */
import ExcelJS from "exceljs";
import * as sheetjs from "xlsx";
import { readWorkbook } from "../src/ooxml/read";
import { nodeCodec } from "../src/ooxml/zip/node-codec";
import { buildXlsx, type CellLiteral } from "../test/ooxml/build";

export interface ReadingFigures {
  readonly rows: number;
  readonly megabytes: number;
  /** Median milliseconds of each reader. */
  readonly kenzan: number;
  readonly exceljs: number;
  readonly sheetjs: number;
}

/** The readers take turns, so that a busy machine is busy for all of them. */
export async function measureReading(rows = 10_000, rounds = 5): Promise<ReadingFigures> {
  const bytes = budgetSheet(rows);
  const times: Record<"kenzan" | "exceljs" | "sheetjs", number[]> = { kenzan: [], exceljs: [], sheetjs: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.kenzan.push(await milliseconds(() => readWorkbook(bytes, nodeCodec)));
    times.exceljs.push(await milliseconds(() => new ExcelJS.Workbook().xlsx.load(bytes.buffer as ArrayBuffer)));
    times.sheetjs.push(await milliseconds(() => sheetjs.read(bytes)));
  }
  return {
    rows,
    megabytes: bytes.length / 2 ** 20,
    kenzan: median(times.kenzan),
    exceljs: median(times.exceljs),
    sheetjs: median(times.sheetjs),
  };
}

/** A budget table: texts that repeat and texts that do not, amounts with formulas, dates. */
export function budgetSheet(rows: number): Uint8Array {
  const majors = ["物品費", "労務費", "その他経費"];
  const headers = [
    "番号",
    "大項目",
    "中項目",
    "品名",
    "仕様",
    "支払先",
    "単価",
    "数量",
    "金額",
    "発注日",
    "達成率",
    "備考",
  ];
  const lines = Array.from({ length: rows }, (_, at): CellLiteral[] => {
    const row = at + 2;
    const [price, quantity] = [1_000 + ((at * 7919) % 90_000), 1 + (at % 9)];
    return [
      at + 1,
      majors[at % 3],
      `中項目${at % 12}`,
      `温度センサー 第${at + 1}号`,
      `型式 K-${at % 500}`,
      `株式会社取引先第${at % 300}営業所`,
      { value: price, format: "#,##0" },
      quantity,
      { value: price * quantity, formula: `G${row}*H${row}`, format: "#,##0" },
      { value: 45_748 + (at % 300), format: "[$-411]ge.m.d" },
      { value: price / 91_000, format: "0.0%" },
      at % 4 === 0 ? "見積書のとおり" : null,
    ];
  });
  return buildXlsx({ sheets: [{ name: "予算明細", rows: [headers, ...lines] }] });
}

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
