import { reportRatio } from "../ratio";
import { defineBudgetRule } from "../rule";

/** Equipment above half of the grant. */
export const equipmentRatioRule = defineBudgetRule({
  id: "ratio/equipment",
  severity: "error",
  check: (stage, report) => reportRatio("ratio/equipment", stage, report),
});
