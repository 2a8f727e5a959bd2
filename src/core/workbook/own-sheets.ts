/** Knows Kenzan's own sheets among those of a workbook, also after a person renamed it or copied it. */
import { cellAt, type Sheet } from "./workbook";

/** What stands in A1 of the summary sheet, in every language. */
export const SUMMARY_TITLES = { ja: "検算結果", en: "Result of the check" } as const;

/** What stands in A1 of the sheet with the hourly rates. */
export const LABOUR_BASIS_TITLES = { ja: "時給単価の計算の根拠", en: "How the hourly rates come about" } as const;

/** Whether Kenzan made the sheet, for whatever it shows is taken from the others. */
export const isOwnSheet = (sheet: Sheet): boolean =>
  isSummary(sheet) || Object.values<unknown>(LABOUR_BASIS_TITLES).includes(cellAt(sheet, 1, 1)?.value);

export function isSummary(sheet: Sheet): boolean {
  const title = cellAt(sheet, 1, 1)?.value;
  return Object.values<unknown>(SUMMARY_TITLES).includes(title);
}
