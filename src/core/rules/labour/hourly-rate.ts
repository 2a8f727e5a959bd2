import { cellName } from "../../workbook/workbook";
import { floor, toNumber } from "../../money/fraction";
import { defineLineRule } from "../rule";

/** The stated hourly rate ≠ floor((base pay + allowances + statutory welfare) ÷ scheduled monthly hours). */
export const hourlyRate = defineLineRule({
  id: "labour/hourly-rate",
  severity: "error",
  check({ labour }, report) {
    let compared = false;
    for (const row of labour) {
      const { statedRate, basePay, scheduledHours } = row.read;
      if (statedRate === null || basePay === null || scheduledHours === null || row.rate === null) continue;
      compared = true;
      if (toNumber(statedRate) === row.rate) continue;
      const at = row.read.at.hourlyRate ?? null;
      const pay = [basePay, row.read.allowances, row.read.welfare].reduce(
        (sum, part) => sum + (part === null ? 0 : toNumber(part)),
        0,
      );
      report({
        at,
        data: {
          person: row.read.person,
          stated: toNumber(statedRate),
          expected: row.rate,
          difference: floor(statedRate) - row.rate,
          pay,
          hours: toNumber(scheduledHours),
        },
        ...(at === null
          ? {}
          : {
              fix: {
                // A lower rate is allowed; whether to ask for more is for a person to decide.
                kind: toNumber(statedRate) > row.rate ? ("safe" as const) : ("review" as const),
                sheet: at.sheet,
                cell: cellName(at.row, at.column),
                value: row.rate,
              },
            }),
      });
    }
    return compared ? "checked" : "not-applicable";
  },
});
