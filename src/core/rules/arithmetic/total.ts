import { isSameYen } from "../../money/fraction";
import { correcting } from "../correct";
import { defineLineRule } from "../rule";

/** A subtotal or total row that is not the sum of what it may be the sum of; below 1 yen is rounding. */
export const totalArithmetic = defineLineRule({
  id: "arithmetic/total",
  severity: "error",
  check({ reading, workbook }, report) {
    if (reading.totals.length === 0) return "not-applicable";
    const unsaved = new Set(reading.account.withoutResult.map(({ cell }) => cell.sheet));
    for (const total of reading.totals) {
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
