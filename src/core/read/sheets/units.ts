/** What a sheet says of the unit of its money: "単位：千円". */
import { compact } from "../../text/fold";
import { isBlank, type Grid } from "../../workbook/grid";
import { isFigure } from "../tables/header-cells";
import type { Table } from "../tables/table";
import { titlesEffects } from "../words/effects";
import { saysUnitOfMoney, scaleOf } from "../words/headers";

export interface UnitStatement {
  readonly row: number;
  readonly column: number;
  readonly scale: number;
  /** Hardly more than a title stands above it: it may hold for the whole sheet. */
  readonly isOnTop: boolean;
  /** It stands in the title of a table of effects or of the business, whose figures are told in a unit of their own. */
  readonly isOfEffects: boolean;
}

/** "単位：千円" and the like, wherever they stand. */
export function unitStatements(grid: Grid): UnitStatement[] {
  const found: UnitStatement[] = [];
  let above = 0;
  for (const row of grid.sheet.rows) {
    if (!row.cells.every(isBlank)) above++;
    for (const cell of row.cells) {
      if (typeof cell.value !== "string" || cell.value.length > 60 || !cell.value.includes("円")) continue;
      if (cell.value.length > 6 && !/[位(（]/.test(cell.value)) continue;
      const folded = compact(cell.value);
      const isAlone = row.cells.every((other) => other === cell || isBlank(other));
      if (!/単位.{0,6}円|^[(]?(?:千円|百万円|万円|円)[)]?$/.test(folded) && !(isAlone && IN_A_TITLE.test(folded)))
        continue;
      // 生産高 | 千円 | 8,200 says it of its own row.
      if (!folded.includes("単位") && row.cells.some((other) => other !== cell && isFigure(other))) continue;
      const beside = row.cells.findLast((other) => other.column < cell.column && !isBlank(other))?.value;
      const title = saysUnitOfMoney(folded) ? compact(String(beside ?? "")) : folded;
      found.push({
        row: row.index,
        column: cell.column,
        scale: scaleOf(folded) ?? 1,
        isOnTop: above <= MOST_ON_TOP,
        isOfEffects: titlesEffects(title),
      });
    }
  }
  return found;
}

const MOST_ON_TOP = 8;

/** 経費（税抜・円） */
const IN_A_TITLE = /[(](?:[^()]*[・、,/])?(?:百万|千|万)?円(?:[・、,/][^()]*)?[)]$/;

/** The statement nearest above the table; else one beside its header or below it; else the first of the sheet. */
export function unitFor(table: Table, tables: readonly Table[], all: readonly UnitStatement[]): number {
  const isRightAbove = ({ row, column }: UnitStatement): boolean =>
    row < table.headerTop && row >= table.headerTop - 2 && column >= table.left && column <= table.right;
  const units = all.filter((unit) => !unit.isOfEffects || isRightAbove(unit));
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
  const inherited = units.filter((unit) => unit.row <= table.headerTop && unit.isOnTop);
  return (inherited[0] ?? units.find((unit) => unit.row > table.headerBottom && unit.row <= table.lastRow))?.scale ?? 1;
}
