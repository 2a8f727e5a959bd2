/** How a workbook was read, in words: why a sheet gave nothing, and what a total should be the sum of. */
import type { Lang } from "./message";

/** By `SheetReading.skipped`. */
export const SKIPPED: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: {
    "no-table": "予算に使う表はありません",
    empty: "空のシートです",
    superseded: "古い版と思われるため数えません",
    copy: "ほかのシートの写しなので数えません",
    hidden: "隠されたシートなので読みません",
    example: "記入例なので読みません",
    "hidden-by-kenzan": "検算が作ったシートです",
    "by-choice": "読まない設定です",
  },
  en: {
    "no-table": "no table of use",
    empty: "empty",
    superseded: "superseded: not counted",
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
    workbook: "すべてのシートの明細",
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
    workbook: "the lines of all sheets",
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
