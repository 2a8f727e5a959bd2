import { defineReadingRule } from "../rule";

/** No sheet holds a recognisable expense table; `check` then stops, as there is nothing to hold the other rules against. */
export const noBudgetTable = defineReadingRule({
  id: "sheet/no-budget-table",
  severity: "error",
  answer: null,
  check({ reading }, report) {
    if (reading.sheets.some((sheet) => sheet.tables.some((table) => table.kind === "budget"))) return "checked";
    if (reading.lines.length > 0 || reading.labour.length > 0) return "checked";
    const searched = reading.sheets.filter(({ skipped }) => skipped !== "hidden-by-kenzan"); // its own are none of the applicant's
    report({ at: null, data: { sheets: searched.map(({ sheet }) => sheet) } });
    return "checked";
  },
});
