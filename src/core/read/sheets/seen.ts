/**
 * A sheet as it is seen. What was typed under a merged cell before it was merged stays in the file, under what its first
 * cell shows; and programs fill blank cells with characters without width.
 */
import { isUnseen } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { cellIn, firstFrom, rowAt, type Area, type Cell, type Row, type Sheet } from "../../workbook/workbook";

/** Rows of all merged areas together; of more, what lies under them is read. */
const MOST_ROWS = 500_000;
/** A text without any letter that is seen is short. */
const LONGEST_UNSEEN = 8;

/** The sheet itself where everything in it is seen. */
export function asSeen(sheet: Sheet): Sheet {
  const covers = coversByRow(sheet);
  let changed = false;
  const rows = sheet.rows.map((row) => {
    const over = covers.get(row.index);
    if (over === undefined && row.cells.every(isSeen)) return row;
    const cells = row.cells.filter((cell) => isSeen(cell) && !over?.some((area) => isUnder(cell, row.index, area)));
    changed ||= cells.length < row.cells.length;
    return { ...row, cells };
  });
  return changed ? { ...sheet, rows } : sheet;
}

const isSeen = ({ value, formula }: Cell): boolean =>
  typeof value !== "string" || value === "" || value.length > LONGEST_UNSEEN || formula !== null || !isUnseen(value);

const isUnder = ({ column }: Cell, row: number, { top, left, right }: Area): boolean =>
  column >= left && column <= right && !(row === top && column === left);

/** Merged areas whose first cell shows something, by the rows that hold more than that cell below or beside it. */
function coversByRow(sheet: Sheet): ReadonlyMap<number, readonly Area[]> {
  const covers = new Map<number, Area[]>();
  let left = MOST_ROWS;
  for (const area of sheet.merges) {
    const first = rowAt(sheet, area.top);
    if (first === undefined || isBlank(cellIn(first, area.left))) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      if (--left < 0) return new Map();
      const found = row === area.top ? first : rowAt(sheet, row);
      if (found !== undefined && holdsMore(found, area)) covers.set(row, [...(covers.get(row) ?? []), area]);
    }
  }
  return covers;
}

function holdsMore({ index, cells }: Row, area: Area): boolean {
  for (let at = firstFrom(cells, area.left, columnOf); at < cells.length; at++) {
    const cell = cells[at] as Cell;
    if (cell.column > area.right) return false;
    if (!isBlank(cell) && isUnder(cell, index, area)) return true;
  }
  return false;
}

const columnOf = ({ column }: Cell): number => column;
