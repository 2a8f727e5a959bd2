/**
 * Amounts as people write them beside other things in one cell: Ａ 600,000円, 196,000円（送料込）,
 * 64,000 ※値引後, 12,500円×8枚＝100,000円, 1.2M. What is a number and nothing else, `number.ts` reads.
 */
import { fraction, multiply, type Fraction } from "../money/fraction";
import { fold, mayHoldDigits } from "./fold";
import { readNumber, type NumberReading } from "./number";

const FIGURE = String.raw`[金¥\\]?[-▲△]?[¥\\]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:百万|千万|[万千億])?円?也?`;
/** It is money by its digits or its unit, not a number of something. */
const IS_MONEY = /\d,\d{3}|円|[¥\\金]/;
/** Ａ 600,000円: a letter by which a sum calls its parts (合計 Ａ＋Ｂ), before or behind the figure. */
const LETTER_FIRST =
  /^(?:[(（〔[［]?(?:[a-z]|[ァ-ン]|[イロハニホヘト])[)）〕\]］]|(?:[a-z]|[ァ-ン])(?=[\s:：.．=…]))[\s:：.．=…]*/;
const LETTER_LAST = /[\s….]*(?:[(〔[](?:[a-z]|[ァ-ン]|\d{1,2})[)〕\]]|(?<=[\s….円])(?:[a-z]|[ァ-ン]))$/;
/** （送料込）, ※値引後 behind a figure. */
const REMARK = new RegExp(String.raw`^(${FIGURE})\s*(?:\(([^()]*)\)|[※*](.*))$`, "s");
const REMARK_APART = new RegExp(String.raw`^(${FIGURE})\s+([ぁ-んァ-ヶー一-龠][^\d]*)$`);
/** 12,500円×8枚＝100,000円: a price, a count, and what they come to. */
const CALCULATION = new RegExp(
  String.raw`^[@(¥\\]*[\d,.]+[^\d=:]{0,8}?(?:[×✕*x+@-][^\d=:]{0,3}[\d,.]+[^\d=:]{0,8}?)+=\s*(${FIGURE})$`,
);
/** No bracket and no ※ says that it is only a remark. */
const APART = /^[^(※*]*$/;
const CHANGES_IT = /引|割|減|以[上下内]|超|未満|ずつ|毎|程度|前後|から|より|まで|[×x*+]/;
const THOUSANDS = /^¥?(\d{1,4}(?:\.\d{1,3})?)\s?(k|m|mil|million)$/;

/** Yen, where a text says an amount and little else; null where it says none, or several. */
export function readAmount(text: string): NumberReading | null {
  const plain = readNumber(text);
  if (plain !== null || text.length > LONGEST) return plain;
  if (!mayHoldDigits(text)) return null;
  const folded = fold(text.replace(SIGNS_AROUND, "")).trim();
  if (!/\d/.test(folded) || !IS_MONEY.test(folded)) return null;
  const calculated = CALCULATION.exec(folded)?.[1];
  if (calculated !== undefined) return readNumber(calculated);
  const bare = folded.replace(LETTER_FIRST, "").replace(LETTER_LAST, "");
  return bare === folded ? besideRemark(folded) : (readNumber(bare) ?? besideRemark(bare));
}
const LONGEST = 60;
/** ㋐ before, ① behind: folded they would be letters and digits. */
const SIGNS_AROUND = /^\s*[㋐-㋾]\s*|(?<=円\s*)\p{No}\s*$/gu;

function besideRemark(folded: string): NumberReading | null {
  const [, figure, inBrackets, behind] = REMARK.exec(folded) ?? REMARK_APART.exec(folded) ?? [];
  if (figure === undefined || !IS_MONEY.test(figure)) return null;
  const remark = inBrackets ?? behind ?? "";
  const read = readNumber(figure);
  if (read === null || (APART.test(folded) && CHANGES_IT.test(remark))) return null;
  return { ...read, tax: taxSaid(remark) };
}

/** 100,000円（税込110,000円） is exclusive: the remark says the other amount. 送料込 says nothing of tax. */
function taxSaid(remark: string): NumberReading["tax"] {
  const said =
    /税込|内税/.test(remark) || /うち.*税/.test(remark)
      ? "inclusive"
      : /税抜|税別|外税/.test(remark)
        ? "exclusive"
        : null;
  if (said === null || !/\d{3}/.test(remark) || /うち.*税/.test(remark)) return said;
  return said === "inclusive" ? "exclusive" : "inclusive";
}

/** It says a price, a count and what they come to. */
export const isCalculation = (text: string): boolean =>
  text.length <= LONGEST && /[=＝]/.test(text) && CALCULATION.test(fold(text).trim());

const FACTORS = /^@?([¥\\]?\d[\d,.]*)円?[×✕*x](\d[\d,.]*)([^\d=×✕*x]{0,6})=/;

/** The price and the count of 57,000円×4台＝228,000円; null where a text says no such calculation. */
export function factorsIn(text: string): { price: Fraction; count: Fraction; unit: string | null } | null {
  if (!isCalculation(text)) return null;
  const [, each = "", count = "", unit = ""] = FACTORS.exec(fold(text).replace(/\s+/g, "")) ?? [];
  const [price, times] = [readNumber(each)?.value, readNumber(count)?.value];
  return price === undefined || times === undefined ? null : { price, count: times, unit: unit === "" ? null : unit };
}

/** 450K, 1.2M: in a column of money. */
export function readThousands(text: string): NumberReading | null {
  if (!mayHoldDigits(text)) return null;
  const [, digits, step] = THOUSANDS.exec(fold(text).trim()) ?? [];
  if (digits === undefined || step === undefined) return null;
  const read = readNumber(digits);
  const value = read === null ? null : multiply(read.value, fraction(step === "k" ? 1_000n : 1_000_000n));
  return value === null ? null : { value, yen: true, unit: null, tax: null };
}

/** ¥ in a cell of its own beside its figure. */
export const isMoneySign = (value: unknown): boolean => typeof value === "string" && /^\s*[¥￥\\]\s*$/.test(value);
