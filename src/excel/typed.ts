/**
 * Text as it has to be put into a cell so that Excel keeps it text: what begins with = + - @, or could be taken for a
 * number, a date or TRUE, goes behind an apostrophe.
 */
const asText = (text: string): string =>
  text !== "" && (/^[^\p{L}]|\d|[０-９]|元/u.test(text) || /^(true|false)$/i.test(text)) ? `'${text}` : text;

/** A value for `Range.values`: numbers stay numbers, text stays text. */
export const asTyped = (value: string | number): string | number => (typeof value === "number" ? value : asText(value));
