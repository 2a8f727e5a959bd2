import { disagreements, seenPlaceOf } from "../category";
import { defineLineRule } from "../rule";

/** Software under the wrong item: built in → 機械装置, package → 消耗品費, cloud → 借用費. */
export const softwareCategory = defineLineRule({
  id: "category/software",
  severity: "error",
  check(stage, report) {
    const { scheme } = stage;
    if (scheme.categories.length === 0) return "not-applicable";
    for (const { line, found } of disagreements(stage)) {
      if (found.by !== "software") continue;
      report({
        at: seenPlaceOf(line, stage.workbook, "middle", "category", "minor"),
        ...(line.classification.clause === null ? {} : { clause: line.classification.clause }),
        data: {
          description: line.read.description,
          kind: line.classification.nature.kind,
          stated: found.stated,
          middle: line.classification.middle,
          minor: line.classification.minor,
        },
        ...(found.fix === null ? {} : { fix: { ...found.fix, kind: "safe" as const } }),
      });
    }
    return "checked";
  },
});
