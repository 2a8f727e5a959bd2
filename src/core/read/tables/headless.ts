/** Lists that nobody gave a header, which words right above them, or their own total, prove: 図面共有アプリ開発 | 720,000 … 合計 | 1,200,000. */
import type { ColumnChoice } from "../../decisions/decision";
import { add, compare, toNumber, ZERO } from "../../money/fraction";
import { readDay } from "../../text/date";
import { compact } from "../../text/fold";
import { textOf, type Grid } from "../../workbook/grid";
import type { Cell } from "../../workbook/workbook";
import { sampleOf } from "../columns/amount-values";
import { multiplyTo } from "../columns/product";
import { isSaidToCount } from "../columns/said-to-count";
import { moneyOf } from "../records/values";
import { digitsOf } from "../sums/yen";
import { isTotalWord } from "../words/total-words";
import { tableAt } from "./find";

const ROWS_CHECKED = 200;
const MOST_COLUMNS = 500;
/** Any two of them may make a third. */
const MOST_FACTORS = 24;
const FEWEST_LINES = 2;

interface List {
  readonly item: number;
  readonly amount: number;
  readonly firstRow: number;
}

/**
 * Which column of such a list holds the items, and which the amounts; null where no total proves one, or several prove
 * several and the sheet does not say which of them is applied for.
 */
export function provenList(grid: Grid): ColumnChoice["columns"] | null {
  const columns = new Set(grid.sheet.rows.slice(0, ROWS_CHECKED).flatMap(({ cells }) => cells.map((it) => it.column)));
  const proven = [...columns].slice(0, MOST_COLUMNS).flatMap((column) => provenIn(grid, column) ?? []);
  const [first, ...more] = proven;
  const chosen = more.length === 0 ? first : proven.find((list) => isAppliedFor(grid, list));
  return chosen === undefined ? null : columnsOf(grid, chosen);
}

/** The same of a list right below words that it is applied for: DX補助金に出すもの, also on the tab. No total need prove it. */
export function titledList(grid: Grid): ColumnChoice["columns"] | null {
  const rows = grid.sheet.rows.slice(0, ROWS_CHECKED);
  const top = rows.find(({ cells }) => cells.some((cell) => textOf(cell) !== null));
  const tab = { text: grid.name, row: (top?.index ?? 1) - 1, column: top?.cells[0]?.column ?? 1 };
  const titles = rows.flatMap(({ index, cells }) =>
    cells.flatMap((cell) => ({ text: textOf(cell) ?? "", row: index, column: cell.column })),
  );
  for (const { text, row, column } of [...titles, tab]) {
    const isTitle = APPLIED_FOR.test(compact(text)) && !NOT_APPLIED.test(text);
    const list = isTitle ? listBelow(grid, row, column) : null;
    if (list !== null) return columnsOf(grid, list);
  }
  return null;
}

const GRANT = "(?:補助|助成)金(?:[(][^()]*[)])?";
const APPLIED_FOR = new RegExp(
  `${GRANT}(?:で|に|を使って|を使い)(?:申請|出す|出したい|頼む|頼みたい|お願い|買う|買いたい|購入|導入|入れ|使う|使いたい|やる|やりたい|充て)|(?:申請|要望)(?:する|したい)(?:もの|物|経費|費用|品|内容|リスト|一覧)`,
);
const NOT_APPLIED = /ない|せず|ません|対象外|前回|去年|昨年/;

/** Items in the column of the title, from the row below it, the last figure of each in one column at their right. */
function listBelow(grid: Grid, title: number, item: number): List | null {
  const amountIn = (row: number): number | null => {
    const cells = textOf(grid.own(row, item)) === null ? [] : (grid.row(row)?.cells ?? []);
    return cells.findLast((cell) => cell.column > item && moneyOf(cell, 1)?.yen != null)?.column ?? null;
  };
  const firstRow = [title + 1, title + 2].find((row) => amountIn(row) !== null) ?? title + 1;
  const amount = amountIn(firstRow);
  let of = 0;
  while (amount !== null && amountIn(firstRow + of) === amount) of++;
  return amount === null || of < FEWEST_LINES ? null : { item, amount, firstRow };
}

const columnsOf = (grid: Grid, list: List): ColumnChoice["columns"] => [
  { field: "description", column: list.item },
  { field: "amount", column: list.amount },
  ...factorsIn(grid, list),
];

type FiguresByColumn = ReadonlyMap<number, number>;

/** Two columns that multiply to the amounts in two of three rows, and in two at least: the greater figures are the prices. */
function factorsIn(grid: Grid, { item, amount, firstRow }: List): ColumnChoice["columns"] {
  const rows = sampleOf(tableAt(grid, firstRow, [item, amount])).map(
    ({ figures }) => new Map(figures.map(({ column, value }) => [column, value])),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const pair = pairMaking(
    rows,
    columns,
    amount,
    ({ having, made }) => made.length >= 2 && made.length * 3 >= having.length * 2,
  );
  if (pair === null) return [];
  const sum = (column: number): number => pair.having.reduce((all, row) => all + (row.get(column) ?? 0), 0);
  const [first, second] = pair.columns;
  const [price, count] = sum(first) > sum(second) ? [first, second] : [second, first];
  return [
    { field: "unitPrice", column: price },
    { field: "quantity", column: count },
  ];
}

interface Pair {
  readonly columns: readonly [number, number];
  /** The rows that have all three figures, and of these those where two of them make the amount. */
  readonly having: readonly FiguresByColumn[];
  readonly made: readonly FiguresByColumn[];
}

/** The first two columns whose figures multiply to those of a third, so that it is enough. */
function pairMaking(
  rows: readonly FiguresByColumn[],
  columns: readonly number[],
  amount: number,
  isEnough: (pair: Pair) => boolean,
): Pair | null {
  const others = columns.filter((column) => column !== amount);
  for (const [at, first] of others.entries())
    for (const second of others.slice(at + 1)) {
      const having = rows.filter((row) => row.has(amount) && row.has(first) && row.has(second));
      const made = having.filter((row) =>
        multiplyTo([row.get(first) ?? 0, row.get(second) ?? 0], row.get(amount) ?? 0),
      );
      const pair = { columns: [first, second], having, made } as const;
      if (isEnough(pair)) return pair;
    }
  return null;
}

/** Words beside each figure, and below them what they come to, beside a word for a sum, none, or one that nobody foresaw. */
function provenIn(grid: Grid, amount: number): List | null {
  const rows: number[] = [];
  let sum = ZERO;
  for (const { index, cells } of grid.sheet.rows.slice(0, ROWS_CHECKED)) {
    const yen = moneyOf(grid.own(index, amount), 1)?.yen ?? null;
    // A prepared form of zeros sums up everywhere.
    if (yen === null || yen.n === 0n) continue;
    const words = wordsBeside(cells, amount);
    const isSum = rows.length >= FEWEST_LINES && compare(sum, yen) === 0;
    const isSure = isSum && rows.length > FEWEST_LINES && rows.length + digitsOf(toNumber(yen)) >= FEWEST_SIGNS;
    // Without a word, or under one that is none for a sum, the sum has to say more.
    if (isSure || (rows.length > 0 && words !== null && isTotalWord(words)))
      return isSum ? { item: itemIn(grid, rows, amount), amount, firstRow: rows[0] as number } : null;
    if (words === null) continue;
    rows.push(index);
    sum = add(sum, yen);
  }
  return null;
}

/** Lines and digits without final zeros: so many make no chance of a sum under any word. */
const FEWEST_SIGNS = 6;

/** What a row says: left of its figure, or right of it where nothing stands left. When it was says it only where nothing else does; 一、 and 金 never do. */
function wordsBeside(cells: readonly Cell[], amount: number): string | null {
  const texts = cells.filter((cell) => cell.column !== amount && textOf(cell) !== null);
  const left = texts.filter(({ column }) => column < amount);
  const beside = left.length > 0 ? left : texts;
  return textOf(beside.find((cell) => namesSomething(textOf(cell) ?? "")) ?? beside[0]);
}

/** Of columns with words in most rows the first that tells them apart: what a whole block of rows says is where, or who pays. */
function itemIn(grid: Grid, rows: readonly number[], amount: number): number {
  const said = (column: number): string[] =>
    rows.map((row) => textOf(grid.own(row, column)) ?? "").filter((text) => text !== "" && namesSomething(text));
  const columns = new Set(rows.flatMap((row) => (grid.row(row)?.cells ?? []).map(({ column }) => column)));
  const saying = [...columns].filter((column) => column !== amount && said(column).length > 0).sort((a, b) => a - b);
  const isWhole = (column: number): boolean => said(column).length * 3 >= rows.length * 2;
  const tellsApart = (column: number): boolean => new Set(said(column)).size * 2 > rows.length;
  return saying.find((column) => isWhole(column) && tellsApart(column)) ?? saying[0] ?? amount;
}

/**
 * The same where no total proves it, but prices and counts do: in three rows of four they make the amount, and not all counts
 * are 1.
 */
export function pricedList(grid: Grid): ColumnChoice["columns"] | null {
  const indexOf = new Map<FiguresByColumn, number>();
  for (const { index, cells } of grid.sheet.rows.slice(0, ROWS_CHECKED)) {
    if (!cells.some((cell) => textOf(cell) !== null)) continue;
    const yen = cells.map((cell) => [cell.column, moneyOf(cell, 1)?.yen ?? null] as const);
    indexOf.set(new Map(yen.flatMap(([column, of]) => (of === null ? [] : [[column, toNumber(of)] as const]))), index);
  }
  const rows = [...indexOf.keys()];
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, MOST_FACTORS);
  for (const amount of columns) {
    const pair = pairMaking(rows, columns, amount, ({ columns: factors, having, made }) => {
      const several = made.filter((row) => factors.every((column) => row.get(column) !== 1));
      const yen = made.reduce((sum, row) => sum + (row.get(amount) ?? 0), 0);
      const isMost = made.length > FEWEST_LINES && made.length * 4 >= having.length * 3;
      return isMost && several.length >= 2 && yen >= LEAST_YEN * made.length;
    });
    if (pair === null) continue;
    const lines = pair.made.map((row) => indexOf.get(row) as number);
    return columnsOf(grid, { item: itemIn(grid, lines, amount), amount, firstRow: lines[0] as number });
  }
  return null;
}

/** On average a line: weights and parts by the piece come to less. */
const LEAST_YEN = 1_000;

const namesSomething = (text: string): boolean => readDay(text) === null && !NUMBERS.test(compact(text));
const NUMBERS = /^[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zア-ン金])[).、,]*$/;

function isAppliedFor(grid: Grid, { item, amount, firstRow }: List): boolean {
  const table = tableAt(grid, firstRow, [item, amount]);
  const header = table.columns.find(({ column }) => column === amount)?.text ?? "";
  return isSaidToCount(table, compact(header), amount);
}
