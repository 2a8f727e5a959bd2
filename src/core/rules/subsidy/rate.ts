import { isSameRate } from "../../judge/conditions";
import { parseFraction } from "../../money/fraction";
import { rateOf } from "../../subsidy/rates";
import { defineBudgetRule } from "../rule";

/** A stated rate that is not the rate of the applicant's class. */
export const subsidyRate = defineBudgetRule({
  id: "subsidy/rate",
  severity: "error",
  check({ conditions }, report) {
    const { statedRate, frame, applicant, deficit } = conditions;
    if (statedRate === null || frame === null) return "not-applicable";
    const tiers = rateOf(frame, applicant, deficit, null);
    if (tiers === undefined) return "not-applicable";
    // Where tiers differ, any of them may stand as "the rate" on a form.
    if (!tiers.some((tier) => isSameRate(statedRate.value, parseFraction(tier.rate)))) {
      report({
        at: statedRate.at,
        data: { stated: statedRate.text, expected: tiers.map((tier) => tier.rate).join(" / "), applicant },
      });
    }
    return "checked";
  },
});
