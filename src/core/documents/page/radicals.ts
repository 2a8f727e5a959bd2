/**
 * Radicals that fonts map ideographs to: a text copied out of a PDF may hold ⾒ for 見. NFKC mends the Kangxi block
 * but for one, and hardly any of the supplement.
 */
import { isCircled } from "../../text/circled";

const RADICALS: Readonly<Record<string, string>> = {
  "⼾": "戸",
  "⻄": "西",
  "⻑": "長",
  "⻘": "青",
  "⻝": "食",
  "⻩": "黄",
  "⻫": "斉",
  "⻭": "歯",
  "⻯": "竜",
  "⻲": "亀",
  "⻤": "鬼",
  "⻨": "麦",
  "⻁": "虎",
  "⺟": "母",
  "⺠": "民",
  "⻆": "角",
  "⻅": "見",
  "⻉": "貝",
};

const RADICAL = /[⺀-⿟]/g;

/** NFKC, with radicals as the letters they stand for. ⑫ by itself stays: somebody gave the paper that number. */
export const foldRadicals = (text: string): string =>
  isCircled(text) ? text : text.replace(RADICAL, (letter) => RADICALS[letter] ?? letter).normalize("NFKC");
