/** Figures as estimates show them: ¥496,000-, 金五十二万円也, ▲23,000, 2台, 5.5人日, 一式. */
import { KANJI_FIGURE, kanjiFigure } from "../../text/kanji-figures";
import { plain } from "../../text/plain";
import { recalled } from "../../text/recalled";

const AROUND =
  /円也?|也|税込み?|税抜き?|税別|消費税|外税|内税|[¥￥\\@金計]|JPY|\((?:\)|(?=[^\d△▲-]))|(?<=^[^(]*)\)|[.]?-$|[*＊※]/g;
const GROUPED = String.raw`\d{1,3}(?:,\d{3})+|\d+`;
const WHOLE = new RegExp(`^([△▲-]?)(${GROUPED})$`);
const BRACKETED = new RegExp(`^\\((${GROUPED})\\)$`);
const EXACT = new RegExp(`^([△▲-]?)((?:${GROUPED})(?:\\.\\d+)?)$`);

const minus = (text: string): string => text.replace(/[−‐–—―ー─]/g, "-");

/** Whole yen, signed; null where the text is anything else than one figure. */
export const yenIn = recalled((text): number | null => {
  const folded = minus(plain(text));
  if (folded.length > 24) return null;
  const bracketed = BRACKETED.exec(folded.replace(/[¥￥\\円]/g, ""));
  if (bracketed !== null) return -digits(bracketed[1] as string);
  const bare = folded.replace(/^(-?)[¥￥\\]/, "$1").replace(AROUND, "");
  const match = WHOLE.exec(bare);
  if (match !== null) return digits(match[2] as string) * (match[1] === "" ? 1 : -1);
  return inKanji(folded.replace(/^金|円也?$|也$/g, ""));
});

/** A price or count, which may be broken; null where the text is anything else than one figure. */
export const numberIn = recalled((text): number | null => {
  const bare = minus(plain(text)).replace(AROUND, "");
  const match = EXACT.exec(bare);
  return match === null ? null : digits(match[2] as string) * (match[1] === "" ? 1 : -1);
});

const digits = (text: string): number => Number(text.replace(/,/g, ""));

const KANJI = new RegExp(`^[${KANJI_FIGURE}]+$`);

/** 五十二万八千 → 528000; null for any other text. */
export function inKanji(text: string): number | null {
  const value = KANJI.test(text) ? kanjiFigure(text) : null;
  return value === null ? null : Number(value);
}

export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
}

const COUNTED = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(\D.{0,8})?$/;
const IN_KANJI = /^([一壱二三四五六七八九十])(式|台|個|本|枚|組|名|セット|基|面|箇所|ヶ所|か所)$/;

/** "2台" → 2 and 台; "一式" → 1 and 式; null for any other text. */
export const quantityIn = recalled((text): Quantity | null => {
  const bare = plain(text).replace(/^[×xX@]|^各|^約/, "");
  const kanji = IN_KANJI.exec(bare);
  if (kanji !== null) return { value: inKanji(kanji[1] as string) as number, unit: kanji[2] as string };
  const match = COUNTED.exec(bare);
  if (match === null) return null;
  const unit = match[2]?.replace(/^[()]|[()]$/g, "") ?? "";
  return /^[,%/×x\d-]/.test(unit) ? null : { value: digits(match[1] as string), unit: unit === "" ? null : unit };
});

const FOREIGN =
  /US\$|USD|U\.S\.\$|EUR|€|GBP|£|CNY|RMB|人民元|元\)|HK\$|NT\$|SGD|KRW|₩|ドル|ユーロ|(?<![A-Z])\$(?=[\d ])/;
const CODES: readonly (readonly [RegExp, string])[] = [
  [/US\$|USD|U\.S\.\$|ドル/, "USD"],
  [/EUR|€|ユーロ/, "EUR"],
  [/GBP|£/, "GBP"],
  [/CNY|RMB|人民元|元\)/, "CNY"],
  [/HK\$/, "HKD"],
  [/NT\$/, "TWD"],
  [/SGD/, "SGD"],
  [/KRW|₩/, "KRW"],
  [/\$/, "USD"],
];

const MONEY = String.raw`US\$|U\.S\.\$|HK\$|NT\$|USD|EUR|GBP|CNY|RMB|SGD|KRW|[$€£₩]|米?ドル|ユーロ|人民元|元`;
const IN_FOREIGN = new RegExp(`^[(△▲-]*(?:${MONEY})?[△▲-]?(?:${GROUPED})(?:\\.\\d+)?(?:${MONEY})?\\)?$`);

/** A figure with the sign of another currency: $3,800.00, 350 USD; null where the text is anything else. */
export const foreignFigureIn = recalled((text): number | null => {
  const bare = minus(plain(text));
  if (!FOREIGN_SIGN.test(bare) || !IN_FOREIGN.test(bare)) return null;
  const value = digits(bare.replace(/[^\d.,]/g, "").replace(/^\.+/, ""));
  return /[(△▲-]/.test(bare) ? -value : value;
});
const FOREIGN_SIGN = new RegExp(MONEY);

/** ISO 4217 of a text that names another currency than yen; null where it names none. */
export function foreignIn(text: string): string | null {
  return FOREIGN.test(text) ? (CODES.find(([sign]) => sign.test(text))?.[1] ?? null) : null;
}
