import { toNumber } from "../../money/fraction";
import { defineLineRule } from "../rule";

/** In a month, rate × hours above the pay actually paid: the month counts that pay. */
export const monthlyCap = defineLineRule({
  id: "labour/monthly-cap",
  severity: "error",
  check({ labour }, report) {
    let compared = false;
    for (const row of labour) {
      for (const { read, computed } of row.months) {
        if (computed === null || read.payPaid === null) continue;
        compared = true;
        const paid = toNumber(read.payPaid);
        if (computed <= paid) continue;
        report({
          at: read.payCell ?? read.hoursCell,
          data: {
            person: row.read.person,
            month: read.month,
            rate: row.allowedRate,
            hours: read.hours === null ? null : toNumber(read.hours),
            computed,
            paid,
            difference: computed - paid,
          },
        });
      }
    }
    return compared ? "checked" : "not-applicable";
  },
});
