/** Why a workbook that was read cannot be checked yet. */
import type { ReportShown } from "../../core/report/shown";

/** "no-lines": the table is there and waits to be filled in; null: it can be checked. */
export function obstacleOf(report: ReportShown | null): "no-table" | "no-lines" | null {
  if (report === null || report.totals !== null) return null;
  return report.findings.some(({ rule }) => rule === "sheet/no-lines") ? "no-lines" : "no-table";
}
