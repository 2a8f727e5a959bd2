/** What an estimate offers, and on what terms. */
import { plain } from "../../text/plain";
import type { DocumentItem } from "../document";
import { itemsLike, type FindFault } from "./fault";

const REFUSED_PAYMENT = /手形|小切手|リボ(?:ルビング)?払い?/g;
const NOT_MEANT =
  /^(?:[はでのによる支払い・、]|お支払)*(?:不可|お断り|不要|除|でき(?:ません|かねます)|お受けし|ではなく|以外)/;
const SECOND_HAND = /中古|再生品|リユース品|整備済(?:み)?品|\bused\b|refurbished/i;
const EXCLUDED =
  /飲食|懇親会|弁当|茶菓|会食|(?:保守|契約|ライセンス|更新).{0,6}(?:更新料|の更新|継続)|振込手数料|代引(?:き)?手数料|収入印紙|年会費|ノベルティ/;
const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;

const textOf = ({ name, spec }: DocumentItem): string => plain(`${name}${spec ?? ""}`);

/** Ways of paying that guidelines refuse, where the paper does not itself refuse them. */
export const refusedPayment: FindFault = ({ remarks }) => {
  const text = plain(remarks);
  const found = [...text.matchAll(REFUSED_PAYMENT)].filter(
    ({ index, 0: word }) => !NOT_MEANT.test(text.slice(index + word.length, index + word.length + 14)),
  );
  return [...new Set(found.map(([word]) => word))];
};

export const secondHand: FindFault = (document) =>
  itemsLike(document, ({ name, spec }) => SECOND_HAND.test(`${name} ${spec ?? ""}`));

export const excludedItems: FindFault = (document) => itemsLike(document, (item) => EXCLUDED.test(textOf(item)));

/** Not in yen, or without a word of Japanese. */
export const foreign: FindFault = ({ currency, items, issuer, remarks }) => {
  if (currency !== null && currency !== "JPY") return [currency];
  const words = [...items.map(textOf), issuer ?? "", remarks].join("");
  return items.length > 0 && !JAPANESE.test(words) ? [""] : [];
};
