import type { Scheme } from "../../scheme/scheme";
import type { DateReading } from "../../sheet/reading";
import type { LineState } from "../../state";
import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

type DateField = "orderDate" | "deliveryDate" | "paymentDate";
const FIELDS: readonly DateField[] = ["orderDate", "deliveryDate", "paymentDate"];

/** Order, delivery and payment fall inside the period; payment of wages, rents and usage fees may follow by a month. */
export const period = defineLineRule({
  id: "eligibility/period",
  severity: "error",
  check(stage, report) {
    const { lines, scheme } = stage;
    if (scheme.period === null) return "not-applicable";
    const { from, to } = scheme.period;
    let outcome = reportExcluded("eligibility/period", stage, report);
    for (const line of lines) {
      for (const field of FIELDS) {
        const date: DateReading | null = line.read[field];
        if (date?.day == null) continue;
        outcome = "checked";
        const last = field === "paymentDate" ? lastPayment(line, scheme) : to;
        if (date.day >= from && date.day <= last) continue;
        report({
          at: date.cell,
          data: { description: line.read.description, field, day: date.day, from, to: last, early: date.day < from },
          effects: [{ on: line, verdict: "ineligible" }],
        });
      }
    }
    return outcome;
  },
});

function lastPayment(line: LineState, scheme: Scheme): string {
  const late = scheme.period?.latePayment;
  const end = scheme.period?.to ?? "9999-12-31";
  return late !== undefined && late.kinds.includes(line.classification.nature.kind) ? late.until : end;
}
