import { reportRatio } from "../ratio";
import { defineBudgetRule } from "../rule";

/** Travel above a fifth: of the rest (warning), of the whole (error). */
export const travelRatioRule = defineBudgetRule({
  id: "ratio/travel",
  severity: "error",
  check: (stage, report) => reportRatio("ratio/travel", stage, report),
});
