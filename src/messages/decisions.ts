/** What a person decided, in words: the same in pane, text report, summary sheet and JSON. */
import type { MadeDecision } from "../core/decisions/weigh";
import type { MatchDecision, RowChoice, TypedPaper } from "../core/decisions/decision";
import { ruleText } from "./index";
import { figure } from "../core/text/figure";
import type { Lang } from "./message";

/** Why: a waiver's own reason; of the others what was decided. */
export function decisionReason(made: MadeDecision, lang: Lang): string {
  const { kind, waiver, correction, row, match, typed, sheet } = made;
  if (waiver !== null) return waiver.reason;
  if (match !== null) return matchText(match, lang);
  if (typed !== null) return typedText(typed, lang);
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
export function decisionSubject({ kind, rule, typed }: MadeDecision, lang: Lang): string {
  if (rule !== null) return ruleText(rule, lang);
  if (typed !== null) return lang === "ja" ? "見積書の手入力" : "Estimate typed by hand";
  if (kind === "match") return lang === "ja" ? "見積書との付け合わせ" : "Estimate beside a line";
  if (kind === "correction") return lang === "ja" ? "分類の変更" : "Category";
  if (kind === "rows") return lang === "ja" ? "行の読み方" : "Reading of a row";
  return lang === "ja" ? "表の読み方" : "Reading";
}

/** "「センサー」に 3_センサー.pdf を対応させる": what was decided of a line, with the reason where one was given. */
export function matchText({ seen, verdict, documents, reason }: MatchDecision, lang: Lang): string {
  const papers = documents.map(({ file, item }) => paperName(file, item, lang)).join(lang === "ja" ? "、" : ", ");
  const what =
    lang === "ja"
      ? {
          accepted: `「${seen.text}」は ${papers} で確認済み`,
          rejected: `「${seen.text}」の見積書は ${papers} ではない`,
          chosen: `「${seen.text}」に ${papers} を対応させる`,
        }[verdict]
      : {
          accepted: `"${seen.text}" is confirmed by ${papers}`,
          rejected: `"${seen.text}" does not rest on ${papers}`,
          chosen: `"${seen.text}" rests on ${papers}`,
        }[verdict];
  return reason === "" ? what : `${what}${lang === "ja" ? "。" : ": "}${reason}`;
}

const paperName = (file: string, item: number | null, lang: Lang): string =>
  item === null ? file : lang === "ja" ? `${file} 品目${item}` : `${file} item ${item}`;

/** What was typed off a paper without text. */
export function typedText({ file, issuer, net, gross }: TypedPaper, lang: Lang): string {
  const ja = lang === "ja";
  const said = [
    issuer,
    net === null ? null : ja ? `税抜${figure(net)}円` : `net ${figure(net)} yen`,
    gross === null ? null : ja ? `税込${figure(gross)}円` : `gross ${figure(gross)} yen`,
  ].filter((part) => part !== null);
  return ja ? `${file} を目で読んで入力: ${said.join("、")}` : `${file} read by eye: ${said.join(", ")}`;
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
