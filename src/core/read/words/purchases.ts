/**
 * Purchases that are said in words: センサー：5,000円×4個＝20,000円, サーバー……120,000円, データ分析（120,000円), several of them
 * in one text, or sentences (委託に60万円、センサーに12万円を見込む).
 */
import { compact } from "../../text/fold";
import { readAmount } from "../../text/amount";
import { readQuantity } from "../../text/number";
import { spelled } from "./kana";
import { isTotalWord } from "./total-words";

/** As said; price and quantity where the text says a calculation. */
export interface Purchase {
  readonly name: string;
  readonly amount: string | null;
  readonly price: string | null;
  readonly quantity: string | null;
  readonly calculation: string | null;
  readonly inSentence: boolean;
}

const LONGEST_NAME = 45;

const DIGITS = "[0-9０-９][0-9０-９,，.．]*";
const MONEY = `[金¥￥]?\\s*(?:${DIGITS}\\s*(?:億|百万|千万|万|千)?円|[¥￥]\\s*${DIGITS}|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+)(?:也|-|－)?`;
const TAX = "(?:\\s*[（(](?:税抜き?|税込み?|税別|概算|予定|見込み?)[）)])?";
const PARTED = "\\s*(?:[：:＝=→⇒]|[…‥]+|[・.．･]{3,}|[-－―—ー]{2,}|[\\s\u3000]+)\\s*";
const TIMES = "[×✕xX*＊]";
const MAY_BE_SAID = /[0-9０-９].{0,3}円|[0-9０-９][,，][0-9０-９]{3}/;
/** センサー：5,000円×4個＝20,000円; the amount may be left out. */
const CALCULATED = new RegExp(
  `^(.+?)(?:${PARTED})[@＠]?(${MONEY}|${DIGITS})\\s*${TIMES}\\s*(${DIGITS}[^0-9０-９＝=]{0,6}?)\\s*(?:[＝=…‥\\s\u3000]+(${MONEY})${TAX})?[。.]?$`,
);
/** 通信費：月2,000円×6か月＝12,000円 */
const WORKED_OUT = new RegExp(
  `^([^：:＝=]+?)[：:\\s\u3000]+([^＝=]*[0-9０-９][^＝=]*)[＝=]\\s*(${MONEY})${TAX}[。.]?$`,
);
const PLAIN = new RegExp(
  `^(.+?)(?:${PARTED}|(?<=[^0-9０-９,，.．×@＠+/／-])(?=[金¥￥0-9０-９]))(${MONEY})${TAX}[。.]?$`,
);
/** センサー（180,000円）, センサー（6,000円×30個＝180,000円） */
const IN_BRACKETS = /^(.+?)[\s\u3000]*[（(](?:税抜き?|税込み?|約)?[\s\u3000]*([^（）()]+)[）)][。.]?$/;
const BULLET =
  /^[\s\u3000]*(?:[・●○◎■□◆◇▪•‣*＊＞>]|[-－–—](?=[\s\u3000])|[（(]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|[ア-ンｱ-ﾝ])[)）.．、](?![0-9０-９])|[①-⑳]|[0-9０-９]{1,2}[\s\u3000]+(?=\D))*[\s\u3000]*/;
/** Between purchases of one line, not within their figures. */
const BETWEEN = /[、；;／/](?![0-9０-９])|，(?![0-9０-９])|[\s\u3000]+(?=・)/;
/** 委託に60万円、センサーに12万円を見込む。 */
const IN_A_SENTENCE = new RegExp(`([^、。，]{2,45}?)(?:に|が|は|として|で|へ)?\\s*(?:約|およそ)?(${MONEY})`, "g");
const ENDS_A_PURCHASE = /^(?:を|と|や|および|及び|かかる|見込む|見込み|計上|支払う|[、。，\s])*/;
const BEGINS =
  /^(?:を(?:見込む|計上する|予定する)?|見込む|と|や|および|及び|また|さらに|このほか|そのほか|その他に|ほかに|加えて)[、，]?/;

/** It may say an amount: a quick look before a closer one. */
export const mayBeSaid = (text: string): boolean => MAY_BE_SAID.test(text);

/** Purchases of a text in its order; empty where it says none. */
export function purchasesIn(text: string): Purchase[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line) => {
      const one = purchaseIn(line);
      return one === null ? (listIn(line) ?? sentenceIn(line)) : [one];
    });
}

export const isSumOfPurchases = (name: string): boolean =>
  isTotalWord(name) || /^(?:以上)?[、,]?(?:合|総)?計(?:で|は)?$|^総額(?:で|は)?$/.test(compact(spelled(name)));

/** One item with its amount behind it. */
function purchaseIn(text: string): Purchase | null {
  const bare = text.replace(BULLET, "");
  const [, item, inside] = IN_BRACKETS.exec(bare) ?? [];
  return behind(bare) ?? (item === undefined || inside === undefined ? null : behind(`${item}：${inside.trim()}`));
}

function behind(text: string): Purchase | null {
  const calculated = CALCULATED.exec(text);
  if (calculated !== null) {
    const [, name = "", price = "", quantity = "", amount] = calculated;
    const counted = readQuantity(quantity) !== null && readAmount(price) !== null && name.length <= LONGEST_NAME;
    if (counted)
      return {
        name: trimmed(name),
        amount: amount ?? null,
        price,
        quantity,
        calculation: text.slice(name.length).replace(/^[：:\s…]+/, ""),
        inSentence: false,
      };
  }
  const worked = WORKED_OUT.exec(text);
  if (worked !== null && (worked[1] ?? "").length <= LONGEST_NAME && !mayBeSaid(worked[1] ?? "")) {
    const [, name = "", calculation = "", amount = ""] = worked;
    return { name: trimmed(name), amount, price: null, quantity: null, calculation, inSentence: false };
  }
  const [, name, amount] = PLAIN.exec(text) ?? [];
  if (name === undefined || amount === undefined || name.length > LONGEST_NAME || /[。、，]/.test(name)) return null;
  const own = trimmed(name);
  return own === "" || mayBeSaid(own) || readAmount(amount) === null
    ? null
    : { name: own, amount, price: null, quantity: null, calculation: null, inSentence: false };
}

const trimmed = (name: string): string => name.replace(/[\s\u3000：:＝=…‥・.．－―—-]+$/, "").trim();

/** 開発委託（600,000円）、センサー（180,000円）: every part of the line is one. */
function listIn(line: string): Purchase[] | null {
  const found = line
    .split(BETWEEN)
    .filter((part) => part.trim() !== "")
    .map(purchaseIn);
  const said = found.filter((one) => one !== null);
  return found.length > 1 && said.length === found.length ? said : null;
}

/** Every purchase of a sentence. */
function sentenceIn(text: string): Purchase[] {
  const found: Purchase[] = [];
  for (const [, said = "", amount = ""] of text.matchAll(IN_A_SENTENCE)) {
    const name = trimmed(said.replace(ENDS_A_PURCHASE, "").replace(BEGINS, ""));
    if (name !== "" && readAmount(amount) !== null)
      found.push({ name, amount, price: null, quantity: null, calculation: null, inSentence: true });
  }
  return found;
}
