/** Opening a workbook of so many rows × 12 columns, changing one cell and saving it, in one run beside exceljs and SheetJS. */
import ExcelJS from "exceljs";
import * as sheetjs from "xlsx";
import { editWorkbook } from "../src/ooxml/edit";
import { readWorkbook } from "../src/ooxml/read";
import { nodeCodec } from "../src/ooxml/zip/node-codec";
import { median } from "./figure";
import { budgetSheet } from "./reading";

/** Median milliseconds of each. */
interface SavingFigures {
  readonly kenzan: number;
  readonly exceljs: number;
  readonly sheetjs: number;
}

const SHEET = "予算明細";
const SPECIFICATION = "型式 K-0（変更）";

/** They take turns, so that a busy machine is busy for all of them. What each saved is read again: it holds the change. */
export async function measureSaving(rows = 10_000, rounds = 5): Promise<SavingFigures> {
  const bytes = budgetSheet(rows);
  const ways = {
    kenzan: () => {
      const editor = editWorkbook(bytes, nodeCodec);
      editor.setCell(SHEET, { row: 2, column: 5, value: SPECIFICATION });
      return editor.save();
    },
    exceljs: async () => {
      const workbook = await new ExcelJS.Workbook().xlsx.load(bytes.buffer as ArrayBuffer);
      workbook.getWorksheet(SHEET).getCell("E2").value = SPECIFICATION;
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    },
    sheetjs: () => {
      const workbook = sheetjs.read(bytes);
      const sheet = workbook.Sheets[SHEET];
      if (sheet === undefined) throw new Error("SheetJS read no sheet");
      sheetjs.utils.sheet_add_aoa(sheet, [[SPECIFICATION]], { origin: "E2" });
      return new Uint8Array(
        sheetjs.write(workbook, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer,
      );
    },
  };
  const times = { kenzan: [] as number[], exceljs: [] as number[], sheetjs: [] as number[] };
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now();
      const saved = await way();
      times[name as keyof typeof times].push(performance.now() - began);
      if (round === 0) expectChanged(name, saved);
    }
  return { kenzan: median(times.kenzan), exceljs: median(times.exceljs), sheetjs: median(times.sheetjs) };
}

function expectChanged(name: string, saved: Uint8Array): void {
  const row = readWorkbook(saved, nodeCodec).sheets[0]?.rows.find(({ index }) => index === 2);
  if (row?.cells.find(({ column }) => column === 5)?.value !== SPECIFICATION)
    throw new Error(`${name} lost the change`);
}
