import { cellName } from "../../workbook/workbook";
import { defineBudgetRule } from "../rule";

/** The requested amount exceeds the computed one. */
export const requestedSubsidy = defineBudgetRule({
  id: "subsidy/requested",
  severity: "error",
  check({ conditions, subsidy }, report) {
    if (conditions.requested === null || subsidy.amount === null) return "not-applicable";
    const at = conditions.requestedAt;
    if (conditions.requested > subsidy.amount) {
      report({
        at,
        data: {
          requested: conditions.requested,
          expected: subsidy.amount,
          difference: conditions.requested - subsidy.amount,
        },
        ...(at === null
          ? {}
          : {
              fix: {
                kind: "review" as const,
                sheet: at.sheet,
                cell: cellName(at.row, at.column),
                value: subsidy.amount,
              },
            }),
      });
    }
    return "checked";
  },
});
