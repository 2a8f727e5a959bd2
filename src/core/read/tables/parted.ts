/** Whether what a blank column parts is one table or several beside each other. */
import { type Grid, isBlank, textOf } from "../../workbook/grid";
import type { Cell, Row } from "../../workbook/workbook";
import { headsGains, headsItemsGained, saysStates } from "../words/effects";
import { saysUnitOfMoney } from "../words/headers";
import { ITEM_FIELDS } from "../words/item-fields";
import { type Hit, hitsOf, isFigure, measures } from "./header-cells";
import { isHeader } from "./header-row";
import { filledIn } from "./title-rows";

/** An empty column inside a table parts its header in two: what is no table by itself belongs together. */
export function joinPieces(grid: Grid, row: number, pieces: readonly Hit[][]): Hit[][] {
  const joined: Hit[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = joined[joined.length - 1];
    const gap = before === undefined ? Infinity : (piece[0]?.column ?? 0) - (before[before.length - 1]?.right ?? 0);
    // Items that nobody merged run over the blank columns beside them, as far as they are long.
    const ofItsOwn = isWhole(piece) && !beginsWithAmounts(grid, row, piece);
    const needEachOther = before !== undefined && !isWhole(before) && !ofItsOwn;
    const isOne =
      before !== undefined &&
      gap <= (needEachOther ? WIDEST_GAP : 3) &&
      hasFigures(before) === hasFigures(piece) &&
      !areApart(grid, row, before, piece) &&
      !(isWhole(before) && before.some(measures) && isListBeside(grid, row, piece)) &&
      !(isWhole(before) && (ofItsOwn || beginsAnother(piece, pieces.slice(index + 1)))) &&
      ((isPlain(before) && isPlain(piece)) || goTogether(grid, row, before, piece));
    if (isOne) before.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

const WIDEST_GAP = 20;

/** In a row of figures the header of another table may stand beside them. */
const hasFigures = (hits: readonly Hit[]): boolean => hits.some(({ figure }) => figure);

/** A table of effects beside a budget, whichever comes first; or a list under a title of its own. */
function areApart(grid: Grid, row: number, before: readonly Hit[], piece: readonly Hit[]): boolean {
  const [told, lists] = [isWhole(before), listsItsOwn(grid, row, piece)];
  if (told && isOfEffects(grid, row, piece)) return true;
  if (lists && isOfEffects(grid, row, before) && isHeader(piece)) return true;
  return isTitledList(grid, row, piece) && (told || isTitled(grid, row, before));
}

/** ＜作業の委託＞ above 委託する作業 | 委託先 | 委託料: a title above its first word, over items and figures of its own. */
export const isTitledList = (grid: Grid, row: number, piece: readonly Hit[]): boolean =>
  !hasFigures(piece) && isTitled(grid, row, piece) && listsItsOwn(grid, row, piece);

function isTitled(grid: Grid, row: number, [first]: readonly Hit[]): boolean {
  const above = [row - 1, row - 2].map((at) => filledIn(grid.row(at))).find((cells) => cells.length > 0) ?? [];
  const title = textOf(above.find(({ column }) => column === first?.column));
  return title !== null && !saysUnitOfMoney(title) && !above.some(isFigure);
}

/** Words under its first word and figures under another, in one row and the next. */
function listsItsOwn(grid: Grid, row: number, [first, ...others]: readonly Hit[]): boolean {
  if (first === undefined) return false;
  const isLine = ({ cells }: Row): boolean => {
    const under = ({ column, right }: Hit): Cell | undefined =>
      cells.find((cell) => !isBlank(cell) && cell.column >= column && cell.column <= right);
    const words = under(first);
    return (
      typeof words?.value === "string" &&
      !isFigure(words) &&
      others.some((hit) => {
        const cell = under(hit);
        return cell !== undefined && isFigure(cell);
      })
    );
  };
  return grid.rowsBetween(row + 1, row + 6).filter(isLine).length >= FEWEST_LINES;
}

const FEWEST_LINES = 2;

/**
 * Without 補助金をお願いするもの over もの・こと | 金額, beside a header that has its first row there already: words between blanks
 * title what begins below them.
 */
export function withoutTitles(grid: Grid, row: number, hits: readonly Hit[]): readonly Hit[] {
  const isAlone = ({ column, right }: Hit): boolean =>
    !hits.some((other) => other.right === column - 1 || other.column === right + 1);
  if (hits.length < 2 || !hits.some(isAlone)) return hits;
  const below = hitsOf(grid, row + 1);
  const isTitle = (hit: Hit, index: number): boolean => {
    if (hit.figure || !isAlone(hit)) return false;
    const next = hits[index + 1]?.column ?? Infinity;
    const own = below.filter(({ column }) => column >= hit.column && column < next);
    return (
      own[0]?.column === hit.column &&
      !hasFigures(own) &&
      below.some((other) => other.figure && !own.includes(other)) &&
      (isHeader(own) || isListBeside(grid, row + 1, own))
    );
  };
  return hits.filter((hit, index) => !isTitle(hit, index));
}

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
  const isDependent =
    beginsWithAmounts(grid, header, piece) || !piece.some((hit) => isSubject(hit) && !headsFigures(grid, header, hit));
  const share = isDependent ? 0.5 : 0.8;
  // One column is no table: 用件 right of what each trip costs. What has cells at its right below is the title of one.
  const end = piece.at(-1)?.right ?? 0;
  const below = grid.rowsBetween(header + 1, header + 12).flatMap(({ cells }) => cells);
  const isColumn = piece.length === 1 && isWhole(before) && !below.some((cell) => cell.column > end && !isBlank(cell));
  const isOne = (): boolean => {
    // What lacks its amount and the amount itself need each other.
    const needsOther = !before.some(measures) && piece.some(measures) && both === either;
    return both >= (needsOther ? 1 : 2) && (figures >= 1 ? both >= either * share : isColumn && both === either);
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

/** 費用 may head items or amounts: figures below say which, also those below the words that it stands over. */
function headsFigures(grid: Grid, header: number, { column, right }: Hit): boolean {
  const below = grid
    .rowsBetween(header + 1, header + 12)
    .map(({ cells }) => cells.filter((cell) => !isBlank(cell) && cell.column >= column && cell.column <= right))
    .filter((cells) => cells.length > 0);
  const [first, ...others] = below;
  const standsOver = right > column && first !== undefined && !first.some(isFigure);
  const lines = standsOver ? others : below;
  return lines.length > 0 && lines.flat().every(isFigure);
}

/**
 * 補助対象経費 | 説明, 合わせて | 区分: what its rows are about stands behind amounts, which belong to what stands before them.
 * Numbers of rows (番号 | 内容 | 金額) begin a table of their own.
 */
function beginsWithAmounts(grid: Grid, header: number, [first]: readonly Hit[]): boolean {
  if (first === undefined || first.figure || !(first.header === null || measures(first))) return false;
  return headsFigures(grid, header, first) && (measures(first) || !countsRows(grid, header, first));
}

/** 1, 2, 3 below a word that nobody foresaw. */
function countsRows(grid: Grid, header: number, { column }: Hit): boolean {
  const below = grid.rowsBetween(header + 1, header + 12).map(({ index }) => grid.own(index, column));
  return below.every((cell) => cell === undefined || isBlank(cell) || Number(cell.value) < LEAST_AMOUNT);
}

const LEAST_AMOUNT = 100;

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
export function isListBeside(grid: Grid, row: number, piece: readonly Hit[]): boolean {
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
