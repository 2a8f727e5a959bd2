import { defineReadingRule } from "../rule";

/** A table or a sheet with amounts that is not counted, with the reason and its sum. */
export const setAside = defineReadingRule({
  id: "sheet/set-aside",
  severity: "info",
  answer: null,
  check({ reading }, report) {
    for (const { sheet, cell, reason, yen } of reading.account.setAside)
      report({ at: cell, sheet, data: { sheet, reason, yen, whole: cell === null } });
    return "checked";
  },
});
