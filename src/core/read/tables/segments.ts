/** Which stretches of a row head tables: several may stand beside each other, and blank columns may part one. */
import { compact } from "../../text/fold";
import { Grid, isBlank, textOf } from "../../workbook/grid";
import type { Cell, TableObject } from "../../workbook/workbook";
import type { Header } from "../words/headers";
import { headsGains, headsItemsGained, saysStates } from "../words/effects";
import { ITEM_FIELDS } from "../words/item-fields";
import { type Hit, headerOfCell, isDescriptor, isFigure, measures, measuresOrPrices } from "./header-cells";
import { FEWEST_MONTHS, isHeader } from "./header-row";

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
  for (const found of joinPieces(grid, row, pieces)) {
    const piece = withItemsAtLeft(grid, row, found);
    const first = piece[0];
    if (first !== undefined && (isHeader(piece) || (pieces.length > 1 && isListBeside(grid, row, piece))))
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

/** An empty column inside a table parts its header in two: what is no table by itself belongs together. */
function joinPieces(grid: Grid, row: number, pieces: readonly Hit[][]): Hit[][] {
  const joined: Hit[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = joined[joined.length - 1];
    const gap = before === undefined ? Infinity : (piece[0]?.column ?? 0) - (before[before.length - 1]?.right ?? 0);
    // Items that nobody merged run over the blank columns beside them, as far as they are long.
    const needEachOther = before !== undefined && !isWhole(before) && !isWhole(piece);
    const isOne =
      before !== undefined &&
      gap <= (needEachOther ? WIDEST_GAP : 3) &&
      !(isWhole(before) && isOfEffects(grid, row, piece)) &&
      !(isWhole(before) && before.some(measures) && isListBeside(grid, row, piece)) &&
      !(isWhole(before) && (isWhole(piece) || beginsAnother(piece, pieces.slice(index + 1)))) &&
      ((isPlain(before) && isPlain(piece)) || goTogether(grid, row, before, piece));
    if (isOne) before.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

const WIDEST_GAP = 20;

/** 対象 | 現状 | 導入後 | 削減額 beside a budget. */
function isOfEffects(grid: Grid, row: number, piece: readonly Hit[]): boolean {
  const words = piece.map(({ column }) => textOf(grid.own(row, column)) ?? "");
  return (
    words.length > 1 &&
    (saysStates(words) || headsItemsGained(words[0] as string) || headsGains(words.at(-1) as string))
  );
}

/** It says what its rows are about, and what they come to is said behind another blank column. */
function beginsAnother([first]: readonly Hit[], rest: readonly (readonly Hit[])[]): boolean {
  const says = (hit: Hit | undefined, words: ReadonlySet<string>): boolean =>
    hit?.header?.fields.some((field) => words.has(field)) === true;
  return says(first, SUBJECTS) && rest.some((hits) => hits.some((hit) => says(hit, MATTERS)));
}

/** Most rows below have something on both sides, and a figure on the right: they are one table's. */
function goTogether(grid: Grid, header: number, before: readonly Hit[], piece: readonly Hit[]): boolean {
  let [both, either, figures, last] = [0, 0, 0, header];
  // Without a column that says what its rows are about, the piece is hardly a table of its own.
  const isDependent = !piece.some((hit) => isSubject(hit) && !headsFigures(grid, header, hit));
  const share = isDependent ? 0.5 : 0.8;
  const isOne = (): boolean => {
    // What lacks its amount and the amount itself need each other.
    const needsOther = !before.some(measures) && piece.some(measures) && both === either;
    return both >= (needsOther ? 1 : 2) && both >= either * share && figures >= 1;
  };
  for (const { index, cells } of grid.rowsBetween(header + 1, header + 12)) {
    // Below a blank row may stand a stamp box or another table.
    if (isDependent && index - last > 1 && isOne()) return true;
    last = index;
    const under = (hits: readonly Hit[]): readonly Cell[] =>
      cells.filter(
        (cell) => !isBlank(cell) && hits.some((hit) => cell.column >= hit.column && cell.column <= hit.right),
      );
    const [left, right] = [under(before), under(piece)];
    if (left.length + right.length > 0) either++;
    if (left.length > 0 && right.length > 0) both++;
    if (right.some(isFigure)) figures++;
  }
  return isOne();
}

/** 費用 may head items or amounts: figures below say which. */
function headsFigures(grid: Grid, header: number, { column, right }: Hit): boolean {
  const below = grid
    .rowsBetween(header + 1, header + 12)
    .flatMap(({ cells }) => cells.filter((cell) => !isBlank(cell) && cell.column >= column && cell.column <= right));
  return below.length > 0 && below.every(isFigure);
}

/** Nothing but words that can only be headers. */
const isPlain = (hits: readonly Hit[]): boolean =>
  hits.every((hit) => hit.header !== null && hit.header.weight >= 2 && hit.header.fields.length > 0);

/** A 細目 divides an item that stands to the left of it: by itself it says of no table what its rows are about. */
const SUBJECTS = new Set<string>([
  ...[...ITEM_FIELDS].filter((field) => field !== "minor"),
  "person",
  "name",
  "member",
]);

const MATTERS = new Set<string>(["amount", "hours", "payPaid", "class", "role", "position"]);

/**
 * 事項 | 金額, 番号 | 事項 | 委託先 | 金額 beside another table: under a word that nobody foresaw stand words, and figures under
 * the amount's.
 */
function isListBeside(grid: Grid, row: number, piece: readonly Hit[]): boolean {
  const amount = piece.find(measures);
  const first = piece.find(({ header }) => header === null);
  if (first === undefined || amount === undefined || first.column > amount.column) return false;
  if (piece.some(({ figure }) => figure)) return false;
  let lines = 0;
  for (const { cells } of grid.rowsBetween(row + 1, row + 6)) {
    const at = ({ column, right }: Hit): Cell | undefined =>
      cells.find((cell) => !isBlank(cell) && cell.column >= column && cell.column <= right);
    const [words, figure] = [at(first), at(amount)];
    if (typeof words?.value === "string" && figure !== undefined && isFigure(figure)) lines++;
  }
  return lines >= 2;
}

/** 補助対象経費 may head items, but is an amount first. */
const isSubject = ({ header }: Hit): boolean =>
  header !== null && header.fields[0] !== "amount" && header.fields.some((field) => SUBJECTS.has(field));

/** It says both what its rows are about and, in another column, something of them. */
export function isWhole(hits: readonly Hit[]): boolean {
  const saying = (words: ReadonlySet<string>): Hit[] =>
    hits.filter(({ header }) => header?.fields.some((field) => words.has(field)) === true);
  const matters = saying(MATTERS);
  return hits.filter(isSubject).some((subject) => matters.some((matter) => matter !== subject));
}

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
    (header.word === first.word || (header.fields[0] === first.fields[0] && header.fields[0] !== "category")) &&
    before.some(measures) &&
    rest.some(measures)
  );
}
