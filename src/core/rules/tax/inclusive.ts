import { cellName } from "../../sheet/workbook";
import { withoutTax } from "../../tax";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** An amount with tax although the applicant must leave it out: it counts floor(amount × 10/11), or × 100/108 [reading]. */
export const taxInclusive = defineLineRule({
  id: "tax/inclusive",
  severity: "error",
  check({ lines, conditions }, report) {
    if (conditions.tax === "inclusive") return "not-applicable";
    for (const line of lines) {
      if (line.tax === "exclusive" || line.read.amount === null || line.counted === 0 || line.labourRows.length > 0)
        continue;
      const yen = withoutTax(line.read.amount, line.taxPercent);
      const at = placeOf(line, "amount");
      report({
        at,
        data: { description: line.read.description, amount: line.read.amount, expected: yen, percent: line.taxPercent },
        effects: [{ on: line, amount: yen }],
        ...(at !== null && line.yenPerUnit === 1
          ? { fix: { kind: "safe" as const, sheet: at.sheet, cell: cellName(at.row, at.column), value: yen } }
          : {}),
      });
    }
    return "checked";
  },
});
