import type { LineState } from "../../judge/state";
import { isWage } from "../category";
import { defineLineRule } from "../rule";

/** Amounts with and without tax in one table. Wages, and what a column says bears none, are left out. */
export const taxMixed = defineLineRule({
  id: "tax/mixed",
  severity: "warning",
  check({ lines }, report) {
    const tables = new Map<string, LineState[]>();
    for (const line of lines) {
      if (isWage(line) || line.read.amount === null || line.read.taxRate === 0) continue;
      const key = `${line.read.sheet}\u0000${line.read.table}`;
      const group = tables.get(key);
      if (group === undefined) tables.set(key, [line]);
      else group.push(line);
    }
    for (const group of tables.values()) {
      const inclusive = group.filter((line) => line.tax === "inclusive");
      const [first] = inclusive;
      if (first === undefined || inclusive.length === group.length) continue;
      report({
        at: null,
        sheet: first.read.sheet,
        data: {
          inclusive: inclusive.length,
          exclusive: group.length - inclusive.length,
          rows: inclusive.slice(0, 10).map((line) => String(line.read.row)),
        },
      });
    }
    return "checked";
  },
});
