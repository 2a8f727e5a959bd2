/** Names of people: 佐藤 健一, 佐藤健一 and 佐藤 健一(経営企画課) are one person. */
import { fold, oneLine } from "./fold";

/** The name as typed, without a department or title in parentheses behind it. */
export function personName(text: string): string {
  const name = oneLine(text).replace(/[(（[［〔【][^)）\]］〕】]*[)）\]］〕】]?/g, " ");
  return name.replace(/\s+$/u, "").trim();
}

/** What two spellings of one name have in common. */
export function personKey(text: string): string {
  return fold(personName(text))
    .replace(/[\s・.,、]/g, "")
    .replace(/(?:氏|様|さん|殿)$/, "");
}
