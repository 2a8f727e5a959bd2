/** Names of people: 佐藤 健一, 佐藤健一 and 佐藤 健一(経営企画課) are one person. */
import { fold, oneLine } from "./fold";

/** The name as typed, without a department or title in parentheses behind it. */
export function personName(text: string): string {
  const name = oneLine(text).replace(/[(（[［〔【][^)）\]］〕】]*[)）\]］〕】]?/g, " ");
  return name.replace(/\s+$/u, "").trim();
}

/** Folded, without spaces and points: a text in which keys of persons are looked for. */
export const withoutGaps = (text: string): string => fold(text).replace(/[\s・.,、]/g, "");

/** What two spellings of one name have in common. */
export const personKey = (text: string): string => withoutGaps(personName(text)).replace(/(?:氏|様|さん|殿)$/, "");
