/** Which rows of a paper are its items: it may show a cover, lumps and what they are made of. */
import type { Row } from "./table";

interface Choice {
  readonly rows: readonly Row[];
  /** Rows offered beside the total are left out of it. */
  readonly option: boolean;
  /** So much more the sums have to prove, since it is the less usual way to draw a paper. */
  readonly handicap: number;
}

/** Which rows are the items: all; those of the breakdown behind a cover; without lumps that others break down. */
export function choicesOf(all: readonly Row[], amountOf: (row: Row) => number | null): Choice[] {
  const choices: Choice[] = [];
  const add = (rows: readonly Row[], handicap: number): void => {
    if (rows.length === 0) return;
    choices.push({ rows, option: true, handicap });
    if (rows.some(({ optional }) => optional)) choices.push({ rows, option: false, handicap: handicap + 0.3 });
  };
  const before = all.filter(({ afterTotal, optional }) => !afterTotal || optional);
  add(before, 0);
  if (before.length !== all.length) add(all, 0.4);
  const ids = [...new Set(all.map(({ table }) => table))];
  if (ids.length > 1) {
    const within = (wanted: (table: number) => boolean): readonly Row[] => before.filter(({ table }) => wanted(table));
    add(
      within((table) => table !== ids[0]),
      0.05,
    );
    add(
      within((table) => table === ids[0]),
      0.35,
    );
    add(
      within((table) => table === ids[ids.length - 1]),
      0.3,
    );
  }
  for (const [least, handicap] of [
    [2, 0.1],
    [1, 0.25],
  ] as const) {
    const details = withoutLumps(before, amountOf, least);
    if (details.length !== before.length) add(details, handicap);
  }
  return choices;
}

/** Without rows that are the sum of (at least so many) rows behind them, or of those before them. */
function withoutLumps(rows: readonly Row[], amountOf: (row: Row) => number | null, least: number): Row[] {
  const dropped = new Set<Row>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const yen = amountOf(row) as number;
    for (const step of [1, -1]) {
      let [sum, count] = [0, 0];
      for (let next = at + step; next >= 0 && next < rows.length; next += step) {
        const other = rows[next] as Row;
        if (dropped.has(other)) continue;
        sum += amountOf(other) as number;
        count++;
        if (sum === yen && (count >= least || /内訳|別紙|明細/.test(row.name))) {
          dropped.add(row);
          break;
        }
        if (Math.abs(sum) > Math.abs(yen) * 3 + 1) break;
      }
      if (dropped.has(row)) break;
    }
  }
  return rows.filter((row) => !dropped.has(row));
}
