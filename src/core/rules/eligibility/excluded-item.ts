import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

/** An item that the guideline does not pay for (5(1)⑦ and the like). */
export const excludedItem = defineLineRule({
  id: "eligibility/excluded-item",
  severity: "error",
  check: (stage, report) => reportExcluded("eligibility/excluded-item", stage, report),
});
