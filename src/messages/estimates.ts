/** Words for documents, for what is wrong with them, and for what became of the lines held against them. */
import type { DocumentKind, DocumentProblem } from "../core/documents/document";
import type { Decided, MatchReason, MatchState } from "../core/documents/match/matching";

type Lang = "ja" | "en";

/** "3_センサー.pdf 品目2・3" */
export function paperText(file: string, items: readonly number[], lang: Lang): string {
  if (items.length === 0) return file;
  return lang === "ja" ? `${file} 品目${items.join("・")}` : `${file} item ${items.join(", ")}`;
}

/** "確認済み（小倉、2025-05-20）" */
export function decidedText({ verdict, by, date, reason }: Decided, lang: Lang): string {
  const what = decisionNames[lang][verdict];
  const who = lang === "ja" ? `（${by}、${date}）` : ` (${by}, ${date})`;
  return `${what}${who}${reason === "" ? "" : ` ${reason}`}`;
}

/** What a person decided of a line and its papers. */
const decisionNames: Readonly<Record<Lang, Readonly<Record<Decided["verdict"], string>>>> = {
  ja: { accepted: "人が確認済み", rejected: "人が別の書類と判断", chosen: "人が選択" },
  en: { accepted: "confirmed by a person", rejected: "ruled out by a person", chosen: "chosen by a person" },
};

export const kindNames: Readonly<Record<Lang, Readonly<Record<DocumentKind, string>>>> = {
  ja: {
    estimate: "見積書",
    invoice: "請求書",
    order: "注文書",
    delivery: "納品書",
    receipt: "領収書",
    other: "その他の書類",
    unknown: "読めない書類",
  },
  en: {
    estimate: "estimate",
    invoice: "invoice",
    order: "order",
    delivery: "delivery note",
    receipt: "receipt",
    other: "other paper",
    unknown: "not readable",
  },
};

export const problemTexts: Readonly<Record<Lang, Readonly<Record<DocumentProblem, string>>>> = {
  ja: {
    "no-text": "文字のない画像（スキャン）です。内容を目で確かめてください。",
    empty: "空のファイルです。もう一度受け取ってください。",
    encrypted: "パスワードで保護されています。パスワードを外した写しを用意してください。",
    corrupt: "壊れていて開けません。もう一度受け取ってください。",
    "too-large": "大きすぎるため、読むのをやめました。見積書のページだけにしてください。",
    timeout: "時間内に読み終わりませんでした。印刷し直した PDF を用意してください。",
    unsupported: "この形式は読めません。PDF、Excel（.xlsx）、CSV のどれかにしてください。",
    "no-items": "品目の表も合計も見つかりません。内容を目で確かめてください。",
    arithmetic: "品目の合計と、書かれた合計が合いません。見積書の計算を確かめてください。",
    "foreign-currency": "円以外の通貨です。円に直した根拠を確かめてください。",
  },
  en: {
    "no-text": "pictures without text (a scan): read it by eye",
    empty: "an empty file: get it again",
    encrypted: "protected by a password: give a copy without",
    corrupt: "damaged: get it again",
    "too-large": "too large to be read: keep the estimate's pages only",
    timeout: "could not be read in time: give a PDF that is printed anew",
    unsupported: "this format cannot be read: give PDF, .xlsx or CSV",
    "no-items": "no table of items and no total was found: read it by eye",
    arithmetic: "its items do not add up to its total: check the estimate",
    "foreign-currency": "not in yen: check how it was converted",
  },
};

export const stateNames: Readonly<Record<Lang, Readonly<Record<MatchState, string>>>> = {
  ja: { 一致: "一致", 不一致: "不一致", 要確認: "要確認", 見積なし: "見積なし", 不要: "不要" },
  en: { 一致: "agrees", 不一致: "differs", 要確認: "to be confirmed", 見積なし: "no estimate", 不要: "none needed" },
};

export const reasonTexts: Readonly<Record<Lang, Readonly<Record<MatchReason, string>>>> = {
  ja: {
    unreadable: "見積書を確かに読めない",
    scanned: "見積書が画像（スキャン）",
    "not-an-estimate": "見積書ではない書類しかない",
    "no-document": "見積書が見つからない",
    "foreign-currency": "円以外の見積書",
    vendor: "発注先と発行者が違う",
    "tax-treatment": "消費税の扱いが違う",
    discount: "見積書の値引きが入っていない",
    quantity: "数量（月数）が見積書より少ない",
    amount: "金額が違う",
    "optional-item": "オプションの品目による",
    "item-name": "品名が大きく違う",
    addressee: "宛名が申請者ではない",
    "before-call": "公募の期間より前の日付",
    expired: "発注予定日に有効期限が切れている",
    "comparative-differs": "相見積の品目か数量が違う",
    "several-candidates": "合う見積書が複数ある",
  },
  en: {
    unreadable: "the estimate cannot be read for certain",
    scanned: "the estimate is a scan",
    "not-an-estimate": "only papers that are no estimates",
    "no-document": "no estimate found",
    "foreign-currency": "the estimate is not in yen",
    vendor: "vendor and issuer differ",
    "tax-treatment": "consumption tax is treated differently",
    discount: "the estimate's discount is left out",
    quantity: "fewer (months) than offered",
    amount: "the amount differs",
    "optional-item": "it rests on an optional item",
    "item-name": "the item's text is another",
    addressee: "addressed to another than the applicant",
    "before-call": "dated before the scheme's period",
    expired: "no longer valid on the order's day",
    "comparative-differs": "the comparative estimate offers something else",
    "several-candidates": "several estimates fit",
  },
};
