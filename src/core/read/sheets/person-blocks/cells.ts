/** A filled cell below a header or a label, and where it stands. */
import { isBlank } from "../../../workbook/grid";
import { cellIn, type Cell, type Row } from "../../../workbook/workbook";

export interface Stands {
  readonly cell: Cell;
  readonly row: number;
}

export function cellUnder(row: Row | null | undefined, { column }: Cell): Cell | undefined {
  const cell = row == null ? undefined : cellIn(row, column);
  return isBlank(cell) ? undefined : cell;
}

/** null as well where nothing heads it. */
export function standsUnder(row: Row | null, head: Cell | null): Stands | null {
  const cell = head === null ? undefined : cellUnder(row, head);
  return cell === undefined || row === null ? null : { cell, row: row.index };
}
