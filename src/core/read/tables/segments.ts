/** Which stretches of a row head tables: several may stand beside each other, and blank columns may part one. */
import { compact } from "../../text/fold";
import { Grid, isBlank } from "../../workbook/grid";
import type { Cell, TableObject } from "../../workbook/workbook";
import type { Header } from "../words/headers";
import { type Hit, headerOfCell, isDescriptor, isFigure, measures, measuresOrPrices } from "./header-cells";
import { FEWEST_MONTHS, isHeader, isPairs } from "./header-row";
import { isListBeside, isTitledList, joinPieces } from "./parted";

export const wholeRow = (hits: readonly Hit[]): Segment => ({
  left: Math.min(...hits.map(({ column }) => column)),
  right: Math.max(...hits.map(({ right }) => right)),
  hits,
  object: null,
});

export interface Segment {
  readonly left: number;
  readonly right: number;
  readonly hits: readonly Hit[];
  readonly object: TableObject | null;
}

export function segmentsOf(grid: Grid, row: number, hits: readonly Hit[], objects: readonly TableObject[]): Segment[] {
  const segments: Segment[] = [];
  for (const object of objects) {
    const inside = hits.filter((hit) => hit.column >= object.area.left && hit.column <= object.area.right);
    if (inside.length >= 2) segments.push({ left: object.area.left, right: object.area.right, hits: inside, object });
  }
  const free = hits.filter(
    (hit) => !segments.some((segment) => hit.column >= segment.left && hit.column <= segment.right),
  );
  const pieces: Hit[][] = [];
  let current: Hit[] = [];
  let begun = 0;
  for (const [index, hit] of free.entries()) {
    const previous = current[current.length - 1];
    if (previous !== undefined) {
      const apart = hit.column > previous.right + 1 && emptyBetween(grid, row, previous.right + 1, hit.column - 1);
      const again = startsAgain(free.slice(begun, index), free.slice(index));
      if (again) begun = index;
      if (apart || again) {
        pieces.push(current);
        current = [];
      }
    }
    current.push(hit);
  }
  if (current.length > 0) pieces.push(current);
  const heads = (piece: readonly Hit[]): boolean =>
    isHeader(piece) ||
    (pieces.length > 1 && !isPairs(piece) && (isListBeside(grid, row, piece) || isTitledList(grid, row, piece)));
  for (const found of joinPieces(grid, row, pieces)) {
    const piece = withItemsAtLeft(grid, row, found);
    const first = piece[0];
    if (first !== undefined && heads(piece))
      segments.push({
        left: first.column,
        right: Math.max(...piece.map((hit) => hit.right)),
        hits: piece,
        object: null,
      });
  }
  return segments.sort((a, b) => a.left - b.left);
}

/** Of a column of items without a header. */
export const ITEMS: Header = { fields: ["description"], weight: 1, tax: null, scale: null, word: "", month: false };

/**
 * 数量 | 単価 | 金額 right of texts without a header of their own, or under one merged down: the texts are the items. Their
 * column belongs to the header. So of 4月 | 5月 | 6月 where a sum among the texts says that they are what is spent.
 */
function withItemsAtLeft(grid: Grid, row: number, piece: Hit[]): Hit[] {
  const [first] = piece;
  const measured = piece.filter(({ header }) => header !== null && measuresOrPrices(header));
  if (first === undefined || first.column === 1) return piece;
  const months = piece.filter(({ header }) => header?.month === true).length;
  const isSpent = (): boolean => months >= FEWEST_MONTHS && sumsSpending(grid, row, first.column - 1);
  if ((measured.length < 2 || !measured.some(measures)) && !isSpent()) return piece;
  if (piece.some(({ header }) => isDescriptor(header))) return piece;
  const column = first.column - 1;
  const above = grid.cell(row, column);
  let [texts, rows] = [0, 0];
  for (const { cells } of grid.rowsBetween(row + 1, row + 6)) {
    const has = (test: (cell: Cell) => boolean): boolean => cells.some((cell) => !isBlank(cell) && test(cell));
    if (!has((cell) => cell.column >= first.column && isFigure(cell))) continue;
    rows++;
    if (has((cell) => cell.column === column && typeof cell.value === "string" && !isFigure(cell))) texts++;
  }
  if (texts < 2 || texts * 10 < rows * 7) return piece;
  const header = isBlank(above) ? ITEMS : headerOfCell(above as Cell);
  return [{ column, right: column, header, figure: false, counted: false, cost: false }, ...piece];
}

/** 支出合計, 経費計 below in the column; attendees and hours by the month are summed, too. */
function sumsSpending(grid: Grid, row: number, column: number): boolean {
  for (const { cells } of grid.rowsBetween(row + 1, row + MOST_ITEMS)) {
    const words = cells.find((cell) => cell.column === column)?.value;
    if (typeof words === "string" && SUM_OF_SPENDING.test(compact(words))) return true;
  }
  return false;
}

const SUM_OF_SPENDING = /^(?:総?支出|出費|総?経費|総?費用)(?:の?部)?(?:合計|小計|計|総額)(?:額|金額)?$/;
const MOST_ITEMS = 60;

/** Whether columns hold nothing around a header row: then two tables stand beside each other. */
function emptyBetween(grid: Grid, row: number, from: number, to: number): boolean {
  for (let column = from; column <= to; column++) {
    let empty = true;
    for (let at = row; at <= row + 8 && empty; at++) empty = isBlank(grid.cell(at, column));
    if (empty) return true;
  }
  return false;
}

/** 科目 | 金額 | 科目 | 金額: the second 科目 begins another table, as one amount lies before it and another behind it. */
function startsAgain(before: readonly Hit[], rest: readonly Hit[]): boolean {
  const [hit] = rest;
  if (hit === undefined) return false;
  const first = before.find((earlier) => earlier.header !== null && earlier.header.fields.length > 0)?.header;
  const header = hit.header;
  if (first === undefined || first === null || header === null || header.fields.length === 0) return false;
  if (!["category", "major", "description", "no", "person", "member"].includes(header.fields[0] as string))
    return false;
  return (
    (header.word === first.word ||
      // 摘要 behind 品名 may be its remarks.
      (header.fields[0] === first.fields[0] && header.fields[0] !== "category" && !header.fields.includes("note"))) &&
    before.some(measures) &&
    rest.some(measures)
  );
}
