import { disagreements } from "../category";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** 機械装置 stated below the price limit, or durable equipment at or above it stated as 消耗品費. */
export const equipmentThreshold = defineLineRule({
  id: "category/equipment-threshold",
  severity: "error",
  check(stage, report) {
    const { scheme } = stage;
    const limit = scheme.categories.find((category) => category.minUnitPrice !== undefined)?.minUnitPrice;
    if (limit === undefined) return "not-applicable";
    for (const { line, found } of disagreements(stage)) {
      if (found.by !== "threshold") continue;
      report({
        at: placeOf(line, "middle", "category", "description"),
        data: {
          description: line.read.description,
          unitPrice: line.unitPrice,
          limit,
          stated: found.stated,
          middle: line.classification.middle,
        },
        ...(found.fix === null ? {} : { fix: { ...found.fix, kind: "safe" as const } }),
      });
    }
    return "checked";
  },
});
