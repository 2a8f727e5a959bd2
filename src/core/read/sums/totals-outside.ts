/** Totals above a table or beside it, whose formula sums its amounts: told is what they leave out. */
import { add, compare, floor } from "../../money/fraction";
import { oneLine } from "../../text/fold";
import { textOf } from "../../workbook/grid";
import { cellIn, type Cell, type Row } from "../../workbook/workbook";
import type { TotalRow } from "../reading";
import { sumOfLines } from "../records/lines";
import { moneyOf } from "../records/values";
import { formulaSense, maySum } from "../rows/formula";
import type { Page, Part } from "../tables/part";
import { isTotalWord } from "../words/total-words";
import type { RowRange } from "./roles";

/** Most of the lines: a sum of fewer is that of a group. */
const MOST = 0.6;

export interface TotalOutside {
  readonly part: Part;
  readonly total: TotalRow;
}

/** Of the tables that count, on sheets that are read as they stand. */
export function totalsOutside(counted: readonly Part[], pages: readonly Page[]): TotalOutside[] {
  return pages.flatMap((page) => {
    const parts = counted.filter(({ table }) => table.grid === page.grid);
    if (page.redrawn !== null || parts.length === 0) return [];
    const isIn = (row: Row, cell: Cell | undefined): boolean =>
      cell === undefined || parts.some((part) => holds(part, row, cell));
    return page.grid.sheet.rows
      .filter((row) => !isIn(row, row.cells[0]) || !isIn(row, row.cells.at(-1)))
      .flatMap((row) =>
        row.cells
          .filter((cell) => cell.formula !== null && !isIn(row, cell) && maySum(cell.formula))
          .flatMap((cell) => parts.flatMap((part) => totalIn(part, row, cell))),
      );
  });
}

function holds({ table, rows }: Part, row: Row, { column }: Cell): boolean {
  const last = rows?.lastRow ?? table.lastRow;
  return row.index >= table.headerTop && row.index <= last && column >= table.left && column <= table.right;
}

function totalIn(part: Part, row: Row, cell: Cell): TotalOutside[] {
  const { table, columns, rows, scale } = part;
  const lines = rows?.lines ?? [];
  const amount = columns.find(({ field, isChosen }) => field.startsWith("amount") && isChosen === true);
  const exact = moneyOf(cell, amount?.scale ?? scale)?.yen ?? null;
  const label = labelOf(part, row, cell);
  if (amount === undefined || exact === null || label === null) return [];
  const own = (column: number): boolean => column >= amount.column && column <= amount.right;
  const { sums } = formulaSense(cell.formula ?? "", own(cell.column) ? row.index : 0, own);
  if (sums === null) return [];
  const missed = lines.filter(({ line }) => !isSummed(sums, line.row));
  if (missed.length > lines.length * (1 - MOST)) return [];
  const whole = add(exact, sumOfLines(missed));
  const ref = { sheet: table.grid.name, row: row.index, column: cell.column };
  const total: TotalRow = {
    sheet: table.grid.name,
    row: row.index,
    cell: ref,
    label,
    amount: floor(exact),
    amountExact: exact,
    candidates: [{ yen: floor(whole), exact: whole, of: "all" }],
    formula: cell.formula,
  };
  return [{ part, total }];
}

const isSummed = (sums: readonly RowRange[], row: number): boolean =>
  sums.some(({ from, to }) => from <= row && row <= to);

/** The word for a sum left of it in its row, or right above it; null where there is none. */
function labelOf({ table: { grid } }: Part, row: Row, { column }: Cell): string | null {
  const left = row.cells.filter((cell) => cell.column < column && textOf(cell) !== null).at(-1);
  const above = grid.row(row.index - 1);
  const texts = [textOf(left), above === undefined ? null : textOf(cellIn(above, column))];
  const found = texts.find((text) => text !== null && isTotalWord(withoutRemarks(text))) ?? null;
  return found === null ? null : oneLine(found);
}

/** 合計/１枚, 合計金額（税抜） */
const withoutRemarks = (text: string): string => text.replace(/[(（/／].*$|[:：]\s*$/, "");

/** Whether one of them is the sum of all its table's lines. */
export const isSummedOutside = (part: Part, outside: readonly TotalOutside[]): boolean =>
  outside.some(
    ({ part: other, total: { amountExact } }) =>
      other === part && amountExact !== null && compare(sumOfLines(part.rows?.lines ?? []), amountExact) === 0,
  );
