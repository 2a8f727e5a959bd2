import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

/** Fees paid to a patent office: 出願料, 審査請求料, 特許料. */
export const patentOfficeFee = defineLineRule({
  id: "eligibility/patent-office-fee",
  severity: "error",
  check: (stage, report) => reportExcluded("eligibility/patent-office-fee", stage, report),
});
