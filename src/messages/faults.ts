/** What is wrong with an estimate itself, in words. */
import type { DocumentFault } from "../core/documents/faults/fault";
import type { FaultId } from "../core/scheme/estimate-faults";

type Lang = "ja" | "en";

const names: Readonly<Record<Lang, Readonly<Record<FaultId, string>>>> = {
  ja: {
    "no-issuer": "発行者が読み取れません",
    "no-number": "見積番号がありません",
    "no-date": "発行日がありません",
    "no-validity": "有効期限がありません",
    "no-addressee": "宛名がありません",
    addressee: "宛名が申請者と違います",
    "before-call": "発行日が公募の期間より前です",
    "after-period": "発行日が補助対象期間より後です",
    expired: "発注予定日には有効期限が切れています",
    delivery: "納期が補助対象期間より後です",
    payment: "認められない支払方法（手形・小切手など）が書かれています",
    "tax-basis": "税抜か税込かが書かれていません",
    arithmetic: "品目の合計と書かれた合計が合いません",
    lump: "内訳のない「一式」が金額の半分以上です",
    overhead: "諸経費・管理費がまとめて計上されています",
    discount: "値引きがどの品目のものか分かりません",
    "second-hand": "中古品の可能性があります",
    excluded: "補助の対象外になりやすい品目が入っています",
    foreign: "円以外、または外国語の見積書です",
    comparatives: "相見積が足りないか、相見積の品目・数量が違います",
  },
  en: {
    "no-issuer": "no issuer could be read",
    "no-number": "no estimate number",
    "no-date": "no date of issue",
    "no-validity": "no period of validity",
    "no-addressee": "no addressee",
    addressee: "addressed to another than the applicant",
    "before-call": "dated before the call's period",
    "after-period": "dated after the eligible period",
    expired: "no longer valid on the day of the order",
    delivery: "delivery after the eligible period",
    payment: "names a way of paying that is refused (bills, cheques)",
    "tax-basis": "does not say whether tax is included",
    arithmetic: "its items do not add up to its total",
    lump: "lump sums without a breakdown are half of it or more",
    overhead: "overhead in one lump",
    discount: "a discount that is not split between the items",
    "second-hand": "may be second-hand",
    excluded: "holds items that are often not eligible",
    foreign: "not in yen, or in another language",
    comparatives: "too few comparative estimates, or one that offers other items",
  },
};

/** One fault of one paper: "内訳のない「一式」が金額の半分以上です（システム構築一式）" */
export function faultText({ id, shown, clause }: DocumentFault, lang: Lang): string {
  const [open, close, comma] = lang === "ja" ? ["（", "）", "、"] : [" (", ")", ", "];
  const words = shown.length === 0 ? "" : `${open}${shown.slice(0, MOST_SHOWN).join(comma)}${close}`;
  const source = clause === null ? "" : lang === "ja" ? `（要領 ${clause}）` : ` (guideline ${clause})`;
  return `${names[lang][id]}${words}${source}`;
}

const MOST_SHOWN = 3;

/** What is told with every list of faults. */
export const faultsRemark: Readonly<Record<Lang, string>> = {
  ja: "見積書は、事務局から差し戻されることが最も多い書類です。出す前に確かめてください。",
  en: "Estimates are what offices return most: look at these before handing in.",
};

/** One fault of several papers, for the list of what a person has to look at. */
export function faultSentence(id: string, files: readonly string[], clause: string, lang: Lang): string {
  const known = names[lang][id as FaultId];
  const more = files.length - MOST_SHOWN;
  if (lang === "ja")
    return `見積書：${known}${clause === "" ? "" : `（要領 ${clause}）`}。${files.slice(0, MOST_SHOWN).join("、")}${more > 0 ? `ほか${more}件` : ""}`;
  return `Estimates: ${known}${clause === "" ? "" : ` (guideline ${clause})`}. ${files.slice(0, MOST_SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
