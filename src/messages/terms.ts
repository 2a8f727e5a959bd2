/** Words that several places say: what kinds of applicants are called, and what a person may still have to state. */
import type { ApplicantClass } from "../core/scheme/terms";
import type { Lang } from "./message";

export const CLASS_NAMES: Readonly<Record<Lang, Readonly<Record<ApplicantClass, string>>>> = {
  ja: {
    sme: "市内中小事業者",
    "non-sme": "市内中小事業者以外",
    "mid-sized": "中堅企業",
    small: "小規模事業者",
    rehabilitating: "再生事業者",
    large: "大企業等",
  },
  en: {
    sme: "SME in the city",
    "non-sme": "Other than SME",
    "mid-sized": "Mid-sized firm",
    small: "Small business",
    rehabilitating: "Firm in rehabilitation",
    large: "Large firm",
  },
};

/** By the codes of `SubsidyResult.missing` and of the settings. */
const MISSING: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: {
    frame: "申請枠",
    rate: "補助率",
    employees: "従業員数",
    corporateMembers: "構成員のうち企業の数",
    applicant: "申請者の区分",
    cap: "上限額",
    start: "事業の開始日",
    income: "事業の収入",
    scheme: "制度",
  },
  en: {
    frame: "the frame",
    rate: "the rate",
    employees: "the number of employees",
    corporateMembers: "the number of corporate members",
    applicant: "the applicant's class",
    cap: "the upper limit",
    start: "the project's start",
    income: "the project's income",
    scheme: "the grant",
  },
};

export const missingName = (what: string, lang: Lang): string => MISSING[lang][what] ?? what;
