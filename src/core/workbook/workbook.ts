/**
 * The neutral workbook: what every shell (xlsx bytes, Excel, the browser grid) hands to the engine.
 * Rows and columns count from 1, as people say them. Plain data, so that it can be copied between threads.
 */

/** An Excel error value such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | CellError | null;

/** In place of a column, which count from 1: there is none. */
export const NOWHERE = 0;

export interface Cell {
  /** 1 = column A. */
  readonly column: number;
  /** The value as calculated; furigana is never part of a text. A date is its serial number. */
  readonly value: CellValue;
  /** Formula text without the leading "=", shared formulas already moved to this cell; null when typed. */
  readonly formula: string | null;
  /** Number format code, e.g. `#,##0` or `[$-411]ge.m.d`; null = General. */
  readonly format: string | null;
  readonly struck: boolean;
  /**
   * "#rrggbb" of its ground and its text, where these are neither white nor black. Known only in workbooks whose words
   * give colours a meaning (`read/sheets/colours.ts`).
   */
  readonly fill?: string;
  readonly color?: string;
}

export interface Row {
  /** 1-based row number. */
  readonly index: number;
  /** Hidden by hand or by a filter: still a row of the sheet. */
  readonly hidden: boolean;
  /** Non-empty cells, by ascending column. */
  readonly cells: readonly Cell[];
}

/** Inclusive corners, 1-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface TableObject {
  readonly name: string;
  readonly area: Area;
  readonly headerRows: number;
  readonly totalsRows: number;
}

export interface Sheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Ascending by index; rows without content may be absent. */
  readonly rows: readonly Row[];
  readonly merges: readonly Area[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly TableObject[];
}

export interface Workbook {
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
  /** What Kenzan itself saved in the workbook (decisions), by key. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A cell named with its sheet; what findings, fixes and marks point at. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const isCellError = (value: CellValue): value is CellError => typeof value === "object" && value !== null;

/** 28 → "AB". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "AB" → 28. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** (7, 6) → "F7". */
export const cellName = (row: number, column: number): string => columnName(column) + String(row);

/** The cell at a place, or undefined where the sheet is empty. Binary search: rows and cells are sorted. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const found = rowAt(sheet, row);
  return found === undefined ? undefined : cellIn(found, column);
}

export function rowAt(sheet: Sheet, row: number): Row | undefined {
  return search(sheet.rows, row, (candidate) => candidate.index);
}

export function cellIn({ cells }: Row, column: number): Cell | undefined {
  const first = cells[0]?.column ?? Infinity;
  if (column < first) return undefined;
  // In a dense row a cell stands at a fixed distance from the first.
  const likely = cells[column - first];
  return likely?.column === column ? likely : search(cells, column, (candidate) => candidate.column);
}

/** Position of the first item at or behind a key; of none, behind the last. Items are in the order of their keys. */
export function firstFrom<T>(sorted: readonly T[], wanted: number, key: (item: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function search<T>(sorted: readonly T[], wanted: number, key: (item: T) => number): T | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle] as T;
    const at = key(item);
    if (at === wanted) return item;
    if (at < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
