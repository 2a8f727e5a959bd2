/** Rows and words of an estimate that are no items: totals, tax, carried sums, headings, what stands beside the total. */
import { compact } from "../../text/fold";
import { recalled } from "../../text/recalled";

type TotalKind = "net" | "tax" | "gross" | "total" | "base" | "carried";

export interface TotalLabel {
  readonly kind: TotalKind;
  /** 10, 8, 0; null where it names none. */
  readonly rate: number | null;
  /** うち消費税: the tax inside the figure above. */
  readonly inside: boolean;
  /** Of the whole paper, by its words, not of a section. */
  readonly whole: boolean;
}

const CARRIED = /(?:次|前)(?:頁|ページ|葉|紙)|繰越|繰り越|carried|broughtforward/;
const TAX = /消費税|地方消費税|^(?:内|外|うち)税|^税額?(?:\(|$|計|合計)|税額|salestax|consumptiontax|^tax|^vat/;
const NOT_TAX = /税(?:込|抜|別)|税を?(?:含|除)|税(?:等)?(?:対象|別途)|税対象額|税率対象/;
const SUBTOTAL = /小計|中計|subtotal/;
const NET = /税抜|税別|本体|工事価格|課税前|税を?除|税前|税を?含まな/;
const GROSS = /税込|総合計|総計|総額|支払|請求|税を?含|grandtotal|工事費計/;
const TOTAL =
  /合計|総計|累計|総額|^計$|^計[(:]|^\D{0,6}計\((?:税|消費)|見積(?:金)?額|(?:見積|合計|御見積|契約|総)金額|^金額$|^(?:見積)?価格$|お?支払(?:金額|総額|額)|請求(?:金額|予定額|額)|^total|grandtotal|amountdue|^計(?:算)?額$|工事費計|年額合計|^手数料等?合計|支払予定額/;
const BASE =
  /(?:10|8)%?(?:対象|課税|税率)|対象(?:額|金額|計)|課税(?:対象|額|分|計)|軽減税率|標準税率|非課税(?:額|計|分|対象)?|不課税(?:額|計|分)?|^(?:消費税|課税)?対象外(?:額|計|分)?$|(?:10|8)%(?:計|小計|分|$)/;

/** What a label beside a figure says; null when it is none of a total. */
export const totalOf = recalled((label): TotalLabel | null => {
  const text = compact(label)
    .replace(/[【】■□◆●▼※*:：|\-─…・]+/g, "")
    .replace(/^[お御ご]+/, "");
  if (text === "" || text.length > 40) return null;
  const rate = rateIn(text);
  const say = (kind: TotalKind, extra: Partial<TotalLabel> = {}): TotalLabel => ({
    kind,
    rate,
    inside: false,
    whole: false,
    ...extra,
  });
  if (CARRIED.test(text)) return say("carried");
  const inside = /うち|内|含/.test(text.slice(0, text.search(/税|$/) + 1)) || /内税/.test(text);
  // 10%対象 消費税 92,000: what stands last, next to the figure, is what it is.
  if (TAX.test(text) && !NOT_TAX.test(text.replace(/^.*(?=(?:内|うち)?消費税)/, ""))) return say("tax", { inside });
  if (SUBTOTAL.test(text)) return say("net");
  if (BASE.test(text) && !/消費税(?:額)?$|合計\(/.test(text)) return say("base");
  if (!TOTAL.test(text) && !NET.test(text) && !GROSS.test(text)) return null;
  const whole = TOTAL.test(text);
  if (NET.test(text) && !/税込/.test(text)) return whole || /計|額|工事価格/.test(text) ? say("net", { whole }) : null;
  if (GROSS.test(text)) return whole || /計|額/.test(text) ? say("gross", { whole }) : null;
  return say("total", { whole });
});

export function rateIn(text: string): number | null {
  const percent = /(?<![\d.])(10|8)(?:\.0)?%/.exec(compact(text))?.[1];
  if (percent !== undefined) return Number(percent);
  if (/非課税|不課税|対象外|免税/.test(text)) return 0;
  return /軽減/.test(text) ? 8 : /標準税率/.test(text) ? 10 : null;
}

/** A row of the table that is no item although it has a figure. */
export const isTotalRow = recalled((name) => {
  // (うち消費税等10%): what is inside a total may stand in brackets.
  const text = compact(name).replace(/[【】■□:：※*]|^[(（](?=うち|内|外|消費税)/g, "");
  if (totalOf(name) === null) return false;
  // 合計 inside a longer name ("合計出力2.4kW") is the name of a thing.
  return /^(?:[お御ご]?(?:見積)?(?:小|中|合|総|累|総合)?計(?:金?額)?|消費税.*|(?:内|うち|外).*税.*|税.*|.{0,12}(?:小計|合計|総計)(?:金?額)?(?:[(①-⑳a-z\d]|$).*|.*(?:繰越|頁|ページ).*|.*(?:費|工事|代|部|分|等)計|.*(?:対象|課税).*|(?:total|subtotal|grandtotal|tax|vat|consumptiontax|salestax).*|[お御ご]?(?:見積|請求|支払|契約).*(?:金?額|総額).*|.*計\((?:税|消).*|本体.*|工事価格.*|税抜.*|計)$/.test(
    text,
  );
});

export const isDiscount = (name: string): boolean =>
  /値引|割引|お?値下|端数(?:調整|処理|値引|切捨?)|調整額|出精|ディスカウント|キャンペーン(?:値|割)|特別(?:値|割|ご?奉仕)|discount|サービス値引|▲値引/i.test(
    compact(name),
  );

/** What is offered beside the total. */
export const isOptionWord = (text: string): boolean =>
  /オプション|ｵﾌﾟｼｮﾝ|option|別途(?:お)?見積|任意|(?:参考|推奨|追加)(?:品|見積|提案|ご提案|価格|明細|項目)|ご?希望(?:の場合|により)|合計(?:に|には)?(?:含|算入)/i.test(
    compact(text),
  );

/** Behind the last item. */
export const isEnd = (text: string): boolean =>
  /^[-=*.\s([〔【<]*(?:以下余白|以上|余白|blank|以下空白|〆)[-=*.\s)\]〕】>]*$/.test(compact(text));

/** A row of words only that begins a section: "■要件定義", "１．電源引込工事", "【オプション】". */
export const isSectionHead = (text: string): boolean =>
  /^(?:[■□◆◇●○＃#▼▽★☆※【<〈《[［＜◎]|\(?(?:\d{1,2}|[A-Za-z]|[ⅠⅡⅢⅣⅤIVX]{1,4}|[一二三四五六七八九十]{1,2}|[ア-オ])(?:[.．](?!\d)|[、)）:：]|\s))/.test(
    text.trim(),
  );
