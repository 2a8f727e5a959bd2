import { cellName } from "../../workbook/workbook";
import type { LineState } from "../../judge/state";
import { tellTax, withoutTax } from "../../judge/tax";
import { isWage } from "../category";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** An amount with tax although the applicant must leave it out: it counts floor(amount × 10/11), or × 100/108 [reading]. */
export const taxInclusive = defineLineRule({
  id: "tax/inclusive",
  severity: "error",
  phase: "amount",
  check({ lines, reading, conditions }, report) {
    if (conditions.tax === "inclusive") return "not-applicable";
    const taxOf = tellTax(reading);
    /** Whether the corrected line is seen to be without tax; if not, a fix applied twice would take the tax out twice. */
    const isSettledBy = (yen: number, { read }: LineState): boolean =>
      taxOf({ ...read, amount: yen, amountFormula: null }).tax === "exclusive";
    for (const line of lines) {
      if (line.tax === "exclusive" || line.read.amount === null || line.counted === 0 || isWage(line)) continue;
      const yen = withoutTax(line.read.amount, line.taxPercent);
      const at = placeOf(line, "amount");
      report({
        at,
        data: { description: line.read.description, amount: line.read.amount, expected: yen, percent: line.taxPercent },
        effects: [{ on: line, amount: yen }],
        ...(line.yenPerUnit === 1 && isSettledBy(yen, line)
          ? {
              fix: {
                kind: line.read.amountFormula === null ? ("safe" as const) : ("review" as const),
                sheet: at.sheet,
                cell: cellName(at.row, at.column),
                value: yen,
              },
            }
          : {}),
      });
    }
    return "checked";
  },
});
