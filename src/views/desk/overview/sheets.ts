/** What the sheets of the overview share. */
import type { ModelCell, StyleRole } from "../../summary/model";

export const YEN = "#,##0;[Red]-#,##0";
/** Row of the headings. */
export const TOP = 4;

export const SHEETS = {
  ja: ["一覧", "枠ごとの集計", "申請どうしの照合", "調べていないファイル", "ご回答"],
  en: ["Overview", "By frame", "In common", "Not checked", "Answers"],
} as const;
export const TITLES = {
  ja: ["申請の一覧", "申請枠ごとの集計", "申請どうしの照合", "調べていないファイル", "申請者のご回答"],
  en: [
    "Applications",
    "Sums by frame",
    "What applications have in common",
    "Files that were not checked",
    "What applicants answered",
  ],
} as const;

export const cell = (
  row: number,
  column: number,
  value: string | number,
  style: StyleRole,
  more: Partial<ModelCell> = {},
): ModelCell => ({ row, column, value, style, formula: null, format: null, link: null, ...more });
