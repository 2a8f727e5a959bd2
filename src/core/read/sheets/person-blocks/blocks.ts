/** The blocks of a sheet, and from where to where they stand. */
import { compact } from "../../../text/fold";
import { isBlank, textOf } from "../../../workbook/grid";
import type { Cell, Row, Sheet } from "../../../workbook/workbook";
import { filledIn } from "../../tables/title-rows";
import { isFigure } from "../table-header";
import { blockOf, type Block, type Bounds } from "./block";
import { isMonth, monthTablesOf, type MonthTable } from "./months";

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly top: number;
  readonly bottom: number;
}

/** null where the sheet holds none, or figures between the blocks that are not theirs. */
export function blocksOf(sheet: Sheet): Blocks | null {
  const tables = monthTablesOf(sheet);
  const blocks = tables.flatMap((table) => blockOf(sheet, table, boundsOf(table, tables)) ?? []);
  if (blocks.length === 0) return null;
  const top = Math.min(...blocks.map((block) => block.top));
  const last = Math.max(...blocks.map((block) => block.bottom));
  const unfilled = tables.filter((table) => table.header.index > last && isUnfilled(table));
  const bottom = Math.max(last, ...unfilled.map((table) => table.bottom));
  const isTaken = (row: Row): boolean => blocks.some(({ rows }) => rows.has(row.index)) || isSum(row);
  const isStray = (row: Row): boolean =>
    row.index > top && row.index < bottom && !isTaken(row) && row.cells.some(saysFigure);
  return sheet.rows.some(isStray) ? null : { blocks, top, bottom };
}

/** Tables beside each other part the columns; what is above one begins below the last table over it. */
function boundsOf(table: MonthTable, tables: readonly MonthTable[]): Bounds {
  const beside = tables.filter(({ header }) => header.index === table.header.index);
  const next = beside[beside.indexOf(table) + 1];
  const over = tables.filter(({ bottom }) => bottom < table.header.index);
  return {
    above: Math.max(0, ...over.map(({ bottom }) => bottom)),
    left: beside[0] === table ? 1 : table.corner.column,
    right: next === undefined ? Infinity : next.corner.column - 1,
  };
}

const saysFigure = (cell: Cell): boolean =>
  !isBlank(cell) && isFigure(cell) && cell.value !== 0 && !isMonth(cell, cell);

/** A block more of the form, of nobody. */
const isUnfilled = ({ corner, months }: MonthTable): boolean =>
  !months.some(({ cells }) => cells.some((cell) => cell.column !== corner.column && saysFigure(cell)));

/** 従業員費 小計 | 95 | 198,900 between the blocks. */
function isSum(row: Row): boolean {
  const [first] = filledIn(row);
  return first !== undefined && !isFigure(first) && /計$/.test(compact(textOf(first) ?? ""));
}
