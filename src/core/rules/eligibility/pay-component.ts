import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

/** Overtime, bonus or one-off pay: as a line of its own, or inside a stated hourly rate. */
export const payComponent = defineLineRule({
  id: "eligibility/pay-component",
  severity: "error",
  check(stage, report) {
    const outcome = reportExcluded("eligibility/pay-component", stage, report);
    for (const row of stage.labour) {
      for (const pay of row.excludedPay) {
        report({
          at: row.read.at[pay] ?? row.read.at.hourlyRate ?? null,
          data: {
            person: row.read.person,
            pay,
            yen: Number(row.read[pay]?.n ?? 0n) / Number(row.read[pay]?.d ?? 1n),
            rate: row.rate,
          },
        });
      }
    }
    return stage.labour.length > 0 ? "checked" : outcome;
  },
});
