/** Numbers as people type them into cells: １２０，０００円, ¥120,000-, ▲5,000, 450千円, 1式, 37.5h. */
import { add, fraction, fromDecimal, multiply, ZERO, type Fraction } from "../money/fraction";
import { fold } from "./fold";
import { KANJI_FIGURE, kanjiFigure } from "./kanji-figures";

export interface NumberReading {
  readonly value: Fraction;
  /** Yen per figure where the text itself says so (円 1, 千円 1,000 …, already in `value`); null when it says none. */
  readonly yen: boolean;
  /** The counting word behind the figure: "式", "名", "か月". */
  readonly unit: string | null;
  readonly tax: "exclusive" | "inclusive" | null;
}

/** Excel keeps 15 digits: beyond this a figure is no longer whole yen, and nobody's budget. */
const FARTHEST = 1_000_000_000_000_000n;
const FARTHEST_NUMBER = Number(FARTHEST);
/** Below this a number has lost its digits (IEEE 754 subnormal). */
const LEAST_NORMAL = 2 ** -1022;

/** Whether a cell's number can be what somebody meant: neither too large, nor a remnant of a calculation. */
export const isFigure = (value: number): boolean =>
  Math.abs(value) <= FARTHEST_NUMBER && (Math.abs(value) >= LEAST_NORMAL || Object.is(value, 0));

export const isWithinReach = ({ n, d }: Fraction): boolean =>
  d === 1n ? n <= FARTHEST && n >= -FARTHEST : (n < 0n ? -n : n) <= FARTHEST * d;

const withinReach = (read: NumberReading): NumberReading | null => (isWithinReach(read.value) ? read : null);

const TAX_INCLUSIVE = /[(]?(?:消費税)?(?:税込み?|内税|込み?)[)]?/;
const TAX_EXCLUSIVE = /[(]?(?:消費税)?(?:税抜き?|税別|外税|抜き?)[)]?/;
const DIGITS = String.raw`(?:\d{1,3}(?:[,、]\d{3})+|\d+)(?:\.\d+)?|\.\d+`;
const PLAIN = new RegExp(`^(?:${DIGITS})$`);
const STEPS: readonly (readonly [string, bigint])[] = [
  ["億", 100_000_000n],
  ["百万", 1_000_000n],
  ["万", 10_000n],
  ["千", 1_000n],
];
const LARGE = new RegExp(`^(${DIGITS})(億|百万|万|千)`);
const COUNTED = new RegExp(`^(${DIGITS})([kc]?m[23]|[^\\d.,、/:×~=+*()-][^\\d/:×~=+*()]{0,7})?(?:\\([^()]*\\))?$`);

const plain = (digits: string): Fraction => fromDecimal(digits.replace(/[,、]/g, ""));

/** Kana and kanji with which no figure begins: all but those of 税込, 消費税, 内税, 込み, 外税, 抜き and 金. */
const WORD_FIRST = /^\s*(?![金税消内込外抜])[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/;

/** 金壱百弐拾万円也, 四万五千円: without 円, or 金 before it, kanji are words. */
const IN_KANJI = new RegExp(
  `^\\s*(?:金\\s*([${KANJI_FIGURE}][${KANJI_FIGURE}、，,・\\s]*)[円圓]?|([${KANJI_FIGURE}][${KANJI_FIGURE}、，,・\\s]*)[円圓])\\s*(?:也|なり|整)?\\s*$`,
);

/** An apostrophe is how Excel is told that a figure is text; programs write it into the text itself. */
const BEFORE_A_FIGURE = "@+'’";

/** ①, ⑵, ², ½: signs of lists, notes and fractions. Folded they would be digits more: "①24,000" is not 124,000. */
const SIGN = /\p{No}/u;
const LEADING_SIGNS = /^\s*\p{No}+/u;

/** Money: a figure with or without ¥, 円, 千円, 万円, 百万円, a tax word, or a negative sign (▲, △, -, parentheses). */
export function readNumber(text: string): NumberReading | null {
  const kanji = IN_KANJI.exec(text);
  const inKanji = kanji === null ? null : kanjiFigure((kanji[1] ?? kanji[2]) as string);
  if (inKanji !== null) return withinReach({ value: fraction(inKanji), yen: true, unit: null, tax: null });
  if (WORD_FIRST.test(text)) return null;
  const own = text.replace(LEADING_SIGNS, "");
  if (SIGN.test(own)) return null;
  let rest = fold(own).replace(/\s+/g, "");
  if (rest === "" || !/\d/.test(rest) || rest.length > 40) return null;
  let tax: NumberReading["tax"] = null;
  if (/[税込抜]/.test(rest)) {
    const inclusive = TAX_INCLUSIVE.exec(rest);
    const exclusive = TAX_EXCLUSIVE.exec(rest);
    if (inclusive !== null && exclusive !== null) return null;
    if (inclusive !== null) [rest, tax] = [rest.replace(inclusive[0], ""), "inclusive"];
    else if (exclusive !== null) [rest, tax] = [rest.replace(exclusive[0], ""), "exclusive"];
  }
  let negative = false;
  const bracketed = /^\(([^()]+)\)$/.exec(rest);
  if (bracketed !== null) [rest, negative] = [bracketed[1] as string, true];
  let yen = false;
  for (;;) {
    const first = rest[0];
    if (first === "▲" || first === "△" || first === "-") {
      if (negative) return null;
      negative = true;
    } else if (first === "¥" || first === "\\" || first === "金") yen = true;
    else if (first === undefined || !BEFORE_A_FIGURE.includes(first)) break;
    rest = rest.slice(1);
  }
  const ending = /(?:円也?|也|jpy|yen)?(?:\/(?:[kc]?m[23]|[^\d/]{1,6}))?(?:[.]?[-ー])?$/.exec(rest) as RegExpExecArray;
  if (ending[0] !== "") {
    if (/^(?:円|也|jpy|yen)/.test(ending[0])) yen = true;
    else if (ending[0].startsWith("/")) return null;
    rest = rest.slice(0, ending.index);
  }
  const parsed = readMagnitude(rest);
  if (parsed === null) return null;
  const value = negative ? { n: -parsed.value.n, d: parsed.value.d } : parsed.value;
  return withinReach({ value, yen: yen || parsed.stepped, unit: null, tax });
}

/** "120,000", "450千", "1億2,000万": the digits and their steps. */
function readMagnitude(text: string): { value: Fraction; stepped: boolean } | null {
  if (PLAIN.test(text)) return { value: plain(text), stepped: false };
  let rest = text;
  let value = ZERO;
  let below: bigint | null = null;
  while (rest !== "") {
    const match = LARGE.exec(rest);
    if (match === null) {
      if (below === null || !PLAIN.test(rest)) return null;
      return { value: add(value, plain(rest)), stepped: true };
    }
    const step = (STEPS.find(([name]) => name === match[2]) as readonly [string, bigint])[1];
    if (below !== null && step >= below) return null;
    value = add(value, multiply(plain(match[1] as string), fraction(step)));
    below = step;
    rest = rest.slice(match[0].length);
  }
  return below === null ? null : { value, stepped: true };
}

/** 37時間30分 */
const HOURS_AND_MINUTES = /^(\d{1,5}|\d{1,3},\d{3})(?:時間|h|hours?)([0-5]?\d)(?:分|m|min)$/;

/** A quantity: a figure with or without a counting word, or a product of such ("2名×3回" is 6). "一式" is 1. */
export function readQuantity(text: string): NumberReading | null {
  if (SIGN.test(text)) return null;
  const rest = fold(text).replace(/^\s*['’]|\s+/g, "");
  if (rest === "" || rest.length > 40) return null;
  const [, hours, minutes] = HOURS_AND_MINUTES.exec(rest) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    const value = add(plain(hours), fraction(Number(minutes), 60));
    return withinReach({ value, yen: false, unit: "時間", tax: null });
  }
  if (rest === "一式") return { value: fraction(1), yen: false, unit: "式", tax: null };
  let value: Fraction | null = null;
  let unit: string | null = null;
  for (const factor of rest.split(/[×*]|(?<=\D)x(?=\d)/)) {
    const match = COUNTED.exec(factor);
    if (match === null) return null;
    const figure = plain(match[1] as string);
    value = value === null ? figure : multiply(value, figure);
    unit = match[2] ?? unit;
  }
  return value === null ? null : withinReach({ value, yen: false, unit, tax: null });
}
