/** Why the rows were read as they were, and how sure that is. */
import type { RowTold, TotalRow, Trace } from "./reading";
import { ROLE_NAMES, rowsTold, whyOf } from "./rows/told";
import { isProof } from "./sums/sum-found";
import { near } from "./sums/yen";
import type { Role } from "./sums/roles";
import { isSummedOutside, type TotalOutside } from "./sums/totals-outside";
import type { Page, Part } from "./tables/part";

/** A second reading this close to the best is told: less than what one word of a total is worth. */
const CLOSE = 3;

/**
 * @param counted the tables that count
 * @param totals every stated total with what it may be the sum of
 * @param outside those of them that stand above their table or beside it
 */
export const traceOf = (
  counted: readonly Part[],
  totals: readonly TotalRow[],
  outside: readonly TotalOutside[],
  pages: readonly Page[],
): Trace => new ReadTrace(isProven(counted, totals, outside), counted.flatMap(doubtsIn), pages);

class ReadTrace implements Trace {
  /** Truly private: no part of the report. */
  readonly #pages: readonly Page[];

  constructor(
    readonly proven: boolean,
    readonly doubts: Trace["doubts"],
    pages: readonly Page[],
  ) {
    this.#pages = pages;
  }

  rowsOf(sheet: string): RowTold[] {
    const page = this.#pages.find(({ grid }) => grid.name === sheet);
    return (page?.parts ?? []).flatMap((part, index) => (part.kind === "income" ? [] : rowsTold(part, index)));
  }
}

function isProven(counted: readonly Part[], totals: readonly TotalRow[], outside: readonly TotalOutside[]): boolean {
  const agree = totals.every(
    ({ amount, candidates }) => amount !== null && candidates.some(({ yen }) => near(yen, amount)),
  );
  const withLines = counted.filter(({ rows }) => rows !== null && rows.lines.length > 1);
  return (
    agree &&
    withLines.length > 0 &&
    withLines.every(
      (part) =>
        part.rows?.choice.sums.some((sum) => isProof(sum) && sum.of >= 2) === true || isSummedOutside(part, outside),
    )
  );
}

function doubtsIn({ table, rows }: Part): Trace["doubts"][number][] {
  const second = rows?.choice.second ?? null;
  if (rows === null || second === null || second.behind >= CLOSE) return [];
  const yen = Math.round(second.yen - rows.choice.yen);
  if (yen === 0) return [];
  return rows.figures.flatMap((draft, index) => {
    const other = second.roles[index] as Role;
    const as = ROLE_NAMES[rows.choice.roles[index] as Role];
    const or = ROLE_NAMES[other];
    if (as === or) return [];
    return [{ sheet: table.grid.name, row: draft.row.index, as: draft.role, or, yen, why: whyOf(draft) }];
  });
}
