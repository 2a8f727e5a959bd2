/** Words of the secretariat's overview, the same in workbook, CSV and on the page. */
import type { FigureName, LineField } from "../../core/desk/diff";
import type { SharedKind } from "../../core/desk/across";
import type { Standing } from "../../core/desk/standing";

export type Lang = "ja" | "en";

export const standingNames: Readonly<Record<Lang, Readonly<Record<Standing, string>>>> = {
  ja: { unreadable: "調べられない", correct: "直す", confirm: "確かめる", fine: "指摘なし" },
  en: { unreadable: "not checked", correct: "to correct", confirm: "to look at", fine: "nothing found" },
};

export const sharedNames: Readonly<Record<Lang, Readonly<Record<SharedKind, string>>>> = {
  ja: {
    "same-budget": "同じ予算書",
    "same-estimate": "同じ見積書",
    "same-vendor-text": "同じ業者の同じ文面",
    "shared-phone": "違う会社で同じ電話番号",
    "shared-account": "違う会社で同じ口座",
    "shared-person": "違う会社で同じ担当者名",
    "same-texts": "ほとんど同じ内訳の文面",
    "unit-price": "ほかと離れた単価",
  },
  en: {
    "same-budget": "the same budget",
    "same-estimate": "the same estimate",
    "same-vendor-text": "one vendor, the same words",
    "shared-phone": "different companies, one telephone number",
    "shared-account": "different companies, one bank account",
    "shared-person": "different companies, one person",
    "same-texts": "items in nearly the same words",
    "unit-price": "a unit price far from others'",
  },
};

export const fieldNames: Readonly<Record<Lang, Readonly<Record<LineField, string>>>> = {
  ja: {
    description: "内容",
    specification: "仕様",
    statedMajor: "大項目",
    statedMiddle: "中項目",
    unitPrice: "単価",
    quantity: "数量",
    amount: "金額",
    vendor: "発注先",
    evidenceNo: "項番",
    member: "構成員",
  },
  en: {
    description: "item",
    specification: "specification",
    statedMajor: "大項目",
    statedMiddle: "中項目",
    unitPrice: "unit price",
    quantity: "quantity",
    amount: "amount",
    vendor: "vendor",
    evidenceNo: "estimate number",
    member: "member",
  },
};

export const figureNames: Readonly<Record<Lang, Readonly<Record<FigureName, string>>>> = {
  ja: {
    applicant: "申請者",
    scheme: "制度",
    frame: "申請枠",
    applicantClass: "申請者の区分",
    tax: "消費税の扱い",
    claimed: "申請経費",
    eligible: "対象経費",
    allowed: "認められる経費",
    subsidy: "補助額（計算）",
    requested: "申請額",
  },
  en: {
    applicant: "applicant",
    scheme: "scheme",
    frame: "frame",
    applicantClass: "applicant's class",
    tax: "consumption tax",
    claimed: "claimed",
    eligible: "eligible",
    allowed: "allowed",
    subsidy: "subsidy (computed)",
    requested: "requested",
  },
};
