import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

/** Taxi, green car, business or first class. */
export const travelClass = defineLineRule({
  id: "eligibility/travel-class",
  severity: "error",
  check: (stage, report) => reportExcluded("eligibility/travel-class", stage, report),
});
