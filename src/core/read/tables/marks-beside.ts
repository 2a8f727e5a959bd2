/** ○ and × beside a table, behind a blank column or under no header: they say of its rows whether they count, and belong to it. */
import { isBlank, type Grid } from "../../workbook/grid";
import { cellIn } from "../../workbook/workbook";
import { markOf } from "../words/marks";

/** Its corners, with the rows below its header. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const LARGEST_GAP = 3;
const ROWS_CHECKED = 60;
const FEWEST_MARKS = 2;

/**
 * How far a table reaches with the marks beside it.
 * @param isTaken columns of other tables beside it
 */
export function withMarksBeside(
  grid: Grid,
  place: Place,
  isTaken: (column: number) => boolean,
): { readonly left: number; readonly right: number } {
  const { left, right } = place;
  const beside = [-1, 1].map((step) => {
    const edge = step < 0 ? left : right;
    for (let column = edge + step; Math.abs(column - edge) <= LARGEST_GAP + 1 && column >= 1; column += step) {
      if (isTaken(column)) break;
      const found = marksIn(grid, place, column);
      if (found === "marks") return column;
      if (found === "other") break;
    }
    return edge;
  });
  return { left: beside[0] ?? left, right: beside[1] ?? right };
}

/** What stands in a column in the rows of a table. */
function marksIn(grid: Grid, { left, right, firstRow, lastRow }: Place, column: number): "marks" | "other" | null {
  let [rows, filled, marks] = [0, 0, 0];
  for (const row of grid.rowsBetween(firstRow, lastRow)) {
    if (rows++ === ROWS_CHECKED) break;
    const cell = cellIn(row, column);
    if (isBlank(cell)) continue;
    filled++;
    const isOfRow = row.cells.some((other) => other.column >= left && other.column <= right && !isBlank(other));
    if (isOfRow && markOf(cell) !== null) marks++;
  }
  if (filled === 0) return null;
  return marks >= FEWEST_MARKS && marks === filled ? "marks" : "other";
}
