import { defineReadingRule } from "../rule";

/** An expense table without a line: `check` then stops, as nothing was checked and "nothing to correct" would be false. */
export const noLines = defineReadingRule({
  id: "sheet/no-lines",
  severity: "error",
  answer: null,
  check({ reading }, report) {
    const sheets = reading.sheets.filter((sheet) => sheet.tables.some((table) => table.kind === "budget"));
    if (sheets.length === 0) return "not-applicable";
    if (reading.lines.length > 0 || reading.labour.length > 0) return "checked";
    for (const { sheet, tables } of sheets) {
      const headers = tables.find((table) => table.kind === "budget")?.columns.map(({ header }) => header) ?? [];
      report({ at: null, sheet, data: { sheet, headers: headers.filter((header) => header !== "") } });
    }
    return "checked";
  },
});
