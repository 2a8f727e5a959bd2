/**
 * Folding of text for comparison. What is shown to people stays as typed; only comparisons look at folded text.
 */

/** Letters and signs, without capitals, that stay as they are when they are folded: most text holds nothing else. */
const PLAIN = String.raw`\u0021-\u0040\u005b-\u007e\u00d7\u3001\u3002\u300c\u300d\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff`;
const WIDE_OR_COMPATIBLE = new RegExp(`[^ A-Z${PLAIN}]`);
const TO_FOLD = new RegExp(`[^ ${PLAIN}]`);
const TO_COMPACT = new RegExp(`[^${PLAIN}]`);
const DASHES = /[\u2010-\u2015\u2212\u2500\u2501\ufe63]/g;
/** Seen by nobody: spaces and joiners without width, soft hyphens, marks of direction and of byte order, selectors of variants. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** NFKC, without what nobody sees; most text is in it already. */
export const normal = (text: string): string =>
  WIDE_OR_COMPATIBLE.test(text) ? text.normalize("NFKC").replace(UNSEEN, "") : text;

/** NFKC (full-width digits, half-width katakana, ㈱ …), without what nobody sees, dashes as "-", lower case. */
export const fold = (text: string): string =>
  TO_FOLD.test(text) ? normal(text).replace(DASHES, "-").toLowerCase() : text;

const SPACE = /\s/;
const SPACES = /\s+/g;

/** Folded, without any white space: "小  計" and "小計" are the same label. */
export const compact = (text: string): string => (TO_COMPACT.test(text) ? unspaced(fold(text)) : text);

const BREAK = /[\r\n\t\v]/;

/** As typed, on one line: line breaks become one space, the ends are trimmed. */
export function oneLine(text: string): string {
  if (!BREAK.test(text)) return text.trim();
  return text
    .split(/[\r\n\t\v]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

/** As typed, with no white space at all: how a category is shown that was set in two lines or spaced out. */
export const unspaced = (text: string): string => (SPACE.test(text) ? text.replace(SPACES, "") : text);

/** Nothing in it can be seen. */
export const isUnseen = (text: string): boolean => text.replace(UNSEEN, "").trim() === "";

const NOTHING = /^[\s\-‐-―−－ー~〜～・.…*/／]*$/;

/** "―", "－", "…" and blanks: a cell that says there is nothing to say. */
export const saysNothing = (text: string): boolean => NOTHING.test(text);
