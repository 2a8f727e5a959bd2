import { cellName } from "../../workbook/workbook";
import { floor, toNumber } from "../../money/fraction";
import type { LabourState } from "../../judge/state";
import { defineLineRule } from "../rule";

/**
 * The stated hourly rate ≠ floor((base pay + allowances + statutory welfare) ÷ scheduled monthly hours). Where the sheet
 * leaves out what it takes to know, that is said.
 */
export const hourlyRate = defineLineRule({
  id: "labour/hourly-rate",
  severity: "error",
  check({ labour }, report) {
    let compared = false;
    for (const row of labour) {
      const { statedRate, statedAmount, basePay, scheduledHours } = row.read;
      const missing = missingFor(row);
      if (missing.length > 0 && (statedRate !== null || statedAmount !== null)) {
        compared = true;
        report({
          at: row.read.at.hourlyRate ?? row.read.at.amount ?? null,
          sheet: row.read.sheet,
          severity: "warning",
          data: {
            person: row.read.person,
            missing,
            stated: statedRate === null ? null : toNumber(statedRate),
          },
        });
        continue;
      }
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

/** What it takes to work out an employee's rate and the sheet does not give. A part-timer's is the contract's own. */
function missingFor({ kind, read, classification }: LabourState): ("basePay" | "scheduledHours")[] {
  // Of one who is not paid from the grant at all, an executive, nobody asks for the pay.
  if (kind !== "employee-wage" || classification.exclusions.length > 0) return [];
  const { basePay, scheduledHours } = read;
  // A sheet without a column for pay states rates and proves none: `notChecked` says so for all of it.
  if (read.at.basePay === undefined) return [];
  return [
    ...(basePay === null ? (["basePay"] as const) : []),
    ...(scheduledHours === null || scheduledHours.n <= 0n ? (["scheduledHours"] as const) : []),
  ];
}
