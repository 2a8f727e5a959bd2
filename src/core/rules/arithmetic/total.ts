import { floor, fraction, isSameYen } from "../../money/fraction";
import type { TotalRow } from "../../read/reading";
import { correcting } from "../correct";
import { defineBudgetRule, type BudgetStage } from "../rule";

/**
 * A subtotal or total row that is not the sum of what it may be the sum of, or a total that the application states
 * (補助対象経費の合計 on a cover) and that is neither what is claimed nor what of it counts; below 1 yen is rounding.
 */
export const totalArithmetic = defineBudgetRule({
  id: "arithmetic/total",
  severity: "error",
  check(stage, report) {
    const { reading, workbook } = stage;
    const totals = [...reading.totals, ...statedTotals(stage)];
    if (totals.length === 0) return "not-applicable";
    const unsaved = new Set(reading.account.withoutResult.map(({ cell }) => cell.sheet));
    for (const total of totals) {
      if (unsaved.has(total.cell.sheet)) continue; // sheet/no-results
      const [likely] = total.candidates;
      if (likely === undefined) continue;
      const { amountExact } = total;
      if (amountExact !== null && total.candidates.some(({ exact }) => isSameYen(exact, amountExact))) continue;
      report({
        at: total.cell,
        data: {
          label: total.label,
          amount: total.amount,
          expected: likely.yen,
          difference: total.amount === null ? null : total.amount - likely.yen,
          of: likely.of,
          formula: total.formula,
        },
        ...correcting(workbook, total.cell, total.amount, likely.yen),
      });
    }
    return "checked";
  },
});

/** Those that stand in no table, and say nothing of tax. */
function statedTotals({ reading, totals }: BudgetStage): TotalRow[] {
  const { claimed, eligible, allowed } = totals;
  const known = new Set(reading.totals.map(({ cell }) => placed(cell)));
  return reading.facts.flatMap(({ key, label, number, cell }) => {
    if (key !== "statedTotal" || number === null || known.has(placed(cell)) || /税込/.test(label)) return [];
    const candidates = [claimed, eligible, allowed].map((yen) => ({ yen, exact: fraction(yen), of: "workbook" }));
    const told = { amount: floor(number), amountExact: number, formula: null };
    return [{ sheet: cell.sheet, row: cell.row, cell, label, candidates, ...told }];
  });
}

const placed = ({ sheet, row, column }: TotalRow["cell"]): string => `${sheet} ${String(row)} ${String(column)}`;
