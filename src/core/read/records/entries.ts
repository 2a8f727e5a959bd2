/** Plain access to a table of one entry a row: people, members, estimates. */
import { compact } from "../../text/fold";
import type { FieldColumn } from "../columns/field-column";
import { isBlank, textOf, type Grid } from "../../workbook/grid";
import { isNote } from "../words/labels";
import { isTotalWord } from "../words/total-words";
import type { Field } from "../field";
import type { Table } from "../tables/table";
import { shownText } from "./values";
import type { Cell, CellRef } from "../../workbook/workbook";

export interface Entry {
  readonly row: number;
  readonly hidden: boolean;
  readonly at: Partial<Record<Field, CellRef>>;
  cell(field: Field): Cell | undefined;
  /** Merged downwards, too. */
  carried(field: Field): Cell | undefined;
  /** The same of one column, where several hold a field. */
  carriedIn(column: FieldColumn): Cell | undefined;
  text(field: Field): string | null;
}

/** 従業員費小計, 平均: of entries these are sums and means, whatever stands before. */
const OF_SEVERAL = /(?:小計|合計)$|^平均$/;

/** The rows of a table that hold an entry: no totals, notes or repeated headers. */
export function entriesOf(table: Table, columns: readonly FieldColumn[]): Entry[] {
  const entries: Entry[] = [];
  const grid = table.grid;
  for (const row of grid.sheet.rows) {
    if (row.index < table.firstRow || row.index > table.lastRow || table.repeatedHeaders.has(row.index)) continue;
    const cells = row.cells.filter((cell) => cell.column >= table.left && cell.column <= table.right && !isBlank(cell));
    if (cells.length === 0) continue;
    const first = textOf(cells.find((cell) => typeof cell.value === "string"));
    if (first !== null && (isNote(first) || isTotalWord(first) || OF_SEVERAL.test(compact(first)))) continue;
    entries.push(entryOf(grid, table, columns, row.index, row.hidden));
  }
  return entries;
}

function entryOf(grid: Grid, table: Table, columns: readonly FieldColumn[], row: number, hidden: boolean): Entry {
  const find = (field: Field, merged: boolean): Cell | undefined => {
    const column = columns.find((candidate) => candidate.field === field);
    return column === undefined ? undefined : findIn(column, merged);
  };
  const findIn = (column: FieldColumn, merged: boolean): Cell | undefined => {
    for (let at = column.column; at <= column.right; at++) {
      const own = grid.own(row, at);
      if (own !== undefined && !isBlank(own)) return own;
    }
    if (!merged) return undefined;
    const area = grid.area(row, column.column);
    return area === undefined || area.top < table.firstRow ? undefined : grid.own(area.top, area.left);
  };
  const at: Partial<Record<Field, CellRef>> = {};
  for (const column of columns) at[column.field] ??= { sheet: grid.name, row, column: column.column };
  return {
    row,
    hidden,
    at,
    cell: (field) => find(field, false),
    carried: (field) => find(field, true),
    carriedIn: (column) => findIn(column, true),
    text: (field) => shownText(find(field, true)),
  };
}
