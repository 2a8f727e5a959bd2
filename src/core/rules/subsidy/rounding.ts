import { floorTo, fraction } from "../../money/fraction";
import { cellName } from "../../workbook/workbook";
import { defineBudgetRule } from "../rule";

/** The requested amount is not a whole unit (1,000 yen) of the scheme. */
export const subsidyRounding = defineBudgetRule({
  id: "subsidy/rounding",
  severity: "error",
  check({ conditions, scheme }, report) {
    if (scheme.rounding === null || conditions.requested === null) return "not-applicable";
    const { unit } = scheme.rounding;
    const expected = floorTo(fraction(conditions.requested), unit);
    const at = conditions.requestedAt;
    if (expected !== conditions.requested) {
      report({
        at,
        data: { requested: conditions.requested, unit, expected },
        ...(at === null
          ? {}
          : { fix: { kind: "safe" as const, sheet: at.sheet, cell: cellName(at.row, at.column), value: expected } }),
      });
    }
    return "checked";
  },
});
