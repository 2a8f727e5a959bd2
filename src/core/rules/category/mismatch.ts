import { disagreements, seenPlaceOf } from "../category";
import { defineLineRule } from "../rule";

const MAJOR = ["major", "category"] as const;
const MIDDLE = ["middle", "category", "minor"] as const;

/** The stated category is not what the line is, where neither the threshold nor the software rule says so already. */
export const categoryMismatch = defineLineRule({
  id: "category/mismatch",
  severity: "warning",
  check(stage, report) {
    const { lines, scheme } = stage;
    if (scheme.categories.length === 0) return "not-applicable";
    for (const { line, found } of disagreements(stage)) {
      if (found.by !== "mismatch") continue;
      report({
        at: seenPlaceOf(line, stage.workbook, ...(found.of === "major" ? MAJOR : MIDDLE)),
        data: {
          description: line.read.description,
          stated: found.stated,
          major: line.classification.major,
          middle: line.classification.middle,
          minor: line.classification.minor,
          confidence: line.classification.nature.confidence,
        },
        ...(found.fix === null ? {} : { fix: found.fix }),
      });
    }
    const stated = lines.some(({ read }) => (read.statedMiddle ?? read.statedMajor ?? read.statedMinor) !== null);
    return stated ? "checked" : "not-applicable";
  },
});
