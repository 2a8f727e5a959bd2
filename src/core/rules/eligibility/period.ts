import type { Scheme } from "../../scheme/scheme";
import type { DateReading } from "../../read/reading";
import type { LineState } from "../../judge/state";
import { readMonth } from "../../text/date";
import { plain } from "../../text/plain";
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
    const { from, to, latePayment } = scheme.period;
    const late = latePayment === undefined ? {} : { late: latePayment.until, lateKinds: latePayment.kinds };
    let outcome = reportExcluded("eligibility/period", stage, report);
    for (const line of lines) {
      for (const field of FIELDS) {
        const date: DateReading | null = line.read[field];
        const day = date === null ? null : (date.day ?? monthOf(date.text));
        if (date === null || day === null) continue;
        outcome = "checked";
        const last = field === "paymentDate" ? lastPayment(line, scheme.period) : to;
        // A month alone is outside only where all of its days are.
        if (day >= from.slice(0, day.length) && day <= last.slice(0, day.length)) continue;
        report({
          at: date.cell,
          data: { description: line.read.description, field, day, from, to: last, early: day < from, ...late },
          effects: [{ on: line, verdict: "ineligible" }],
        });
      }
    }
    return outcome;
  },
});

/** "2026-02" of "2026年2月", "R8.2末", "令和8年2月上旬予定". */
const monthOf = (text: string): string | null =>
  readMonth(plain(text).replace(/(?:上旬|中旬|下旬|初旬|末日?|中|頃|ごろ|予定|\(予定\))+$/, ""), null);

const lastPayment = ({ classification }: LineState, { to, latePayment }: NonNullable<Scheme["period"]>): string =>
  latePayment?.kinds.includes(classification.nature.kind) === true ? latePayment.until : to;
