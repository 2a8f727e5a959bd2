/** Whether two papers speak of the same company, and of the same item. */
import { plain } from "../../text/plain";

const FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益財団法人|一般財団法人|特定非営利活動法人|弁理士法人|税理士法人|\(株\)|\(有\)|\(同\)|御中|様$|Co\.,?Ltd\.?|Inc\.?|K\.K\./gi;
/** "…支店", "…営業所" and what follows name an office of the company. */
const OFFICE = /[^\s]{0,8}(支店|支社|営業所|事業所|出張所|本店|本社).*$/;

const bare = (name: string): string =>
  plain(name)
    .replace(FORMS, "")
    .replace(/[・･,、.．\-ー－‐]/g, "")
    .toLowerCase();

/** null when either is unknown. A name inside the other (with an office behind it) is the same company. */
export function sameCompany(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null;
  const [first, second] = [bare(a), bare(b)];
  if (first === "" || second === "") return null;
  if (first === second || first.includes(second) || second.includes(first)) return true;
  const [head, other] = [first.replace(OFFICE, ""), second.replace(OFFICE, "")];
  return head.length >= 2 && (head === other || other.startsWith(head) || head.startsWith(other)) && other.length >= 2;
}

/** Two item texts that share hardly a pair of neighbouring characters. */
export function unlikeItems(a: string, b: string): boolean {
  const [first, second] = [pairs(plain(a).toLowerCase()), pairs(plain(b).toLowerCase())];
  if (first.size === 0 || second.size === 0) return false;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return shared / Math.min(first.size, second.size) < 0.1;
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
  return found;
}
