/**
 * Text from cells and file names as it may be shown anywhere: a terminal obeys control characters, and direction marks
 * make a figure read backwards. Each becomes its code point in brackets; line breaks and tabs become a blank.
 */

/** Unicode 16: controls, line and paragraph separators, lone surrogates, bidi controls (UAX #9), annotations, tags. */
const OBEYED =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const BLANKS = /\r\n|[\t\n\r]/g;

/** Holds for every text that `OBEYED` finds something in, and for emoji: it is asked of megabytes. */
// eslint-disable-next-line no-control-regex
const SUSPECT = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]/;
/** The same for text of several lines. */
const SUSPECT_LINES =
  // eslint-disable-next-line no-control-regex
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]/;

/** "\u001b[31m" → "[U+001B][31m" */
export const visible = (text: string): string =>
  SUSPECT.test(text) ? text.replace(BLANKS, " ").replace(OBEYED, (character) => `[${codePointName(character)}]`) : text;

/** The same for text of several lines: their breaks stay. */
export const visibleLines = (text: string): string => text.split("\n").map(visible).join("\n");

/** JSON text with such characters in JSON's own escapes: what is parsed stays as it was. */
export const visibleJson = (json: string): string =>
  SUSPECT_LINES.test(json)
    ? json
        .split("\n")
        .map((line) => (SUSPECT.test(line) ? line.replace(OBEYED, escaped) : line))
        .join("\n")
    : json;

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
