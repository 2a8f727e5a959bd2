/** What a sheet says of the unit of its money: "単位：千円". */
import { compact } from "../../text/fold";
import type { Grid } from "../../workbook/grid";
import type { Table } from "../tables/table";
import { scaleOf } from "../words/headers";

export interface UnitStatement {
  readonly row: number;
  readonly column: number;
  readonly scale: number;
}

/** "単位：千円" and the like, wherever they stand. */
export function unitStatements(grid: Grid): UnitStatement[] {
  const found: UnitStatement[] = [];
  for (const row of grid.sheet.rows)
    for (const cell of row.cells) {
      if (typeof cell.value !== "string" || cell.value.length > 60 || !cell.value.includes("円")) continue;
      if (cell.value.length > 6 && !cell.value.includes("位")) continue;
      const folded = compact(cell.value);
      if (!/単位.{0,6}円|^[(]?(?:千円|百万円|万円|円)[)]?$/.test(folded)) continue;
      found.push({ row: row.index, column: cell.column, scale: scaleOf(folded) ?? 1 });
    }
  return found;
}

/** The statement nearest above the table; else one beside its header or below it; else the first of the sheet. */
export function unitFor(table: Table, tables: readonly Table[], units: readonly UnitStatement[]): number {
  const overlapping = tables.filter(
    (other) => other !== table && other.left <= table.right && other.right >= table.left,
  );
  const floorRow = Math.max(
    0,
    ...overlapping.filter((other) => other.headerBottom < table.headerTop).map((other) => other.headerBottom),
  );
  const above = units.filter((unit) => unit.row <= table.headerBottom && unit.row > floorRow);
  const near = above.filter((unit) => unit.column <= table.right + 3);
  const last = near[near.length - 1] ?? above[above.length - 1];
  if (last !== undefined) return last.scale;
  const inherited = units.filter((unit) => unit.row <= table.headerTop);
  return (inherited[0] ?? units.find((unit) => unit.row > table.headerBottom && unit.row <= table.lastRow))?.scale ?? 1;
}
