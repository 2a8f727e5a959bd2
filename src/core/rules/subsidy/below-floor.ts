import { defineBudgetRule } from "../rule";

/** The computed subsidy is below the scheme's lower limit: nothing is paid. */
export const belowFloor = defineBudgetRule({
  id: "subsidy/below-floor",
  severity: "error",
  check({ subsidy, conditions }, report) {
    if (subsidy.floor === null || subsidy.amount === null || subsidy.beforeCap === null) return "not-applicable";
    if (subsidy.amount === 0 && subsidy.beforeCap < subsidy.floor) {
      report({
        at: conditions.requestedAt,
        data: { computed: subsidy.beforeCap, floor: subsidy.floor, short: subsidy.floor - subsidy.beforeCap },
      });
    }
    return "checked";
  },
});
