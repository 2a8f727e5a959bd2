import { defineReadingRule } from "../rule";

/** Amounts that are formulas without their results, as programs write them: Excel computes them once it opens the file. */
export const noResults = defineReadingRule({
  id: "sheet/no-results",
  severity: "error",
  answer: null,
  check({ reading }, report) {
    for (const { cell, description, role } of reading.account.withoutResult)
      if (role === "line") report({ at: cell, data: { description } });
    return "checked";
  },
});
