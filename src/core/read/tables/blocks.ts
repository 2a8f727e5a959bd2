/**
 * Lumps that a table breaks down further below: 架台工事 | 一式 | 1,160,000, and under the heading 架台工事 items that come to as
 * much. Each such block is a table of its own, so that it can be seen to repeat its lump (`relations/repeats.ts`).
 */
import { add, compare, isSameYen, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import { once } from "../../text/recalled";
import { isFigure } from "../../text/number";
import { isBlank, textOf } from "../../workbook/grid";
import type { Row } from "../../workbook/workbook";
import { moneyOf } from "../records/values";
import { withoutNumbering } from "../words/categories";
import { isTotalWord } from "../words/total-words";
import type { Table } from "./table";

/** Longer tables are lists of items, and nobody breaks them down below. */
const MOST_ROWS = 2_000;
/** A heading: A | 架台工事, or 架台工事 | 1 | 式 | 1,160,000 once more. */
const MOST_WORDS = 3;
const MOST_FIGURES = 2;
const LONGEST = 40;

/** A row of the table; its figures by column and its names are asked of few rows. */
interface Told {
  readonly row: Row;
  /** Cells that hold numbers: not all of its figures. */
  readonly numbers: number;
  readonly figures: () => ReadonlyMap<number, Fraction>;
  readonly words: () => readonly string[];
}

interface Block {
  readonly heading: Told;
  readonly title: string;
}

/** 架台工事 of １．架台工事, 【架台工事 内訳】 and 架台工事の明細書. */
export const lumpNamed = (text: string): string =>
  compact(withoutNumbering(text)).replace(/の?(?:内訳|明細)(?:書|表)?$/, "");

/** The table itself; or what stands above the blocks that break its lumps down, and each of them. */
export function blocksOf(table: Table): readonly Table[] {
  const blocks = table.object === null ? blocksIn(table) : [];
  const [first] = blocks;
  if (first === undefined) return [table];
  return [
    { ...table, lastRow: first.heading.row.index - 1 },
    ...blocks.map(({ heading: { row, figures }, title }, at): Table => ({
      ...table,
      title,
      firstRow: figures().size > 0 ? row.index : row.index + 1,
      lastRow: (blocks[at + 1]?.heading.row.index ?? table.lastRow + 1) - 1,
    })),
  ];
}

function blocksIn({ grid, firstRow, lastRow, left, right }: Table): Block[] {
  const found = grid.rowsBetween(firstRow, lastRow);
  if (found.length > MOST_ROWS) return [];
  const rows = found.map((row) => toldBy(row, left, right));
  const headed = new Set(rows.filter(mayHead).flatMap(({ words }) => words()));
  if (headed.size === 0) return [];
  const lumps = new Map<string, Told>();
  const blocks: Block[] = [];
  for (const [at, row] of rows.entries()) {
    const title = mayHead(row) ? row.words().find((word) => lumps.has(word)) : undefined;
    if (title !== undefined && isBrokenDown(lumps.get(title) as Told, row, rows.slice(at + 1)))
      blocks.push({ heading: row, title });
    else if (row.figures().size > 0)
      for (const word of row.words()) if (headed.has(word) && !lumps.has(word)) lumps.set(word, row);
  }
  return blocks;
}

function toldBy(row: Row, left: number, right: number): Told {
  const cells = row.cells.filter((cell) => cell.column >= left && cell.column <= right && !isBlank(cell));
  const figures = once(
    () =>
      new Map(
        cells.flatMap((cell): [number, Fraction][] => {
          const yen = moneyOf(cell, 1)?.yen ?? null;
          return yen === null ? [] : [[cell.column, yen]];
        }),
      ),
  );
  const words = once(() =>
    cells.flatMap((cell) => {
      // 1,580,000 may be typed as text.
      const text = figures().has(cell.column) ? null : textOf(cell);
      const word = text === null || text.length > LONGEST || isTotalWord(text) ? "" : lumpNamed(text);
      return word.length > 1 ? [word] : [];
    }),
  );
  const numbers = cells.filter(({ value }) => typeof value === "number" && isFigure(value)).length;
  return { row, numbers, figures, words };
}

const mayHead = ({ numbers, words, figures }: Told): boolean =>
  numbers <= MOST_FIGURES && figures().size <= MOST_FIGURES && words().length > 0 && words().length <= MOST_WORDS;

/** Whether the rows below a heading come to the amount of a lump, before anything sums them; one item alone under words alone. */
function isBrokenDown(lump: Told, heading: Told, below: readonly Told[]): boolean {
  const [amount, yen] = [...lump.figures()].reduce((most, one) => (compare(one[1], most[1]) > 0 ? one : most));
  const stated = heading.figures().get(amount);
  if (heading.figures().size > 0 && (stated === undefined || !isSameYen(stated, yen))) return false;
  const fewest = heading.figures().size > 0 ? 2 : 1;
  let [sum, of] = [ZERO, 0];
  for (const { row, figures } of below) {
    const next = figures().get(amount);
    if (next === undefined) continue;
    if (row.cells.some((cell) => isTotalWord(textOf(cell) ?? ""))) return false;
    sum = add(sum, next);
    of++;
    if (of >= fewest && isSameYen(sum, yen)) return true;
  }
  return false;
}
