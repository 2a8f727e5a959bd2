/** What the desk says of a line whose estimate only a person can judge, and of a grant that is not the one checked for. */
import type { Doubt } from "../core/desk/doubts";
import type { GrantDoubt } from "../core/desk/grant-doubt";
import { figure } from "../core/text/figure";
import type { FindingText, Lang } from "./message";

export function doubtText(doubt: Doubt, lang: Lang): FindingText {
  return lang === "ja" ? japanese(doubt) : english(doubt);
}

export function grantDoubtText({ rule, text, scheme, schemeEn }: GrantDoubt, lang: Lang): FindingText {
  const isEdition = rule === "scheme/edition";
  if (lang === "ja")
    return {
      title: isEdition ? "補助金の年度・回が違います" : "補助金の名称が違います",
      what: `「${text}」とありますが、「${scheme}」の予算書として確認しています。`,
      why: "補助金と、その年度・回によって、対象になる経費や補助率が違います。",
      todo: `「${scheme}」の申請であれば、補助金の名称を直してください。そうでなければ、申請する補助金をお知らせください。`,
    };
  return {
    title: isEdition ? "Another edition of the grant" : "Another grant",
    what: `The workbook says "${text}", and was checked as a budget for "${schemeEn}".`,
    why: "What is eligible, and at which rate, differs between grants and their editions.",
    todo: `If it is for "${schemeEn}", correct the name of the grant. If not, tell which grant it is for.`,
  };
}

function japanese({ reason, description, amount, difference, paper }: Doubt): FindingText {
  const line = `「${description}」`;
  const estimate = `見積書${paper === null ? "" : `（${paper.evidenceNo === null ? paper.file : `項番${paper.evidenceNo}`}）`}`;
  const say = (title: string, what: string, todo: string): FindingText => ({
    title,
    what,
    why: "明細は、見積書と付け合わせて確認されます。",
    todo,
  });
  switch (reason) {
    case "unreadable":
      return say(
        "見積書を開けません",
        `${line}の${estimate}を開けないか、文字を読み取れません。`,
        "パスワードのない PDF か Excel で、もう一度ご提出ください。",
      );
    case "scanned":
      return say(
        "見積書が画像です",
        `${line}の${estimate}は画像（スキャン）のため、金額を照合していません。`,
        "画像を見て、金額と発注先をお確かめください。",
      );
    case "foreign-currency":
      return say(
        "円以外の見積書です",
        `${line}の${estimate}は、円以外の通貨で書かれています。`,
        "円に換算した日とレートをお知らせください。",
      );
    case "quantity":
      return say(
        "数量が見積書より少なくなっています",
        amount === null || difference === null
          ? `${line}の数量（月数）が、${estimate}より少なくなっています。`
          : `${line}の ${figure(amount)}円 は、${estimate}の ${figure(amount - difference)}円 より、数量（月数）が少なくなっています（${figure(Math.abs(difference))}円の差）。`,
        "数量をご確認のうえ、明細を直すか、明細の数量の見積書をご提出ください。",
      );
    case "optional-item":
      return say(
        "見積書のオプションの品目です",
        `${line}は、${estimate}では合計に入っていないオプションの品目です。`,
        "事業に必要であれば、その品目を合計に含めた見積書をご提出ください。",
      );
    case "addressee":
      return say(
        "見積書の宛名が申請者と違います",
        `${line}の${estimate}の宛名が、申請者ではありません${shown(paper?.addressee)}。`,
        "申請者あての見積書をご提出ください。",
      );
    case "before-call":
      return say(
        "見積書の日付が公募の期間より前です",
        `${line}の${estimate}の日付${shown(paper?.date)}が、公募の期間より前です。`,
        "公募の期間に入ってからの見積書をご提出ください。",
      );
    case "expired":
      return say(
        "見積書の有効期限が切れています",
        `${line}の${estimate}は、発注予定日には有効期限${shown(paper?.validUntil)}が切れています。`,
        "発注予定日に有効な見積書をご提出ください。",
      );
    case "comparative-differs":
      return say(
        "相見積の品目か数量が違います",
        `${line}の相見積が、${estimate}と違う品目か数量になっています。`,
        "同じ品目・数量の相見積をご提出ください。",
      );
    case "several-candidates":
      return say(
        "どの見積書によるのか分かりません",
        `${line}に合う見積書が複数あります。`,
        "根拠とする見積書の項番を、備考に記入してください。",
      );
    default:
      return say(
        "見積書と付け合わせられません",
        `${line}と${estimate}が同じものか分かりません。`,
        "見積書の項番が正しいかをご確認ください。",
      );
  }
}

const shown = (text: string | null | undefined): string => (text === null || text === undefined ? "" : `（${text}）`);

function english({ reason, description, amount, difference, paper }: Doubt): FindingText {
  const line = `"${description}"`;
  const no = paper === null ? "" : paper.evidenceNo === null ? ` (${paper.file})` : ` no. ${paper.evidenceNo}`;
  const say = (title: string, what: string, todo: string): FindingText => ({
    title,
    what,
    why: "Lines are checked against their estimates.",
    todo,
  });
  const dash = (text: string | null | undefined): string => (text === null || text === undefined ? "" : ` (${text})`);
  switch (reason) {
    case "unreadable":
      return say(
        "Estimate cannot be opened",
        `Estimate${no} of ${line} cannot be opened or read.`,
        "Hand it in again as PDF or .xlsx, without a password.",
      );
    case "scanned":
      return say(
        "Estimate is a scan",
        `Estimate${no} of ${line} is a scan: its amounts were not compared.`,
        "Read it by eye, and compare amount and vendor.",
      );
    case "foreign-currency":
      return say(
        "Estimate not in yen",
        `Estimate${no} of ${line} is not in yen.`,
        "Tell the day and the rate of the conversion.",
      );
    case "quantity":
      return say(
        "Fewer than the estimate offers",
        amount === null || difference === null
          ? `${line} claims fewer (months) than estimate${no} offers.`
          : `${line} claims ${figure(amount)} yen for fewer (months) than estimate${no} offers at ${figure(amount - difference)} yen (${figure(Math.abs(difference))} yen apart).`,
        "Check the quantity, and correct the line or hand in an estimate of that quantity.",
      );
    case "optional-item":
      return say(
        "An optional item of the estimate",
        `${line} is an optional item of estimate${no} and not in its total.`,
        "If the project needs it, hand in an estimate that includes it.",
      );
    case "addressee":
      return say(
        "Estimate addressed to another",
        `Estimate${no} of ${line} is not addressed to the applicant${dash(paper?.addressee)}.`,
        "Hand in an estimate addressed to the applicant.",
      );
    case "before-call":
      return say(
        "Estimate dated before the call",
        `Estimate${no} of ${line} is dated${dash(paper?.date)} before the call's period.`,
        "Hand in an estimate of the call's period.",
      );
    case "expired":
      return say(
        "Estimate no longer valid",
        `Estimate${no} of ${line} is no longer valid${dash(paper?.validUntil)} on the day of the order.`,
        "Hand in an estimate that is valid on that day.",
      );
    case "comparative-differs":
      return say(
        "Comparative estimate differs",
        `The comparative estimate of ${line} offers other items or quantities than estimate${no}.`,
        "Hand in a comparative estimate of the same items and quantities.",
      );
    case "several-candidates":
      return say(
        "Several estimates fit",
        `Several estimates fit ${line}.`,
        "Put the number of the one it rests on into the remarks.",
      );
    default:
      return say(
        "Not to be compared with its estimate",
        `${line} and estimate${no} may not be the same thing.`,
        "Check whether the estimate's number is right.",
      );
  }
}
