/** What the label of a row says: a total, tax, a discount, a note, a figure of the application. */
import { compact } from "../../text/fold";
import { looksLikeCategory, type Categories, type CategoryFound } from "./categories";
import { taxOf, type Tax } from "./headers";
import { spelled } from "./kana";
import { EVERYDAY_SUM } from "./total-words";

export interface TotalLabel {
  /** 1 小計, 2 計 and 物品費計, 3 合計, 4 総合計: what a total of higher rank sums over. */
  readonly rank: 1 | 2 | 3 | 4;
  /** Whether the words leave no doubt; "設計" and "温度計" end in 計, too. */
  readonly certain: boolean;
  /** It is of nothing in particular, of a category, a member or "Ⅰ＋Ⅱ": never part of an item's name. */
  readonly named: boolean;
  readonly tax: Tax | null;
  readonly category: CategoryFound | null;
  /** What stands before or behind the word for a total: "株式会社ひびき製作所". */
  readonly of: string;
}

const RANKS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  小計: 1,
  小計額: 1,
  subtotal: 1,
  "sub-total": 1,
  計: 2,
  中計: 2,
  集計: 2,
  累計: 3,
  total: 3,
  sum: 3,
  合計: 3,
  合計額: 3,
  合計金額: 3,
  総額: 3,
  総計: 4,
  総合計: 4,
  総合計額: 4,
  総合計金額: 4,
  grandtotal: 4,
  総事業費: 4,
};
/** ここまで ends a group, ぜんぶで all of them. */
const rankOf = (word: string): 1 | 2 | 3 | 4 =>
  RANKS[word] ?? (word.startsWith("ここまで") ? 1 : EVERYDAY.test(word) ? 3 : 2);
const EVERYDAY = new RegExp(`^(?:${EVERYDAY_SUM})$`);
const TOTAL_LAST = new RegExp(
  `^(.*?)(総合計(?:金額|額)?|合計(?:金額|額)?|小計額?|中計|集計|累計|総計|総額|sub-?total|grandtotal|total|sum|${EVERYDAY_SUM}|計)(?:金額|額|円)?$`,
);
const TOTAL_FIRST =
  /^(総合計|合計(?:金額|額)?|小計額?|中計|総計|sub-?total|grandtotal|total|計(?=[:・\-_=(]))[:・\-_=]?(.+)$/;
/** What a total may be of without naming a category. */
const WHOLE =
  /補助対象経費|助成対象経費|対象経費|対象外経費|補助対象外|補助事業費|総事業費|事業費|経費|支出|費用|収入|全体|見積|予算|大項目|中項目|項目|区分|費目|本表|ページ|各項|以上|税抜|税込|税別|全構成員|構成員|全社|年度|明細|内訳|金額|総|全|表|頁|年|月|本|当/g;
/** "a", "iii", "i+ii+iii", "1~3" */
const NUMBERS = /^(?:[a-z\d]{1,3}|[ivx\d+~・,、]{1,15}|[a-z\d](?:[+~・,、][a-z\d]){1,8})?$/;
const isWhole = (of: string): boolean => NUMBERS.test(of.replace(WHOLE, ""));
const BRACKETS = /[【】[\]「」『』<>〈〉《》■◆●○◎□▼:*＝=…]/g;

/** Reads a compact text as the label of a total; null when it is none. */
function readTotal(folded: string, categories: Categories, members: ReadonlySet<string>): TotalLabel | null {
  if (folded.length > 60) return null;
  const cleaned = folded.replace(BRACKETS, "").replace(/^[-~・]+|[-~・]+$/g, "");
  const whole = /^\(([^()]*)\)$/.exec(cleaned);
  const text = whole === null ? cleaned : (whole[1] as string);
  const bare = text
    .replace(/\([^()]*\)/g, "")
    .replace(
      /消費税|税込み?|税抜き?|税別|内税|外税|(?:incl|excl)[a-z]*\.?(?:of)?(?:(?:consumption|sales)?tax|vat)|with(?:out)?(?:tax|vat)/g,
      "",
    );
  let of: string;
  let word: string;
  const last = TOTAL_LAST.exec(bare);
  if (last !== null) [of, word] = [last[1] as string, last[2] as string];
  else {
    const first = TOTAL_FIRST.exec(bare);
    if (first === null) return null;
    [word, of] = [first[1] as string, first[2] as string];
  }
  of = of.replace(/の$/, "");
  const remark = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] as string).join("");
  const category = (of === "" ? null : categories.resolve(of)) ?? (remark === "" ? null : categories.resolve(remark));
  const rank = rankOf(word);
  const named = of === "" || category !== null || members.has(of) || isWhole(of) || looksLikeCategory(of);
  if (!named && last === null) return null;
  const certain = named || (word !== "計" && word !== "sum" && word !== "total" && word !== "総額" && of.length <= 30);
  return { rank, certain, named, tax: taxOf(text), category, of: of === "" ? remark : of };
}

const WORD_OF_TOTAL = new RegExp(`[計額]|${EVERYDAY_SUM}|[tTＴ][oOｏＯ][tTｔＴ]|[sS][uU][mM]`);

/** Labels of the rows of one reading, each text looked at once. */
export class Labels {
  private readonly seen = new Map<string, TotalLabel | null>();
  private readonly categories: Categories;
  private readonly members: ReadonlySet<string>;

  constructor(categories: Categories, members: ReadonlySet<string>) {
    this.categories = categories;
    this.members = members;
  }

  total(written: string): TotalLabel | null {
    const text = spelled(written);
    if (text.length > 80 || !WORD_OF_TOTAL.test(text)) return null;
    const remembered = this.seen.get(text);
    if (remembered !== undefined) return remembered;
    const label = readTotal(compact(text), this.categories, this.members);
    this.seen.set(text, label);
    return label;
  }
}

const WORD_OF_TAX = /税|tax/i;
const TAX_ROW =
  /^(?:\(?(?:内|うち|別途|上記)?(?:の|に係る)?\)?)?(?:消費税(?:額|等|相当額|分|及び地方消費税|・?地方消費税)*|税額|税金|tax|consumptiontax)(?:\(?(?:税率)?\d{1,2}%(?:分|対象)?\)?)*(?:額|分|計)?(?:\(.*\))?$/;

/** 消費税, 消費税等（10%）: neither a line nor a total. */
export const isTaxRow = (written: string): boolean => {
  const text = spelled(written);
  return text.length <= 60 && WORD_OF_TAX.test(text) && TAX_ROW.test(compact(text).replace(BRACKETS, ""));
};

const DISCOUNT =
  /値引|割引|値下げ|返品|返金|返戻|ディスカウント|ﾃﾞｨｽｶｳﾝﾄ|端数(?:調整|処理|カット|切)|調整額|出精|discount/i;

/** 値引き, 割引, 返品, 端数調整 … */
export const isDiscount = (text: string): boolean => DISCOUNT.test(text);

const TAKEN_OFF =
  /^[(（]?[お御ご]?(?:特別|出精|端数)?(?:[お御ご]?値引き?|割引き?|[お御ご]?値下げ|ディスカウント|ﾃﾞｨｽｶｳﾝﾄ|discount)(?:金?額)?(?:[(（].*[)）])?[)）]?$/i;

/** 値引, 特別値引き, 割引額 and no thing besides: its figure is taken off, written with a minus or not. */
export const isTakenOff = (text: string): boolean => TAKEN_OFF.test(compact(text).replace(BRACKETS, ""));

const NOTE =
  /^\s*(?:[※＊*]|[(（【[]?\s*(?:注|注記|注意|備考|参考|参考資料|参照|補足)\s*(?:[\d０-９]*\s*[)）】\]:：.．、]|[\d０-９]+\s|$)|注[\d０-９]|(?:以上|以下余白)\s*$|note)/i;

/** ※…, （注）…, 【参考】…, 以上 */
export const isNote = (text: string): boolean => BEGINS_NOTE.test(text) && NOTE.test(text);

/** Most texts are refused by their first letter. */
const BEGINS_NOTE = /^\s*[※＊*(（【[注備参補以nN]/;

const REFERENCE =
  /^(?:(?:うち|内|差引)?(?:補助金|助成金|交付金|補助|助成)(?:交付)?(?:申請|要望|希望|予定|見込|所要|交付|充当|決定)?(?:予定)?(?:金?額|見込)|(?:交付)?申請額|申請金額|補助率|助成率|補助(?:上限|限度)額?|補助金|助成金|交付決定額|自己(?:負担|資金)(?:額|分)?|差引(?:額)?|差額|残額|千円未満切(?:り)?捨て?|端数切捨|収入額?|借入金|事業者負担額?|企業負担額?|旅費(?:の)?(?:割合|比率)|割合|比率|前年度(?:予算|決算|実績)?額?|予算残額?|収支差額?|参考(?:値|額|金額)?)$/;

/** A figure of the application under a table: 補助率, 補助金申請額, 自己負担額 … */
export const isReference = (text: string): boolean =>
  text.length <= 40 &&
  (SAID_FOR_REFERENCE.test(text) ||
    REFERENCE.test(
      compact(text)
        .replace(/\([^()]*\)/g, "")
        .replace(BRACKETS, ""),
    ));

/** 参考：全体, （参考）設備込みの額, （参考：定価） */
const SAID_FOR_REFERENCE = /^\s*(?:参考\s*[:：]|[(（【[〔]\s*(?:ご?参考|定価|メーカー希望小売価格)\s*[)）】\]〕:：])/;

/** Words in place of an amount that will come: "見積依頼中", "#REF!", "約30万"; else they are words of something else. */
export const isToCome = (text: string): boolean =>
  /[\d０-９#＃?？½¼¾]|見積|未定|後日|確認|調整|別途|算定|計算|検討|不明|依頼|予定|半額|tbd|pending/i.test(text) ||
  WRITTEN_OUT.test(text) ||
  /^\s*[+-]?(?:nan|inf(?:inity)?)\s*$/i.test(text);

/** "二万四千円", "金壱百萬円也": a figure in words. */
const WRITTEN_OUT = /^\s*金?\s*[一二三四五六七八九壱弐参][〇一二三四五六七八九十百千万億壱弐参拾萬]+円?也?\s*$/;
