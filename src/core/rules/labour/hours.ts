import { compare, fraction, toNumber } from "../../money/fraction";
import { defineLineRule } from "../rule";

/** Hours of the longest month: nobody works more. */
const HOURS_OF_A_MONTH = 744;

/** Hours in a month above the scheduled hours, or above 744. */
export const labourHours = defineLineRule({
  id: "labour/hours",
  severity: "warning",
  check({ labour }, report) {
    let compared = false;
    for (const row of labour) {
      for (const { read } of row.months) {
        if (read.hours === null) continue;
        compared = true;
        const limit = row.read.scheduledHours ?? fraction(HOURS_OF_A_MONTH);
        if (compare(read.hours, limit) <= 0) continue;
        report({
          at: read.hoursCell,
          data: {
            person: row.read.person,
            month: read.month,
            hours: toNumber(read.hours),
            limit: toNumber(limit),
            scheduled: row.read.scheduledHours !== null,
          },
        });
      }
    }
    return compared ? "checked" : "not-applicable";
  },
});
