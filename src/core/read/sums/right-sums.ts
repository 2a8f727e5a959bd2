/** Which sum a total states, of all that it could at its place in a partial reading. */
import type { State } from "./partial-reading";
import type { RowRange, Weighed } from "./roles";
import type { HowRight } from "./sum-found";
import { near } from "./yen";

export interface Surroundings {
  /** Yen of the lines of the tables above, the nearest first: a total may include them. */
  readonly above: readonly number[];
  /** Yen that stand elsewhere and may belong to a grand total (the labour sheet). */
  readonly outside: readonly number[];
  /** Words a row's line may be summed by: categories, member, vendor, tax rate. Asked for only where a total names some. */
  readonly keysOf: (index: number) => readonly string[];
}

interface RightSum {
  readonly by: HowRight;
  /** How many figures it sums. */
  readonly of: number;
  /** How many of the totals above it takes up. */
  readonly takes: number;
}

export class RightSums {
  constructor(
    private readonly rows: readonly Weighed[],
    private readonly around: Surroundings,
  ) {}

  /** Which sum a total states; null when none that it could state. */
  of(state: State, row: Weighed): RightSum | null {
    const { yen } = row;
    if (yen === 0) return null;
    const is = (by: HowRight, of: number, takes = 0) => ({ by, of, takes });
    if (state.segOf > 0 && near(yen, state.seg)) return is("lines since the last total", state.segOf);
    if (state.openOf > state.segOf && near(yen, state.open))
      return is("lines since the last right total", state.openOf);
    let sum = state.seg;
    let taken = 0;
    let areRight = true;
    for (let total = state.subtotals; total !== null; total = total.next) {
      sum += total.it.yen;
      areRight &&= total.it.isRight;
      taken++;
      if (near(yen, sum) && (taken >= 2 || state.segOf > 0))
        return is(
          areRight ? "totals and lines" : "totals and lines, a total among them wrong",
          taken + state.segOf,
          taken,
        );
    }
    if (state.allOf > 0 && near(yen, state.all)) return is("all lines", state.allOf);
    if (
      state.pendingOf > 0 &&
      state.segOf + state.openOf > 0 &&
      (near(yen + state.pending, state.open) || near(yen + state.pending, state.all))
    )
      return is("parts of the lines", state.pendingOf + 1);
    if (state.tax !== 0 && (near(yen, state.last + state.tax) || near(yen, state.all + state.tax)))
      return is("total and tax", 2);
    if (state.headOf > 1 && state.allOf >= state.headOf && near(yen, state.headSum))
      return is("headings", state.headOf);
    for (let total = state.totals; total !== null; total = total.next)
      if (near(total.it, yen)) return is("same as a total", 1);
    if (row.saysInclusive && state.tax === 0 && [1.1, 1.08].some((rate) => near(yen, state.all * rate)))
      return is("with tax", 1);
    let more = state.all;
    for (const above of this.around.above) {
      more += above;
      if (above !== 0 && near(yen, more)) return is("tables above too", state.allOf + 1);
    }
    for (const outside of this.around.outside)
      if (outside !== 0 && state.allOf > 0 && (near(yen, state.all + outside) || near(yen, outside)))
        return is("the labour sheet too", state.allOf + 1);
    return this.byFormula(state, row) ?? this.byKey(state, row);
  }

  private byFormula(state: State, { sums, yen }: Weighed): RightSum | null {
    if (sums === null) return null;
    const found: Record<"line" | "total" | "head", { sum: number; of: number }> = {
      line: { sum: 0, of: 0 },
      total: { sum: 0, of: 0 },
      head: { sum: 0, of: 0 },
    };
    const first = Math.min(...sums.map(({ from }) => from));
    for (let at = state.trail; at !== null; at = at.next) {
      const row = this.rows[at.index] as Weighed;
      if (row.row < first) break;
      const { role } = at;
      if ((role !== "line" && role !== "total" && role !== "head") || !covers(sums, row.row)) continue;
      found[role].sum += row.yen;
      found[role].of++;
    }
    for (const { sum, of } of Object.values(found))
      if (of > 0 && near(sum, yen)) return { by: "its own formula", of, takes: 0 };
    return null;
  }

  /** "8%対象計", "株式会社A 小計", "旅費計" over lines that are not together. */
  private byKey(state: State, { label, yen }: Weighed): RightSum | null {
    if (label.length < 3) return null;
    const sums = new Map<string, number>();
    for (let at = state.trail; at !== null; at = at.next) {
      if (at.role !== "line") continue;
      const row = this.rows[at.index] as Weighed;
      for (const key of this.around.keysOf(at.index))
        if (key.length >= 2 && label.includes(key)) sums.set(key, (sums.get(key) ?? 0) + row.yen);
    }
    for (const sum of sums.values()) if (near(sum, yen)) return { by: "lines of one kind", of: 1, takes: 0 };
    return null;
  }
}

const covers = (ranges: readonly RowRange[], row: number): boolean =>
  ranges.some(({ from, to }) => row >= from && row <= to);
