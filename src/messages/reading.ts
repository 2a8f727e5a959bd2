/** How a workbook was read, in words: why a sheet gave nothing, and what a total should be the sum of. */
import type { SetAsideReason, UnreadReason } from "../core/read/reading";
import type { Lang } from "./message";

/** By `SheetReading.skipped`. */
export const SKIPPED: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: {
    "no-table": "予算に使う表はありません",
    empty: "空のシートです",
    superseded: "古い版か別の書類と思われるため数えません",
    copy: "ほかのシートの写しなので数えません",
    hidden: "隠されたシートなので読みません",
    example: "記入例なので読みません",
    "hidden-by-kenzan": "検算が作ったシートです",
    "by-choice": "読まない設定です",
  },
  en: {
    "no-table": "no table of use",
    empty: "empty",
    superseded: "an older version or paper: not counted",
    copy: "a copy of another sheet: not counted",
    hidden: "hidden: not read",
    example: "an example: not read",
    "hidden-by-kenzan": "written by Kenzan",
    "by-choice": "set not to be read",
  },
};

/** Why a sheet gave nothing; `null` where it was read and held nothing of use. */
export const skippedText = (code: string | null, lang: Lang): string =>
  SKIPPED[lang][code ?? "no-table"] ?? (SKIPPED[lang]["no-table"] as string);

/** By `Account.setAside[].reason`: what the table or sheet is, so that it is not counted. */
const SET_ASIDE: Readonly<Record<Lang, Readonly<Record<SetAsideReason, string>>>> = {
  ja: {
    example: "記入例です",
    "old-version": "古い版か別の書類と思われます",
    copy: "ほかのシートの写しです",
    hidden: "隠されたシートで、見えるシートから使われていません",
    summary: "ほかの表の明細をまとめた集計です",
    breakdown: "ほかの表の明細の内訳です",
    "estimate-form": "明細の根拠になる見積書です",
    "price-list": "価格表です",
    effects: "事業の効果・目標や会社の数値の表です",
    "own-cost": "自社負担・補助対象外の経費です",
    income: "収入の表です",
    labour: "労務費の計算表です（労務費として数えます）",
    months: "月ごとの時間と支給額の表です（労務費の上限に使います）",
    box: "押印欄・チェック欄・申請額などの欄です",
    "no-header": "何の金額かを表す見出しが見つかりませんでした",
    other: "予算の明細ではないと読みました",
  },
  en: {
    example: "it is filled in as an example",
    "old-version": "it looks like an older version or paper",
    copy: "it is a copy of another sheet",
    hidden: "it is hidden, and no visible sheet uses it",
    summary: "it sums up the lines of another table",
    breakdown: "it breaks down lines of another table",
    "estimate-form": "it is an estimate that lines rest on",
    "price-list": "it is a list of prices",
    effects: "it tells effects, targets or figures of the business",
    "own-cost": "it is cost that is not applied for",
    income: "it lists income",
    labour: "it works out wages, which count as labour",
    months: "it lists hours and pay by the month, which limit labour",
    box: "it is a box for stamps, ticks or the amount applied for",
    "no-header": "no header says what the amounts are for",
    other: "it was not read as lines of the budget",
  },
};

/** By `Account.unread[].why`. */
export const UNREAD: Readonly<Record<Lang, Readonly<Record<UnreadReason, string>>>> = {
  ja: {
    unnamed: "横に言葉がないので、何の金額か分かりません",
    "below-total": "合計より下にあるので、明細に入れていません",
    marks: "申請しない印（×、対象外など）が付いています",
    colours: "申請しないと書かれた色が付いています",
    strikes: "取り消し線が引かれ、合計もこの金額を除いて合っています",
    unexplained: "横の言葉からは、明細か合計か分かりません",
  },
  en: {
    unnamed: "no words stand beside it",
    "below-total": "it stands below the total",
    marks: "it is marked as not applied for (×, 対象外)",
    colours: "it has the colour that the sheet says is not applied for",
    strikes: "a line is drawn through it, and the totals are right without it",
    unexplained: "the words beside it are neither an item nor a total",
  },
};

/** The sheet's own signs say that a figure is not applied for. */
export const isLeftOut = (why: string): boolean => why === "marks" || why === "colours" || why === "strikes";

export const setAsideText = (reason: string, lang: Lang): string =>
  SET_ASIDE[lang][reason as SetAsideReason] ?? SET_ASIDE[lang].other;

export const unreadText = (why: string, lang: Lang): string =>
  UNREAD[lang][why as UnreadReason] ?? UNREAD[lang].unexplained;

/** By `TotalRow.candidates[].of`, whose "+labour" and "+tax" are told apart from it. */
export const TOTALLED: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: {
    group: "上に並ぶ明細",
    heading: "見出しの下の明細",
    below: "下に並ぶ明細",
    category: "この費目の明細",
    member: "この構成員の明細",
    all: "この表の明細",
    subtotals: "明細と小計",
    sheet: "このシートの明細",
    across: "左に並ぶ列",
    workbook: "すべてのシートの明細",
    proven: "足すとこの額になる行",
    nothing: "明細のない表",
  },
  en: {
    group: "the lines above it",
    heading: "the lines under its heading",
    below: "the lines below it",
    category: "the lines of this category",
    member: "the lines of this member",
    all: "the lines of this table",
    subtotals: "the lines and subtotals",
    sheet: "the lines of this sheet",
    across: "the columns left of it",
    workbook: "the lines of all sheets",
    proven: "the rows that add up to it",
    nothing: "a table without lines",
  },
};

/** "上に並ぶ明細の和", "the lines above it": what stands before the figure that a total should be. */
export function totalledText(of: string, lang: Lang): string {
  const [code = "", ...more] = of.split("+");
  const lines = TOTALLED[lang][code] ?? (TOTALLED[lang]["group"] as string);
  const [labour, tax] = [more.includes("labour"), more.includes("tax")];
  return lang === "ja"
    ? `${lines}${labour ? "と労務費" : ""}の和${tax ? "に消費税を加えた額" : ""}`
    : `${lines}${labour ? " and the labour cost" : ""}${tax ? ", with tax," : ""}`;
}
