/** Names of firms and other bodies in headers: 北九州工業株式会社, A社, 見積額（若戸ソフト）. */
import { compact, oneLine } from "../../text/fold";

const BODY = /会社|法人|大学|高専|研究所|機構|財団|組合|協会|\(株\)|\(有\)/;

export const isBody = (text: string): boolean => BODY.test(compact(text));

/** 株式会社洞海ウェブ, 若戸ソフト社, ㈱響, 小倉商店. */
export const isFirm = (name: string): boolean => isBody(name) || /[社店屋所院堂館園房]$/.test(name);

const OFFER = /(?:御?お?見積書?り?|提示|提案|オファー)(?:金?額|価格|内容)?/g;
const NOT_A_NAME =
  /^(?:\d+|[a-z①-⑳]|第?\d回?目?|(?:自|当|弊|他|各|本)社.*|.*(?:比較|採用|決定|選定|平均|最安|最低|合計|計|差額?|税抜き?|税込み?|単価|数量|回|版|案|負担額?)|(?:参考|当初|最終|前回|今回|初回|概算|変更|再|相|正式).*|の|額|金額|価格)$/;

/** The firm whose offer a header stands over, as it is written; null where it names none. */
export function bidderIn(header: string): string | null {
  const said = oneLine(header);
  const name = said
    .replace(OFFER, "")
    .replace(/^[\s\u3000（(【[:：]+|[\s\u3000）)】\]:：]+$/g, "")
    .trim();
  const isOffer = said.search(OFFER) >= 0;
  return (isOffer || isBody(name) || /社$/.test(name)) && name.length >= 2 && !NOT_A_NAME.test(compact(name))
    ? name
    : null;
}
