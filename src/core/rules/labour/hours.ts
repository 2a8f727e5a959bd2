import { wholeMonths } from "../../judge/labour/months";
import { compare, fraction, toNumber } from "../../money/fraction";
import { defineLineRule } from "../rule";

/** Hours of the longest month: nobody works more. */
const HOURS_OF_A_MONTH = 744;

/** Hours in a month above the scheduled hours, or above 744. */
export const labourHours = defineLineRule({
  id: "labour/hours",
  severity: "warning",
  check({ labour, reading }, report) {
    const rowOf = new Map(labour.flatMap((row) => row.months.map(({ read }) => [read, row] as const)));
    let compared = false;
    for (const month of wholeMonths(reading.months)) {
      if (month.hours === null) continue;
      compared = true;
      const scheduled = rowOf.get(month)?.read.scheduledHours ?? null;
      const limit = scheduled ?? fraction(HOURS_OF_A_MONTH);
      if (compare(month.hours, limit) <= 0) continue;
      report({
        at: month.hoursCell,
        data: {
          person: month.person,
          month: month.month,
          hours: toNumber(month.hours),
          limit: toNumber(limit),
          scheduled: scheduled !== null,
        },
      });
    }
    return compared ? "checked" : "not-applicable";
  },
});
