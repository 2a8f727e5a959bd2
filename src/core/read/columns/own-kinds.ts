/** 買うもの | 頼むもの | 借りるもの: amounts spread over columns under words of the firm's own. No word knows them; their sums do. */
import { near } from "../sums/yen";

const FEWEST_LINES = 3;

type Figures = readonly (number | undefined)[];

/**
 * How many of these columns, from the left, hold lines of one budget: each row fills one of them, and below them stand the
 * sums of all that are filled, or what they come to together. One more, at their right, may repeat what the row comes to.
 * @param rows from top to bottom: of each column the figure of the row, undefined where it holds none
 */
export function kindsIn(rows: readonly Figures[]): number {
  const width = rows[0]?.length ?? 0;
  const kinds = width - (lastSumsAcross(rows) ? 1 : 0);
  return kinds > 1 && addUpApart(rows.map((row) => row.slice(0, kinds))) ? kinds : 0;
}

const sumOf = (figures: Figures): number => figures.reduce((sum: number, figure) => sum + (figure ?? 0), 0);

/** よこの計: but for one row in three. */
function lastSumsAcross(rows: readonly Figures[]): boolean {
  const stated = rows.filter((row) => (row.at(-1) ?? 0) !== 0);
  const right = stated.filter((row) => near(sumOf(row.slice(0, -1)), row.at(-1) ?? 0));
  return right.length >= FEWEST_LINES && right.length * 3 >= stated.length * 2;
}

function addUpApart(rows: readonly Figures[]): boolean {
  const sums = new Map<number, number>();
  let lines = 0;
  for (const row of rows) {
    const filled = row.flatMap((figure, column) => (figure === undefined || figure === 0 ? [] : [{ column, figure }]));
    const [first, ...more] = filled;
    if (first === undefined) continue;
    const isSpread = lines >= FEWEST_LINES && sums.size > 1;
    if (more.length === 0 && isSpread && near(first.figure, sumOf([...sums.values()]))) return true;
    if (more.length > 0) {
      // One of three may be wrong, and is told.
      const right = filled.filter(({ column, figure }) => near(figure, sums.get(column) ?? 0));
      return isSpread && filled.length === sums.size && right.length >= 2 && right.length * 3 >= filled.length * 2;
    }
    sums.set(first.column, (sums.get(first.column) ?? 0) + first.figure);
    lines++;
  }
  return false;
}
