/** Knows Kenzan's own sheet among those of a workbook, also after a person renamed it or copied it. */
import { cellAt, type Sheet } from "./workbook";

/** What stands in A1 of the summary sheet, in every language. */
export const SUMMARY_TITLES = { ja: "検算結果", en: "Result of the check" } as const;

export function isSummary(sheet: Sheet): boolean {
  const title = cellAt(sheet, 1, 1)?.value;
  return Object.values<unknown>(SUMMARY_TITLES).includes(title);
}
