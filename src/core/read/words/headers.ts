/** What a column header says: which fields it may mean, and what it says of tax and of the unit of money. */
import { compact } from "../../text/fold";
import { PARTS_OF_A_WAGE, type Field } from "../field";
import { CONTAINED, WORDS } from "./header-vocabulary";
import { spelled } from "./kana";
import { answered, plainHeader } from "./plain-headers";
import { isTotalWord } from "./total-words";

export type Tax = "exclusive" | "inclusive";

export interface Header {
  /** What the column may mean, the likeliest first; the kind of table decides. Empty for a heading over columns. */
  readonly fields: readonly Field[];
  /** Whole words of the vocabulary count more than words that merely contain one. */
  readonly weight: number;
  readonly tax: Tax | null;
  /** Yen per figure: 1, 1,000, 10,000, 1,000,000. */
  readonly scale: number | null;
  /** The header's own word, folded, without tax, unit and remarks in parentheses. */
  readonly word: string;
  /** It names a month: "9月", "R7.9". */
  readonly month: boolean;
}

/** Words that stand over several columns and mean something only together with what stands below them. */
const OVER_COLUMNS =
  /^(?:見積(?:書|内容|内訳)?|積算(?:内訳|明細)?|発注|契約|注文|支払い?|振込|納品|納入|検収|引渡し?|予定|計画|予算|経費(?:内訳|の内訳)?|給与|賃金|月額給与|支給額内訳|内税|税抜|税込|補助事業|日程|スケジュール|時期|年月日|決済|証憑|根拠|業者情報|発注情報|支払情報|調達|購入|quotation|order|payment|estimate|price)$/;
/** Left behind by a heading over columns: the part that needs it. */
const NEEDS_HEADING =
  /^(?:名称?|氏名|会社名|業者名|日|日付|予定日?|年月日|時期|方法|手段|番号|no\.?|所在地?|住所|先|額|金額|年|月日|name|date|address|method|no)$/;

const INCLUSIVE = /ttc$|税込|税こみ|内税|税を?含|税込み|incl|withtax|gross/;
const EXCLUSIVE =
  /(?:montant|total|prix(?:unitaire|total)?|p\.?u\.?)ht$|税抜|税別|外税|税を?除|税を?含まな|税ぬき|本体価格|本体金額|^本体(?:代金?)?$|excl|w\/otax|withouttax|beforetax|\bnet\b/;
const TAX_WORDS =
  /(?:消費税(?:額|等)?(?:及び地方消費税)?)?(?:消費税込み?|消費税抜き?|税込み?|(?:消費)?税こみ|内税|税抜き?|税別|外税|税ぬき)|税を?(?:含む?|除く)|(?:incl(?:uding|usive|\.)?|excl(?:uding|usive|\.)?|with|w\/o|without|before)(?:of)?(?:tax|vat)?|tax(?:incl|excl)(?:uded|usive|\.)?/g;
const MONTH =
  /^(?:(?:令和|r|平成|h)?(?:元|\d{1,4})(?:年|[./-]))?\d{1,2}月(?:分|度)?$|^(?:令和|r)\d{1,2}[./-]\d{1,2}$|^20\d\d[./-]\d{1,2}$|^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** 8月 従事時間, 9月支給額: what a column says of its month. */
const OF_A_MONTH =
  /^(?:(?:令和|r)?(?:元|\d{1,4})(?:年|[./-]))?\d{1,2}月(?:分|度)?の?(?:従事|勤務|労働|作業|業務|実働|稼働|見込|計画|予定|実績)*(?:時間数?|工数|支給額?|支給予定額|支払予定?額?|給与(?:支給)?額?|賃金(?:支給)?額?)$/;
/** 4月給与 基本給, 令和7年4月分の残業手当: of when the wage is. */
const OF_A_WAGE =
  /^(?:(?:令和|r)?(?:元|\d{1,4})(?:年|[./-]))?\d{1,2}月(?:分|度)?の?(?:支給|給与|給料|賃金|月給)*(?:実績)?の?(?=\D{2})/;
const ORNAMENT = /[*※■◆●○◎□◇▼▽★☆【】[\]「」『』<>《》〈〉:;"'“”]|^[\d①-⑳ⅰ-ⅹ]+[.)、]/g;
/** ① 品名 */
const CIRCLED = /^\s*[①-⑳]/;
const ONLY_SIGNS =
  /^(?:\(?[a-zア-ン甲乙丙丁a-z\d①-⑳]\)?|[a-zア-ンa-z\d①-⑳()×*+\-=÷/.・]{2,12}|円|千円|万円|百万円|[¥$])$/;

/** 非課税額, 10%対象額: amounts at one rate. */
const OF_A_RATE =
  /^(?:免税|非課税|不課税|(?:軽減|標準)?(?:税率)?(?:8|10)%(?:税率)?|軽減税率|標準税率|課税)(?:分|対象)?(?:額|金額|分|経費)$|^(?:8|10)%(?:対象|税率)$/;

/** A folded header without the unit of its money in brackets: 4月(千円), 金額(円)(税抜). */
export const withoutUnit = (folded: string): string => folded.replace(/\((?:単位:?)?(?:百万|千|万)?円\)/, "");

const ONLY_UNIT = /^\(?(?:(?:金額の?)?単位[:は]?)?(?:百万|千|万)?円\)?$/;
/** （単位：千円）, 円: the unit of money, and nothing else. */
export const saysUnitOfMoney = (text: string): boolean => ONLY_UNIT.test(compact(text));

/** (個・式) in a row of units below the header. */
const UNITS_IN_BRACKETS =
  /^\((?:(?:円|千円|個|式|台|本|枚|冊|回|人|名|件|時間|h|日|泊|か月|ヶ月|月|年|箇所|セット|%|kg|m)[・,、/]?)+\)$/;
/** 1日の所定労働時間, 1か月所定労働時間 */
const OF_ONE_SPAN = /^1(?:日|[かヶヵケ]月)(?=.*(?:所定|労働|勤務|就業))/;
const SENTENCE = /[。!?]/;
const DIGIT = /\d/;
/** 旅費 事項, その他 内容: what is listed, of which item of cost. */
const OF_AN_ITEM = /^\S*(?:費|その他)[\s\u3000]+(\S+)$/;
/** 費目1, 費目2 */
const NUMBERED = /^(.*[^\d])([123])$/;

/** What a folded text says of tax; null when it says nothing or both. */
export function taxOf(folded: string): Tax | null {
  const inclusive = INCLUSIVE.test(folded);
  const exclusive = EXCLUSIVE.test(folded);
  return inclusive === exclusive ? null : inclusive ? "inclusive" : "exclusive";
}

/** 千円未満切捨て says how a figure was rounded, not in what it is told. */
const ROUNDING = /(?:百万|十万|百|千|万|1,?000)?円(?:未満|以下|単位(?:で|に|へ)?(?:切|四捨|丸))[^()]*/g;

/** Yen per figure that a folded text states ("単位:千円", "金額(千円)"); null when it states none. */
export function scaleOf(text: string): number | null {
  const folded = text.replace(ROUNDING, "");
  if (folded.includes("百万円")) return 1_000_000;
  if (folded.includes("千円")) return 1_000;
  if (folded.includes("万円")) return 10_000;
  return /円|yen|jpy|¥/.test(folded) ? 1 : null;
}

/** 金額（USD）, コスト(ドル): money that is not yen, and no amount until it is told in yen. */
const FOREIGN =
  /\((?:in)?(?:us\$|hk\$|nt\$|[$€£₩]|usd|eur|gbp|chf|cad|aud|cny|rmb|krw|twd|hkd|sgd|thb|vnd|inr|mad|(?:米|加|豪|香港|台湾)?ドル|ユーロ|ポンド|人民元|元|ウォン|バーツ)(?:建て?|立て?)?\)/;

/** Whether a header tells its figures in another money than yen. */
export const isForeign = (header: string): boolean => FOREIGN.test(compact(header));

/** A pattern: 入金, but not within 仕入金額, 購入金額 and 導入金額. */
export const MONEY_IN = "(?<![仕購導納投記])入金";

const SIZE =
  /^(?:外形|外径|内径)?(?:幅|奥行き?|高さ|長さ|厚さ|重量|質量|寸法|面積|容積|容量|電圧|電流|消費電力|出力|回転数|速度|温度)(?:\(|$)|サイズ$/;

const MEASURED =
  /\((?:[mckμ]?m[23]?|[mk]?g|t|[mk]?l|[mk]?w|k?va?|m?a|[mkg]?hz|[kmgt]b|mbps|dpi|㎡|㎥|℃|度|分|秒|インチ|inch|畳|坪)\)$/;

/** 参加見込（人）, 前（時間/月）: what is counted, also in a time. */
const COUNTED =
  /\((?:単位:?)?(?:延べ?)?(?:人|名|社|件|回|個|台|本|枚|冊|部|箱|袋|戸|頭|羽|室|席|点|票|人日|人月|人時|時間|h|kwh|km|%|ポイント|pt)(?:[/／](?:年|月|週|日|時間?|h|回|件|人|台|個|年間|月間))?\)$/;
/** 参加費（人）, 単価（時間）: money for each of them; 予算額(A) has a letter that names the column. */
const MONEY_FOR_EACH = /[費料代額価賃給金](?:\([^()]*\))?$|単価|予算|コスト|cost|price|amount/;

/** Whether a header tells sizes, weights, counts and the like: figures that are no money. */
export const isMeasure = (header: string): boolean => {
  const word = compact(header);
  return SIZE.test(word) || ((MEASURED.test(word) || COUNTED.test(word)) && !MONEY_FOR_EACH.test(word));
};

/** Whether a header speaks of money of any kind, be it a price, a rent or a grant: bare sums (計) may be of anything. */
export function tellsMoney(text: string): boolean {
  const word = compact(text);
  if (word === "" || word.length > LONGEST || isMeasure(word) || isForeign(word) || isTotalWord(text)) return false;
  return headsAmounts(text) || MONEY_FOR_EACH.test(withoutUnit(word)) || withoutUnit(word) !== word;
}

/** 項番・備考, 仕様及び型番 */
const PARTED = /(?:[・/,、&と]|及び?|または|又は|或いは)+/;

const LONGEST = 30;
const known = new Map<string, Header | null>();
const MOST_REMEMBERED = 5_000;

/** What one header cell says; null when it is no header that this vocabulary knows. */
export function headerOf(text: string): Header | null {
  if (text.length > LONGEST * 2) return null;
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const header = recognise(text);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(text, header);
  return header;
}

/** 労務費 Ｅ×Ｆ: how it is worked out of other columns. */
const BY_LETTERS = /[\s\u3000]+[A-ZＡ-Ｚa-z①-⑳](?:\s*[×✕*＊+＋\-－−÷/／=＝]+\s*[(（]?[A-ZＡ-Ｚa-z①-⑳][)）]?)+\s*$/;

/** → なにか, ほしいもの🎀, つまり…: what only adorns a header. */
const ADORNS = /[→←↑↓⇒➡⇨▶►…‥]|\u{fe0f}|\p{Extended_Pictographic}/gu;
/** （払う額）: a header in brackets and nothing besides. */
const IN_BRACKETS = /^\s*[(（]([^()（）]+)[)）]\s*$/;

function recognise(told: string): Header | null {
  const bare = told.replace(BY_LETTERS, "").replace(ADORNS, "");
  const inside = IN_BRACKETS.exec(bare)?.[1];
  return recogniseBare(bare) ?? (inside === undefined ? null : recogniseBare(inside));
}

function recogniseBare(text: string): Header | null {
  // payment_method, Unit-Price: the headers of a program's export.
  const written = compact(spelled(text)).replace(/(?<=[a-z])[_-](?=[a-z])/g, "");
  const folded = answered(written).replace(/(?<=[ぁ-んヶ一-龠)])\?$/, "");
  if (folded === "" || folded.length > LONGEST || SENTENCE.test(folded)) return null;
  const say = (fields: readonly Field[], weight: number, word: string, month = false): Header => ({
    fields,
    weight,
    tax: taxOf(folded),
    scale: scaleOf(folded),
    word,
    month,
  });
  const direct = WORDS.get(folded);
  if (direct !== undefined) return say(direct, 3, folded);
  const unitless = withoutUnit(folded);
  if (MONTH.test(unitless) || OF_A_MONTH.test(unitless)) return say([], 1, folded, true);
  const worded = WORDS.has(folded.replace(/\([^()]*\)$/, ""));
  if ((ONLY_SIGNS.test(folded) && !worded) || ONLY_UNIT.test(folded) || UNITS_IN_BRACKETS.test(folded))
    return say([], 0.5, "");
  if (folded.includes(":")) return null;
  const unnumbered = CIRCLED.test(text) ? folded.replace(/^\d{1,2}/, "") : folded;
  const bare = unnumbered.replace(/\([^()]*\)/g, "").replace(ORNAMENT, "");
  if (FOREIGN.test(folded)) return say([], 1, bare);
  const word = bare.replace(TAX_WORDS, "");
  if (word === "") {
    // 税抜 | 税込 under 金額, or alone over figures.
    if (taxOf(folded) !== null) return say(["amount"], 1, "");
    const inside = folded.replace(/[()]/g, "");
    const fields = WORDS.get(inside);
    return fields === undefined ? null : say(fields, 2, inside);
  }
  const exact = WORDS.get(word) ?? WORDS.get(bare) ?? WORDS.get(word.replace(/(?:等|など)$/, ""));
  if (exact !== undefined) return say(refined(exact, folded), 3, word);
  const everyday = plainHeader(word);
  if (everyday !== null) return say(everyday, 2, word);
  const wage = OF_A_WAGE.test(word) ? WORDS.get(word.replace(OF_A_WAGE, "")) : undefined;
  if (wage !== undefined && WAGE_FIELDS.has(wage[0] as Field)) return say(wage, 2, word);
  const item = OF_AN_ITEM.exec(text.trim())?.[1];
  const items = item === undefined ? undefined : WORDS.get(compact(item));
  if (items?.[0] === "description") return say(items, 2, compact(item as string));
  const numbered = NUMBERED.exec(word);
  const counted = numbered === null ? undefined : WORDS.get(numbered[1] as string);
  if (counted?.[0] === "category") return say([LEVELS[Number(numbered?.[2]) - 1] as Field], 2, word);
  const result = WORDS.get(RESULT.exec(word)?.[1] ?? "");
  if (result !== undefined) return say(result, 2, word);
  const parted = PARTED.test(word) ? word.split(PARTED).filter((part) => part !== "") : [];
  if (parted.length > 1) {
    const meanings = parted
      .map((part) => WORDS.get(part) ?? plainHeader(part) ?? undefined)
      .filter((fields) => fields !== undefined);
    const first = meanings[0];
    if (first !== undefined && meanings.length * 2 >= parted.length) {
      // 部署・内容: of who and what, what is the item.
      const what = meanings.find((fields) => fields[0] === "description");
      if (what !== undefined && WHOSE.has(first[0] as Field)) return say(what, 2, word);
      // "項番・備考" holds remarks that name a number, not bare numbers.
      const remarks = meanings.find((fields) => fields[0] === "note");
      return say(first[0] === "evidenceNo" && remarks !== undefined ? remarks : first, 2, word);
    }
  }
  if (OVER_COLUMNS.test(word)) return say([], 0.5, word);
  if (OF_A_RATE.test(word)) return say(["amount"], 2, word);
  if (word.length > 16 || DIGIT.test(word.replace(OF_ONE_SPAN, "")) || !MAY_CONTAIN_ONE.test(word)) return null;
  for (const [pattern, fields] of CONTAINED)
    if (pattern.test(word)) return fields.length === 0 ? null : say(fields, 1, word);
  return null;
}

/** 単価×数量×回数＝金額: what it comes to. */
const RESULT = /[×x*].*=([^=]+)$/;

/** Said beside the item in one column, whose it is. */
const WHOSE: ReadonlySet<Field> = new Set<Field>(["position", "person", "name", "role"]);

/** Any of the words that a header may contain: most texts hold none. */
const MAY_CONTAIN_ONE = new RegExp(CONTAINED.map(([{ source }]) => source).join("|"));

const LEVELS: readonly Field[] = ["major", "middle", "minor"];

/** 費目（大） is a 大項目, No.（項番） a column of estimate numbers. */
function refined(fields: readonly Field[], folded: string): readonly Field[] {
  const remark = /\(([^()]*)\)/.exec(folded)?.[1];
  if (remark === undefined) return fields;
  // 内訳（単価×数量＝金額）
  if (/[×x*].*=(?:金額|小計|計|額)$/.test(remark)) return ["amount"];
  const level = ["大", "中", "小"].findIndex(
    (size) => remark === size || remark === `${size}項目` || remark === `${size}分類`,
  );
  if (level >= 0 && fields.includes("category")) return [LEVELS[level] as Field];
  // 細目（品名・内容）: of a category's level, what the brackets say is written there.
  if (fields[0] === "minor" && remark.split(PARTED).every((part) => WORDS.get(part)?.[0] === "description"))
    return ["description"];
  return fields[0] === "no" && WORDS.get(remark)?.[0] === "evidenceNo" ? ["evidenceNo"] : fields;
}

const PARTS_OF_PAY: ReadonlySet<Field> = new Set<Field>(["allowances", "welfare"]);
const WAGE_FIELDS: ReadonlySet<Field> = new Set<Field>(PARTS_OF_A_WAGE);
const PAY_OF_ITS_OWN: ReadonlySet<Field> = new Set<Field>([...PARTS_OF_A_WAGE, "hourlyRate", "amount"]);

const IN_HOURS: ReadonlySet<Field> = new Set<Field>(["scheduledHours", "hours"]);
const UNIT_OF_TIME = /^(?:時間|h|hr)$/;
const SUM_OF_PARTS = /^(?:合|小|総)?計$/;

/** What several header cells above each other say together, top first. */
export function combinedHeader(parts: readonly string[]): Header | null {
  const leaf = parts[parts.length - 1];
  if (leaf === undefined) return null;
  if (parts.length === 1) return headerOf(leaf);
  const own = headerOf(leaf);
  const above = combinedHeader(parts.slice(0, -1));
  const folded = compact(parts.join(""));
  const tax = taxOf(folded);
  const scale = own?.scale ?? above?.scale ?? null;
  const word = compact(leaf).replace(/\([^()]*\)/g, "");
  // 諸手当 over 役職 and 家族: whatever stands under it is pay of that kind.
  if (above !== null && PARTS_OF_PAY.has(above.fields[0] as Field) && !PAY_OF_ITS_OWN.has(own?.fields[0] as Field))
    return { ...above, tax: tax ?? above.tax, scale };
  // 所定時間／月 over its unit 時間
  if (above !== null && IN_HOURS.has(above.fields[0] as Field) && UNIT_OF_TIME.test(word)) return { ...above, scale };
  // 数量 over the departments and their 計: the sum of counts is a count.
  if (above?.fields[0] === "quantity" && SUM_OF_PARTS.test(word)) return { ...above, scale };
  // 月所定 over 労働時間, 従事 over 予定時間: parted words of the vocabulary are known when they are read together.
  const isParted = WORDS.has(folded.replace(/\([^()]*\)/g, ""));
  const joined = isParted || NEEDS_HEADING.test(word) ? headerOf(parts.join("")) : null;
  const best =
    joined !== null && joined.fields.length > 0
      ? joined
      : own !== null && own.word === "" && above !== null && above.fields.length > 0
        ? above
        : own !== null && (own.fields.length > 0 || own.month)
          ? own
          : above !== null && (above.fields.length > 0 || above.month)
            ? above
            : own;
  // 4月の支給 over 基本給 and 諸手当 says of when the wage is; it parts no hours by the month.
  const isOfMonth = above?.month === true && !WAGE_FIELDS.has(own?.fields[0] as Field);
  return best === null ? null : { ...best, tax: tax ?? best.tax, scale, month: best.month || isOfMonth };
}

/** Whether a cell may head a column of amounts. */
export const headsAmounts = (value: unknown): boolean =>
  typeof value === "string" && headerOf(value)?.fields.some((field) => field.startsWith("amount")) === true;

/** Which of several amount columns is the one a budget claims: the greater, the likelier. */
export function amountRank(word: string): number {
  if (/採用|決定/.test(word)) return 7;
  if (/対象/.test(word)) return 6;
  if (/申請|計上|予算/.test(word)) return 5;
  if (/金額|amount/.test(word)) return 5;
  if (/見積|額|価格|cost|total/.test(word)) return 4;
  if (/^(?:合計|計|小計)/.test(word)) return 3;
  if (/事業費|事業に要する/.test(word)) return 2;
  return 3;
}
