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
  /** The column of the words left of it, which it may stand beside as their unit; null where there are none. */
  readonly besideWords: number | null;
  /** Hardly more than a title stands above it: it may hold for the whole sheet. */
  readonly isOnTop: boolean;
  /** Nothing but its own row stands above: it titles the whole sheet. */
  readonly isFirst: boolean;
  /** It stands behind other words: in a title. */
  readonly isTitle: boolean;
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
      const beside = row.cells.findLast((other) => other.column < cell.column && !isBlank(other));
      const title = saysUnitOfMoney(folded) ? compact(String(beside?.value ?? "")) : folded;
      found.push({
        row: row.index,
        column: cell.column,
        scale: scaleOf(folded) ?? 1,
        besideWords: beside?.column ?? null,
        isOnTop: above <= MOST_ON_TOP,
        isFirst: above <= 1,
        isTitle: folded.replace(UNIT_ALONE, "").replace(OF_TAX, "") !== "",
        isOfEffects: titlesEffects(title),
      });
    }
  }
  return found;
}

/** 借入の状況 | （単位：千円） above a table beside another: it holds for that table alone. */
const standsInTitleOf = ({ headerTop, left, right }: Table, { row, column, besideWords }: UnitStatement): boolean =>
  row < headerTop &&
  row >= headerTop - MOST_ABOVE &&
  besideWords !== null &&
  [besideWords, column].every((at) => at >= left && at <= right);

/** 借入の状況 | （単位：千円） below the lines, right over words or figures of its own. */
const titlesWhatFollows = (grid: Grid, { row, besideWords }: UnitStatement): boolean =>
  besideWords !== null && (grid.row(row + 1)?.cells.filter((cell) => !isBlank(cell)).length ?? 0) > 1;

/** The words that it is the unit of stand right of the table, over something else there. */
const isBehind = ({ grid, right }: Table, { row, besideWords }: UnitStatement): boolean =>
  besideWords !== null &&
  besideWords > right &&
  grid
    .rowsBetween(row + 1, row + MOST_ABOVE)
    .some(({ cells }) => cells.some((cell) => cell.column >= besideWords && !isBlank(cell)));

/** A title that bears a unit speaks of what stands right below it, and of nothing behind that. */
const isOfATableAbove = ({ grid, headerTop }: Table, { row, isTitle, isFirst }: UnitStatement): boolean =>
  isTitle &&
  !isFirst &&
  grid.rowsBetween(row + 1, headerTop - 1).some(({ cells }) => cells.length > 1 && cells.some(isFigure));

const MOST_ABOVE = 3;

const MOST_ON_TOP = 8;

/** (単位:千円、税抜), 単位は千円 (税抜): no other words. */
const UNIT_ALONE = /[(]?(?:[^()]{0,6}単位[^()]*|(?:税[抜込別][・、,/])?(?:百万|千|万)?円(?:[・、,/]税[抜込別])?)[)]?/;
const OF_TAX = /^[(]?税[^()]*[)]?$/;

/** 経費（税抜・円） */
const IN_A_TITLE = /[(](?:[^()]*[・、,/])?(?:百万|千|万)?円(?:[・、,/][^()]*)?[)]$/;

/** The statement nearest above the table; else one beside its header or below it; else the first of the sheet. */
export function unitFor(table: Table, tables: readonly Table[], all: readonly UnitStatement[]): number {
  const isRightAbove = ({ row, column }: UnitStatement): boolean =>
    row < table.headerTop && row >= table.headerTop - 2 && column >= table.left && column <= table.right;
  const apart = tables.filter((other) => other.left > table.right || other.right < table.left);
  const isOfAnother = (unit: UnitStatement): boolean =>
    isBehind(table, unit) || isOfATableAbove(table, unit) || apart.some((other) => standsInTitleOf(other, unit));
  const units = all.filter((unit) => (!unit.isOfEffects || isRightAbove(unit)) && !isOfAnother(unit));
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
  // 受注額（千円） below is the title of what stands below it.
  const below = units.find(
    (unit) =>
      unit.row > table.headerBottom &&
      unit.row <= table.lastRow &&
      !unit.isTitle &&
      !titlesWhatFollows(table.grid, unit),
  );
  return (inherited[0] ?? below)?.scale ?? 1;
}
