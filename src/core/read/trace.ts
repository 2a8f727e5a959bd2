/** Why the rows were read as they were, and how sure that is. */
import type { RowRole, TotalRow, Trace } from "./reading";
import { ROW_DETECTORS } from "./rows/detectors";
import type { Draft } from "./rows/sort";
import { isProof, near } from "./sums/choose";
import type { Role } from "./sums/roles";
import type { Part } from "./tables/part";

/** A second reading this close to the best is told: less than what one word of a total is worth. */
const CLOSE = 3;

/**
 * @param counted the tables that count
 * @param totals every stated total with what it may be the sum of
 */
export function traceOf(counted: readonly Part[], totals: readonly TotalRow[]): Trace {
  return { proven: isProven(counted, totals), doubts: counted.flatMap(doubtsIn) };
}

function isProven(counted: readonly Part[], totals: readonly TotalRow[]): boolean {
  const agree = totals.every(
    ({ amount, candidates }) => amount !== null && candidates.some(({ yen }) => near(yen, amount)),
  );
  const withLines = counted.filter(({ rows }) => rows !== null && rows.lines.length > 1);
  return (
    agree &&
    withLines.length > 0 &&
    withLines.every(({ rows }) => rows?.choice.sums.some((sum) => isProof(sum) && sum.of >= 2) === true)
  );
}

function doubtsIn({ table, rows }: Part): Trace["doubts"][number][] {
  const second = rows?.choice.second ?? null;
  if (rows === null || second === null || second.behind >= CLOSE) return [];
  const yen = Math.round(second.yen - rows.choice.yen);
  if (yen === 0) return [];
  return rows.figures.flatMap((draft, index) => {
    const other = second.roles[index] as Role;
    const as = roleOf(rows.choice.roles[index] as Role);
    const or = roleOf(other);
    if (as === or) return [];
    return [{ sheet: table.grid.name, row: draft.row.index, as: draft.role, or, yen, why: whyOf(draft) }];
  });
}

const ROLE_NAMES: Readonly<Record<Role, RowRole>> = {
  line: "line",
  total: "subtotal",
  head: "subtotal",
  tax: "tax",
  funding: "funding",
  part: "breakdown",
  skip: "other",
};
const roleOf = (role: Role): RowRole => ROLE_NAMES[role];

/** Names of the detectors that spoke for the role in force. */
function whyOf({ view, evidence }: Draft): string[] {
  if (view === null || evidence === null) return [];
  return ROW_DETECTORS.filter(({ means, test }) => means === evidence.best && Number(test(view)) !== 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}
