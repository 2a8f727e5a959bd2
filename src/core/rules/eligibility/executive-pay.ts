import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

/** Executives' remuneration as labour, in the labour sheet or in a line. */
export const executivePay = defineLineRule({
  id: "eligibility/executive-pay",
  severity: "error",
  check: (stage, report) => reportExcluded("eligibility/executive-pay", stage, report),
});
