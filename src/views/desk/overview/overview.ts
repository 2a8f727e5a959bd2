/** The secretariat's overview as a workbook: the list, those that need a person first, sums, and what stands beside. */
import type { Shared } from "../../../core/desk/across";
import type { SheetModel } from "../../summary/model";
import type { Lang } from "../words";
import { answersSheet, type AnswerRow } from "./answers-sheet";
import { columnsOf, sortedByNeed, type Kept, type OverviewRow } from "./columns";
import { frameSheet } from "./frame-sheet";
import { listSheet } from "./list-sheet";
import { sharedSheet } from "./shared-sheet";
import { SHEETS } from "./sheets";
import { unseenSheet } from "./unseen-sheet";

/** What an overview tells beside its rows. */
export interface Told {
  /** One line that says what was checked, and which round it is. */
  readonly subtitle: string;
  /** Files that belong to no application that is known. */
  readonly passedOver: readonly string[];
  /** Files and folders that lie too deep or were too many. */
  readonly left?: readonly string[];
  readonly shared: readonly Shared[];
  readonly answers: readonly AnswerRow[];
}

export function overviewModels(
  rows: readonly OverviewRow[],
  { subtitle, passedOver, left = [], shared, answers }: Told,
  lang: Lang,
  kept: Kept = "ledger",
): SheetModel[] {
  const sorted = sortedByNeed(rows);
  return [
    listSheet(sorted, [subtitle, ...unseenLine(passedOver.length, left.length, lang)], lang, columnsOf(kept)),
    frameSheet(sorted, lang, columnsOf(kept)),
    sharedSheet(shared, lang),
    ...(answers.length === 0 ? [] : [answersSheet(answers, lang)]),
    ...(passedOver.length + left.length === 0 ? [] : [unseenSheet(passedOver, left, lang)]),
  ];
}

/** One line that says how many files were not looked at; none where all were. */
function unseenLine(passedOver: number, left: number, lang: Lang): string[] {
  const all = String(passedOver + left);
  if (passedOver + left === 0) return [];
  if (lang === "en") {
    const why = left === 0 ? ", as no application is known that they belong to" : "";
    return [`${all} files${left === 0 ? "" : " or folders"} were not checked${why} (see "${SHEETS.en[3]}").`];
  }
  const what = left === 0 ? "どの申請のものか分からないため、調べていないファイル" : "調べていないファイルやフォルダー";
  return [`${what}が${all}件あります（「${SHEETS.ja[3]}」をご覧ください）。`];
}
