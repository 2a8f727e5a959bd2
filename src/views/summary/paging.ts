/** Where printed pages end, so that a heading never stands at the foot of a page without what it is the heading of. */

/**
 * Points of rows that fit on a page of A4 across, at the scale at which the summary's columns fill its width; some fewer
 * than fit, since fonts differ.
 */
const ROOM = 630;
/** Points of a row that says nothing of its height. */
const USUAL = 18.75;

interface Paged {
  /** Rows that belong on the page of the row below them: headings, table headers. */
  readonly kept: ReadonlySet<number>;
  readonly heights: ReadonlyMap<number, number>;
  /** The row that a page begins with. */
  readonly first: number;
  /** The last row that pages are made of; from there on, rows break where the paper ends. */
  readonly last: number;
}

/** @returns the rows that further pages begin with, in order */
export function breaksOf({ kept, heights, first: start, last }: Paged): number[] {
  const breaks: number[] = [];
  let [used, first] = [0, start];
  for (let row = start; row <= last; row += 1) {
    const height = heights.get(row) ?? USUAL;
    if (used + height > ROOM && row > first) {
      let start = row;
      while (start - 1 > first && kept.has(start - 1)) start -= 1;
      breaks.push(start);
      first = start;
      used = 0;
      for (let moved = start; moved < row; moved += 1) used += heights.get(moved) ?? USUAL;
    }
    used += height;
  }
  return breaks;
}
