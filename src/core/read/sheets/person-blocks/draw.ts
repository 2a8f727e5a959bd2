/**
 * Labour told person by person, in blocks or sheets: 氏名 | 鬼塚 剛 and the like in pairs, and the months below each other under 月 | 従事時間 |
 * 金額. Drawn anew as two tables: one row a person, and one row a person and month.
 */
import { redrawn, type DrawnRow, type Place, type Redrawn } from "../../../workbook/redrawn";
import type { Row, Sheet } from "../../../workbook/workbook";
import { filledIn } from "../../tables/title-rows";
import { blocksOf, type Blocks } from "./blocks";
import type { Stands } from "./cells";
import type { DrawnColumn } from "./drawn-column";
import { isOf } from "./labels";
import { monthColumns, workedMonths } from "./month-columns";
import { tellBasePay } from "./pairs";
import { personColumns } from "./person-columns";
import { splitPairs } from "./split-pairs";

interface PersonsDrawn {
  readonly drawing: Redrawn;
  /** The row of the drawing that heads the persons; null where only their months are told. */
  readonly header: number | null;
}

const MOST_ROWS = 2_000;
const ROWS_CHECKED = 60;

/** null where no labour is told so. */
export function drawPersons(sheet: Sheet): PersonsDrawn | null {
  if (sheet.rows.length > MOST_ROWS || !sheet.rows.slice(0, ROWS_CHECKED).some(namesPerson)) return null;
  const blocks = blocksOf({ ...sheet, rows: sheet.rows.map(splitPairs) });
  return blocks === null ? null : drawnAnew(sheet, blocks);
}

const namesPerson = (row: Row): boolean => filledIn(splitPairs(row)).some((cell) => isOf(cell, "person"));

function drawnAnew(sheet: Sheet, { blocks, top, bottom }: Blocks): PersonsDrawn {
  const rows: DrawnRow[] = [];
  let next = top;
  const draw = (from: number, cells: readonly (Stands | null)[]): void => {
    const stands = new Map(cells.flatMap((one, at): [number, Stands][] => (one === null ? [] : [[at + 1, one]])));
    const placeOf = (column: number): Place => {
      const one = stands.get(column);
      return one === undefined ? { row: from, column } : { row: one.row, column: Math.floor(one.cell.column) };
    };
    const drawn = [...stands].map(([column, { cell }]) => ({ ...cell, column }));
    rows.push({ row: { index: next++, hidden: false, cells: drawn }, from, placeOf });
  };
  const table = <T>(columns: readonly DrawnColumn<T>[], entries: readonly T[], rowOf: (entry: T) => number): void => {
    const heads = columns.map(({ word, head }) => ({ ...head, cell: { ...head.cell, value: word, formula: null } }));
    draw((columns.at(-1) as DrawnColumn<T>).head.row, heads);
    for (const entry of entries)
      draw(
        rowOf(entry),
        columns.map((column) => column.cell(entry)),
      );
  };
  const isPaid = blocks.some(({ rate, pairs }) => rate !== null || tellBasePay(pairs));
  const header = isPaid ? next : null;
  if (isPaid) {
    table(personColumns(blocks), blocks, ({ person }) => person.value.row);
    next++;
  }
  table(monthColumns(blocks), workedMonths(blocks), ({ row }) => row.index);
  const shift = Math.max(0, next - 1 - bottom);
  const drawing = redrawn(
    sheet,
    [
      ...sheet.rows.filter(({ index }) => index < top).map((row) => ({ row, from: row.index })),
      ...rows,
      ...sheet.rows
        .filter(({ index }) => index > bottom)
        .map((row) => ({ row: { ...row, index: row.index + shift }, from: row.index })),
    ],
    sheet.merges.filter((area) => area.bottom < top),
    false,
  );
  return { drawing, header };
}
