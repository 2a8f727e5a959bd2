/** What a person decided, in words: the same in pane, text report, summary sheet and JSON. */
import type { MadeDecision } from "../core/decisions/weigh";
import type { RowChoice } from "../core/report/report";
import { ruleText } from "./index";
import { figure, type Lang } from "./message";

/** Why: a waiver's own reason; of the others what was decided. */
export function decisionReason({ kind, waiver, correction, row, sheet }: MadeDecision, lang: Lang): string {
  if (waiver !== null) return waiver.reason;
  if (row !== null) {
    const what = row.seen.text === "" ? (lang === "ja" ? `${row.row}行目` : `row ${row.row}`) : `「${row.seen.text}」`;
    return lang === "ja" ? `${what}を${CHOSEN_ROW[row.as][0]}` : `${what} ${CHOSEN_ROW[row.as][1]}`;
  }
  if (kind === "correction" && correction !== null) {
    const item = [correction.middle, correction.minor].filter((part) => part !== null).join(" ");
    return lang === "ja"
      ? `「${correction.description}」を「${item}」に変更`
      : `"${correction.description}" is "${item}"`;
  }
  return lang === "ja" ? `「${sheet ?? ""}」の列の読み方を指定` : `Columns of "${sheet ?? ""}" chosen`;
}

/** What a person said a row is: [日本語, English]. */
const CHOSEN_ROW: Readonly<Record<RowChoice["as"], readonly [string, string]>> = {
  line: ["明細として数える", "counts as a line"],
  subtotal: ["小計・合計として読む", "is a subtotal or total"],
  skip: ["数えない", "counts nothing"],
};

/** What it is about: the rule that a waiver answers. */
export function decisionSubject({ kind, rule }: MadeDecision, lang: Lang): string {
  if (rule !== null) return ruleText(rule, lang);
  if (kind === "correction") return lang === "ja" ? "分類の変更" : "Category";
  if (kind === "row") return lang === "ja" ? "行の読み方" : "Reading of a row";
  return lang === "ja" ? "表の読み方" : "Reading";
}

/** "補助額 +33,000円"; "" where it changes nothing. */
export function effectText(yen: number, lang: Lang): string {
  if (yen === 0) return lang === "ja" ? "補助額は変わりません" : "no effect on the subsidy";
  const sign = yen > 0 ? "+" : "−";
  const size = figure(Math.abs(yen));
  return lang === "ja" ? `補助額 ${sign}${size}円` : `subsidy ${sign}${size} yen`;
}

/** Why a decision does not hold any more. */
export const outdatedText = (lang: Lang): string =>
  lang === "ja"
    ? "内容が変わったため、この承認は無効です。"
    : "What it was given for has changed, so it does not hold any more.";
