/** What a person said that single rows are: for the row they saw, wherever it stands now, and for no other. */
import type { BudgetReading, RowTold } from "../read/reading";
import type { ChosenRow } from "../read/rows/table-rows";
import type { DecisionState, Decisions, RowChoice } from "./decision";
import { cellName, type Workbook } from "../workbook/workbook";

/** Choices of rows as they hold now. */
export interface SettledRows {
  readonly chosen: readonly ChosenRow[];
  readonly states: readonly DecisionState[];
}

/** The choice that a person makes of a row before their eyes. */
export const rowChoiceOf = ({ sheet, row, text, yen }: RowTold, as: RowChoice["as"]): RowChoice => ({
  sheet,
  row,
  as,
  seen: { text, yen, value: null },
});

/** @param reading the workbook as it is read without any choice of rows */
export function settleRows({ rows = [] }: Decisions, workbook: Workbook, reading: BudgetReading): SettledRows {
  const chosen: ChosenRow[] = [];
  const states: DecisionState[] = [];
  const known = new Map<string, readonly RowTold[]>();
  const rowsOf = (sheet: string): readonly RowTold[] => {
    const told = known.get(sheet) ?? reading.trace.rowsOf(sheet);
    known.set(sheet, told);
    return told;
  };
  const taken = new Set<RowTold>();
  const names = workbook.sheets.map(({ name }) => name);
  for (const [index, choice] of rows.entries()) {
    const { sheet, row, as, seen } = choice;
    // A sheet that was renamed is looked for by what stood on it.
    const now = (names.includes(sheet) ? [sheet] : names)
      .flatMap((name) => nearest(rowsOf(name), choice))
      .find((told) => !taken.has(told) && told.text === seen.text && told.yen === seen.yen);
    if (now === undefined) {
      states.push({ kind: "row", index, state: "changed", sheet, cell: null });
      continue;
    }
    taken.add(now);
    chosen.push({ sheet: now.sheet, table: now.table, cell: now.cell, as });
    const state = now.sheet === sheet && now.row === row ? "holds" : "moved";
    states.push({ kind: "row", index, state, sheet: now.sheet, cell: cellName(now.cell.row, now.cell.column) });
  }
  return { chosen, states };
}

const nearest = (rows: readonly RowTold[], { row }: RowChoice): RowTold[] =>
  [...rows].sort((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row));
