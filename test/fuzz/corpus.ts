/** What the fuzzer begins with: the workbooks and papers of the fixtures. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sheet, Workbook } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import type { CellLiteral, SheetSpec, XlsxSpec } from "../ooxml/build";

const FIXTURES = join(__dirname, "../fixtures");
/** Above this a case takes too long to draw thousands of them. */
const MOST_CELLS = 2_000;

const files = (folder: string, end: RegExp) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => end.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, folder, name))) }));

export const cellsOf = (workbook: Workbook): number =>
  workbook.sheets.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + cells.length, 0), 0);

export interface Base {
  readonly name: string;
  readonly workbook: Workbook;
}

/** To unpack all that other hands drew takes longer than the few cases of `npm test`. */
const FOLDERS = [
  "samples",
  "shapes",
  "books",
  ...(process.env["KENZAN_FUZZ"] === undefined ? [] : ["layouts", "hands"]),
];

export const BOOKS: readonly Base[] = FOLDERS.flatMap((folder) => files(folder, /\.xlsx$/))
  .map(({ name, bytes }) => ({ name, workbook: readWorkbook(bytes, nodeCodec) }))
  .filter(({ workbook }) => cellsOf(workbook) <= MOST_CELLS);

export const PAPERS = ["estimates/given", "estimates/layouts"]
  .flatMap((folder) => files(folder, /\.(pdf|csv)$/))
  .filter(({ bytes }) => bytes.length < 400_000);

export const mapSheets = (workbook: Workbook, change: (sheet: Sheet) => Sheet): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map(change),
});

/** The workbook as a drawing, to be written as bytes again. */
export function specOf({ sheets, date1904 }: Workbook): XlsxSpec {
  return { date1904, sheets: sheets.map(sheetSpec) };
}

function sheetSpec({ name, visibility, rows, merges, hiddenColumns }: Sheet): SheetSpec {
  const grid: CellLiteral[][] = [];
  for (const { index, cells } of rows) {
    const line: CellLiteral[] = [];
    for (const { column, value, formula, format, struck } of cells)
      line[column - 1] = {
        value,
        ...(formula === null ? {} : { formula }),
        ...(format === null ? {} : { format }),
        strike: struck,
      };
    grid[index - 1] = Array.from(line, (cell) => cell ?? null);
  }
  return {
    name,
    visibility,
    rows: Array.from(grid, (line) => line ?? []),
    merges: merges.map(({ top, left, bottom, right }) => `${letters(left)}${top}:${letters(right)}${bottom}`),
    hiddenRows: rows.filter(({ hidden }) => hidden).map(({ index }) => index),
    hiddenColumns,
  };
}

const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
