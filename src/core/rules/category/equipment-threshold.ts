import { disagreements, seenPlaceOf } from "../category";
import { toldPrice } from "../price";
import { defineLineRule } from "../rule";

/** The dear one of two items that the unit price tells apart, stated below its limit; or the cheap one at or above it. */
export const equipmentThreshold = defineLineRule({
  id: "category/equipment-threshold",
  severity: "error",
  check(stage, report) {
    const { scheme } = stage;
    const dear = scheme.categories.find((category) => category.minUnitPrice !== undefined);
    const cheap = scheme.categories.find((category) => category.belowUnitPrice !== undefined);
    if (dear?.minUnitPrice === undefined || cheap === undefined) return "not-applicable";
    const limit = dear.minUnitPrice;
    for (const { line, found } of disagreements(stage)) {
      if (found.by !== "threshold") continue;
      report({
        at: seenPlaceOf(line, stage.workbook, "middle", "category", "minor"),
        data: {
          description: line.read.description,
          ...toldPrice(line, stage.conditions),
          limit,
          dear: dear.middle,
          cheap: cheap.middle,
          stated: found.stated,
          middle: line.classification.middle,
        },
        ...(found.fix === null ? {} : { fix: { ...found.fix, kind: "safe" as const } }),
      });
    }
    return "checked";
  },
});
