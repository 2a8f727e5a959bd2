/** What only moves, hides, renames or re-types a budget changes no figure, over every workbook of the fixtures. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/core/check";
import type { Cell, Row, Sheet, Workbook } from "../../../src/core/workbook/workbook";
import { readWorkbook } from "../../../src/ooxml/read";
import { nodeCodec } from "../../../src/ooxml/zip/node-codec";
import { schemes } from "../../../src/schemes";

const root = join(__dirname, "../../fixtures");
const books = ["samples", "shapes", "books"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => ({
      name: `${folder}/${name}`,
      workbook: withoutFormulas(readWorkbook(readFileSync(join(root, folder, name)), nodeCodec)),
    })),
);

/** Moved formulas would name other cells: their results speak. */
function withoutFormulas(workbook: Workbook): Workbook {
  return mapCells(workbook, (cell) => ({ ...cell, formula: null }));
}

function mapCells(workbook: Workbook, change: (cell: Cell, row: Row, sheet: Sheet) => Cell): Workbook {
  return mapSheets(workbook, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => change(cell, row, sheet)) })),
  }));
}

function mapSheets(workbook: Workbook, change: (sheet: Sheet) => Sheet): Workbook {
  return { ...workbook, sheets: workbook.sheets.map(change) };
}

/** Everything in a row and below moves down by one, everything in a column and right of it to the right. */
function moved(workbook: Workbook, at: { row?: number; column?: number }): Workbook {
  const row = (index: number): number => index + (at.row !== undefined && index >= at.row ? 1 : 0);
  const column = (index: number): number => index + (at.column !== undefined && index >= at.column ? 1 : 0);
  return mapSheets(workbook, (sheet) => ({
    ...sheet,
    tables: [],
    rows: sheet.rows.map((line) => ({
      ...line,
      index: row(line.index),
      cells: line.cells.map((cell) => ({ ...cell, column: column(cell.column) })),
    })),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      top: row(top),
      left: column(left),
      bottom: row(bottom),
      right: column(right),
    })),
  }));
}

interface Figures {
  readonly claimed: number | null;
  readonly amounts: readonly (number | null)[];
}

function figuresOf(workbook: Workbook): Figures {
  const report = check(workbook, schemes, { scheme: "fais-dx-2025", frame: "transformation" });
  const amounts = report.lines.map(({ amount }) => amount).sort((a, b) => (a ?? -1) - (b ?? -1));
  return { claimed: report.totals?.claimed ?? null, amounts };
}

const KINDS: Readonly<Record<string, (workbook: Workbook) => Workbook>> = {
  "everything a row lower": (workbook) => moved(workbook, { row: 1 }),
  "everything a column to the right": (workbook) => moved(workbook, { column: 1 }),
  "every row hidden": (workbook) =>
    mapSheets(workbook, (sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, hidden: true })) })),
  "amounts typed as text": (workbook) =>
    mapCells(workbook, (cell) =>
      typeof cell.value === "number" &&
      Number.isInteger(cell.value) &&
      cell.value >= 1_000 &&
      cell.format !== null &&
      /#,##0/.test(cell.format)
        ? { ...cell, value: cell.value.toLocaleString("en-US"), format: null }
        : cell,
    ),
  "sheets in another order": (workbook) => ({ ...workbook, sheets: [...workbook.sheets].reverse() }),
  "an empty sheet beside": (workbook) => ({
    ...workbook,
    sheets: [
      ...workbook.sheets,
      { name: "メモ", visibility: "visible", rows: [], merges: [], hiddenColumns: [], tables: [] },
    ],
  }),
  "a stamp box below": (workbook) =>
    mapSheets(workbook, (sheet) =>
      withRows(sheet, [
        ["確認", "課長", "部長"],
        ["", "／", "／"],
      ]),
    ),
  "a signature below": (workbook) =>
    mapSheets(workbook, (sheet) => withRows(sheet, [["上記のとおり相違ありません。"], ["代表者", "印"]])),
};

/** Three blank rows, and then these, below everything. */
function withRows(sheet: Sheet, texts: readonly (readonly string[])[]): Sheet {
  const last = sheet.rows.at(-1)?.index ?? 0;
  if (last === 0 || last > 1_000) return sheet;
  const rows = texts.map((cells, index): Row => ({
    index: last + 4 + index,
    hidden: false,
    cells: cells
      .map((value, at) => ({ column: at + 1, value, formula: null, format: null, struck: false }))
      .filter(({ value }) => value !== ""),
  }));
  return { ...sheet, rows: [...sheet.rows, ...rows] };
}

test("there are many workbooks", () => expect(books.length).toBeGreaterThan(60));

test.each(Object.keys(KINDS))("%s", (kind) => {
  const changed = books.flatMap(({ name, workbook }) => {
    const [before, after] = [figuresOf(workbook), figuresOf((KINDS[kind] as (it: Workbook) => Workbook)(workbook))];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [[name, before.claimed, after.claimed]];
  });
  expect(changed).toEqual([]);
});
