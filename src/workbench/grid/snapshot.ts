/** The book as the grid takes it. Rows and columns count from 0 there. */
import type { ICellData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { Book, BookCell, BookSheet } from "../host/book";
import { styleOf } from "./look";
import { isPlain } from "./plain";

const PIXELS_PER_POINT = 4 / 3;
const SPARE = { rows: 40, columns: 8 };
const LEAST = { rows: 60, columns: 20 };
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

export const idOf = (sheet: BookSheet): string => sheet.id;

/** Pauses now and then: it holds only where the book is the same at the end as at the beginning. */
export function* snapshotPieces(book: Book): Generator<void, Partial<IWorkbookData>> {
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const sheet of book.sheets) sheets[idOf(sheet)] = yield* sheetSnapshot(sheet);
  return {
    id: "book",
    name: book.name,
    sheetOrder: book.sheets.map(idOf),
    styles: {},
    sheets,
  } as Partial<IWorkbookData>;
}

/** Rows between two pauses. */
const A_TURN = 50;

function* sheetSnapshot(sheet: BookSheet): Generator<void, Partial<IWorksheetData>> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const { row, cells } of drawnRows(sheet)) {
    cellData[row] = cells;
    if (row % A_TURN === 0) yield;
  }
  return { ...bareSnapshot(sheet), cellData };
}

/** Row by row, as the grid takes them. */
export function* drawnRows(sheet: BookSheet): Generator<{ row: number; cells: Record<number, ICellData> }> {
  const styled = new Map<BookCell["style"], Map<string, ReturnType<typeof styleOf>>>();
  for (const [row, inRow] of sheet.rows) {
    const cells: Record<number, ICellData> = {};
    for (const [column, cell] of inRow)
      cells[column - 1] = { ...valueOf(cell), s: sharedStyle(cell, sheet.book, styled) };
    yield { row: row - 1, cells };
  }
}

/** Everything but the cells. */
export function bareSnapshot(sheet: BookSheet): Partial<IWorksheetData> {
  const { rows, columns } = gridOf(sheet);
  return {
    id: idOf(sheet),
    name: sheet.name,
    hidden: sheet.visibility === "Visible" ? 0 : 1,
    rowCount: Math.max(LEAST.rows, rows + SPARE.rows),
    columnCount: Math.max(LEAST.columns, columns + SPARE.columns),
    cellData: {},
    rowData: Object.fromEntries(
      [...new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows])].map((row) => [
        row - 1,
        {
          ...(sheet.rowHeights.has(row) ? { h: (sheet.rowHeights.get(row) as number) * PIXELS_PER_POINT, ia: 0 } : {}),
          hd: sheet.hiddenRows.has(row) ? 1 : 0,
        },
      ]),
    ),
    columnData: Object.fromEntries(
      [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])]
        .filter((column) => column <= columns + SPARE.columns)
        .map((column) => [
          column - 1,
          {
            ...(sheet.columnWidths.has(column)
              ? { w: (sheet.columnWidths.get(column) as number) * PIXELS_PER_POINT }
              : {}),
            hd: sheet.hiddenColumns.has(column) ? 1 : 0,
          },
        ]),
    ),
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top - 1,
      startColumn: left - 1,
      endRow: bottom - 1,
      endColumn: right - 1,
    })),
    freeze: {
      startRow: sheet.frozen?.rows ?? -1,
      startColumn: sheet.frozen?.columns ?? -1,
      ySplit: sheet.frozen?.rows ?? 0,
      xSplit: sheet.frozen?.columns ?? 0,
    },
    showGridlines: sheet.showGridlines ? 1 : 0,
    defaultRowHeight: 25,
    defaultColumnWidth: 72,
  } as Partial<IWorksheetData>;
}

/** Formulas of other workbooks, of functions the grid lacks, and those that the book works out itself are left to others. */
export const isWorkedOut = (formula: string): boolean => !/\[|_xlfn|_xlws/.test(formula) && !isPlain(formula);

/** What a grid cell holds: of a formula that it does not work out, the value only. */
export function valueOf(cell: BookCell): ICellData {
  const { value, formula } = cell;
  const data: ICellData =
    value === ""
      ? {}
      : typeof value === "boolean"
        ? { v: value ? 1 : 0, t: BOOLEAN }
        : typeof value === "number"
          ? { v: value, t: NUMBER }
          : { v: value, t: TEXT };
  return formula === null || !isWorkedOut(formula) ? data : { ...data, f: `=${formula}` };
}

function gridOf(sheet: BookSheet): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  for (const [row, inRow] of sheet.rows) {
    rows = Math.max(rows, row);
    for (const column of inRow.keys()) columns = Math.max(columns, column);
  }
  return { rows, columns };
}

/** Thousands of cells share a few looks; the grid keeps one object for each. */
function sharedStyle(
  cell: BookCell,
  book: Book,
  known: Map<BookCell["style"], Map<string, ReturnType<typeof styleOf>>>,
): ReturnType<typeof styleOf> {
  const byFormat = known.get(cell.style) ?? new Map<string, ReturnType<typeof styleOf>>();
  known.set(cell.style, byFormat);
  const style = styleOf(cell, book);
  const key = JSON.stringify(style.n ?? "");
  const shared = byFormat.get(key) ?? style;
  byFormat.set(key, shared);
  return shared;
}
