import type { Finding, Severity } from "../../src/core/judge/finding";

/** A finding at a cell, for what is done in Excel with findings of any kind. */
export const finding = (sheet: string, cell: string, severity: Severity = "error"): Finding => ({
  rule: "arithmetic/line",
  severity,
  sheet,
  cell,
  clause: "",
  data: {},
  fix: null,
  answer: "reason",
  waived: null,
});
