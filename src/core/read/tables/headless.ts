/** Lists that nobody gave a header, which words right above them, or their own total, prove: 図面共有アプリ開発 | 720,000 … 合計 | 1,200,000. */
import type { ColumnChoice } from "../../decisions/decision";
import { add, compare, ZERO, type Fraction } from "../../money/fraction";
import { readDay } from "../../text/date";
import { compact } from "../../text/fold";
import { textOf, type Grid } from "../../workbook/grid";
import { sampleOf } from "../columns/amount-values";
import { multiplyTo } from "../columns/product";
import { isSaidToCount } from "../columns/said-to-count";
import { moneyOf } from "../records/values";
import { isTotalWord } from "../words/total-words";
import { tableAt } from "./find";

const ROWS_CHECKED = 200;
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
  const proven = [...columns].flatMap((column) => provenIn(grid, column) ?? []);
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

/** Two columns that multiply to the amounts in two of three rows, and in two at least: the greater figures are the prices. */
function factorsIn(grid: Grid, { item, amount, firstRow }: List): ColumnChoice["columns"] {
  const rows = sampleOf(tableAt(grid, firstRow, [item, amount])).map(
    ({ figures }) => new Map(figures.map(({ column, value }) => [column, value])),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((column) => column !== amount);
  for (const [index, first] of columns.entries())
    for (const second of columns.slice(index + 1)) {
      const having = rows.filter((row) => row.has(amount) && row.has(first) && row.has(second));
      const at = (row: ReadonlyMap<number, number>, column: number): number => row.get(column) ?? 0;
      const made = having.filter((row) => multiplyTo([at(row, first), at(row, second)], at(row, amount)));
      if (made.length < 2 || made.length * 3 < having.length * 2) continue;
      const sum = (column: number): number => having.reduce((all, row) => all + at(row, column), 0);
      const [price, count] = sum(first) > sum(second) ? [first, second] : [second, first];
      return [
        { field: "unitPrice", column: price },
        { field: "quantity", column: count },
      ];
    }
  return [];
}

/** Words in the same column beside each figure, and below them what they come to, beside a word for a sum or none. */
function provenIn(grid: Grid, amount: number): List | null {
  let list: { item: number; firstRow: number; of: number; sum: Fraction } | null = null;
  for (const { index, cells } of grid.sheet.rows.slice(0, ROWS_CHECKED)) {
    const yen = moneyOf(grid.own(index, amount), 1)?.yen ?? null;
    const texts = cells.filter((cell) => cell.column < amount && textOf(cell) !== null);
    // When it was says what it was only where no other words do; 一、 and 金 never do.
    const words = texts.find((cell) => namesSomething(textOf(cell) ?? "")) ?? texts[0];
    if (yen === null) continue;
    const isSum = list !== null && compare(list.sum, yen) === 0;
    // Without a word the sum has to say more.
    if (words === undefined && !(isSum && (list?.of ?? 0) > FEWEST_LINES)) continue;
    if (list !== null && (words === undefined || isTotalWord(String(words.value))))
      return isSum && list.of >= FEWEST_LINES ? { item: list.item, amount, firstRow: list.firstRow } : null;
    if (words === undefined) continue;
    list ??= { item: words.column, firstRow: index, of: 0, sum: ZERO };
    list = { ...list, of: list.of + 1, sum: add(list.sum, yen) };
  }
  return null;
}

const namesSomething = (text: string): boolean => readDay(text) === null && !NUMBERS.test(compact(text));
const NUMBERS = /^[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zア-ン金])[).、,]*$/;

function isAppliedFor(grid: Grid, { item, amount, firstRow }: List): boolean {
  const table = tableAt(grid, firstRow, [item, amount]);
  const header = table.columns.find(({ column }) => column === amount)?.text ?? "";
  return isSaidToCount(table, compact(header), amount);
}
