/** Quick access to the cells of one sheet, merged areas resolved. */
import { cellIn, firstFrom, type Area, type Cell, type Row, type Sheet } from "./workbook";

/** More merged columns than this are no table any more. */
const MOST_MERGED_CELLS = 500_000;

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined ||
  cell.value === null ||
  cell.value === "" ||
  (typeof cell.value === "string" && cell.value.trim() === "");

/** A formula whose result was not saved; one that gives an empty text has a result. */
export const hasNoResult = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.formula !== null && cell.value === null;

/** The text of a cell that holds text; null for blanks, numbers and errors. */
export const textOf = (cell: Cell | undefined): string | null =>
  cell !== undefined && typeof cell.value === "string" && cell.value.trim() !== "" ? cell.value : null;

const DITTO = /^\s*(?:[〃々仝″]|同上|同前|上に?同じ|ditto)\s*$/i;

/** "〃" and "同上" mean what stands above them, whatever that is; above nothing they stay as they are. */
function dittosRead(sheet: Sheet): Sheet {
  let rows: Row[] | null = null;
  for (const [index, row] of sheet.rows.entries()) {
    if (!row.cells.some(isDitto)) continue;
    rows ??= [...sheet.rows];
    const above = rows;
    const cells = row.cells.map((cell) => {
      const meant = isDitto(cell) ? lastAbove(above, index, cell.column) : undefined;
      return meant === undefined ? cell : { ...cell, value: meant.value, format: meant.format };
    });
    rows[index] = { ...row, cells };
  }
  return rows === null ? sheet : { ...sheet, rows };
}

/** 〃 and its like: the cell says what the one above it says. */
export const isDitto = ({ value }: Cell): boolean => typeof value === "string" && DITTO.test(value);

/** The nearest cell with content above a row, however far: at most the column is walked once by all its dittos. */
function lastAbove(rows: readonly Row[], index: number, column: number): Cell | undefined {
  for (let above = index - 1; above >= 0; above--) {
    const cell = cellIn(rows[above] as Row, column);
    if (cell !== undefined && !isBlank(cell)) return cell;
  }
  return undefined;
}

const rowIndex = ({ index }: Row): number => index;
const NO_ROWS = { from: 0, to: 0, rows: [] };

export class Grid {
  readonly name: string;
  readonly sheet: Sheet;
  readonly lastRow: number;
  readonly lastColumn: number;
  private readonly byIndex: readonly (Row | undefined)[];
  /** Rows that were asked for last. */
  private between: { readonly from: number; readonly to: number; readonly rows: readonly Row[] } = NO_ROWS;
  /** Merged areas that cover a column, by top row. */
  private readonly merged = new Map<number, Area[]>();

  get hasMerges(): boolean {
    return this.merged.size > 0;
  }

  constructor(sheet: Sheet) {
    this.name = sheet.name;
    this.sheet = dittosRead(sheet);
    const byIndex: Row[] = [];
    let lastColumn = 0;
    for (const row of this.sheet.rows) {
      byIndex[row.index] = row;
      lastColumn = Math.max(lastColumn, row.cells[row.cells.length - 1]?.column ?? 0);
    }
    this.byIndex = byIndex;
    this.lastRow = sheet.rows[sheet.rows.length - 1]?.index ?? 0;
    this.lastColumn = lastColumn;
    this.indexMerges(sheet.merges);
  }

  private indexMerges(merges: readonly Area[]): void {
    let budget = MOST_MERGED_CELLS;
    for (const area of merges) {
      const right = Math.min(area.right, this.lastColumn);
      if (area.top === area.bottom && area.left === area.right) continue;
      budget -= Math.max(0, right - area.left + 1);
      if (budget < 0) return;
      for (let column = area.left; column <= right; column++) {
        const list = this.merged.get(column);
        if (list === undefined) this.merged.set(column, [area]);
        else list.push(area);
      }
    }
    for (const list of this.merged.values()) list.sort((a, b) => a.top - b.top);
  }

  row(index: number): Row | undefined {
    return this.byIndex[index];
  }

  /**
   * The rows that hold anything, from one to another: cost follows them, however far apart they are. Those of one table are
   * asked for dozens of times.
   */
  rowsBetween(first: number, last: number): readonly Row[] {
    const { rows } = this.sheet;
    const from = firstFrom(rows, first, rowIndex);
    const to = firstFrom(rows, last + 1, rowIndex);
    if (from !== this.between.from || to !== this.between.to) this.between = { from, to, rows: rows.slice(from, to) };
    return this.between.rows;
  }

  /** The cell itself, merged or not. */
  own(row: number, column: number): Cell | undefined {
    const found = this.byIndex[row];
    return found === undefined ? undefined : cellIn(found, column);
  }

  /** The merged area around a cell. */
  area(row: number, column: number): Area | undefined {
    const list = this.merged.get(column);
    if (list === undefined) return undefined;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const area = list[middle] as Area;
      if (area.top > row) high = middle - 1;
      else if (area.bottom < row) low = middle + 1;
      else return area;
    }
    return undefined;
  }

  /** The cell, or the first cell of the merged area it lies in. */
  cell(row: number, column: number): Cell | undefined {
    const own = this.own(row, column);
    if (!isBlank(own) || this.merged.size === 0) return own;
    const area = this.area(row, column);
    return area === undefined ? own : this.own(area.top, area.left);
  }
}
