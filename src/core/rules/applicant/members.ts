import { defineBudgetRule } from "../rule";

/** Fewer corporate members than the frame needs. */
export const corporateMembers = defineBudgetRule({
  id: "applicant/members",
  severity: "error",
  check({ conditions }, report) {
    const needed = conditions.frame?.minCorporateMembers;
    if (needed === undefined || conditions.corporateMembers === null) return "not-applicable";
    if (conditions.corporateMembers < needed) {
      report({
        at: conditions.origins["corporateMembers"]?.cell ?? null,
        data: { members: conditions.corporateMembers, needed },
      });
    }
    return "checked";
  },
});
