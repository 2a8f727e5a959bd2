/** The names of a consortium's members, as sheets write them: with or without the form of the body, with a department. */
import { compact } from "../../text/fold";

const CORPORATE =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益財団法人|公益社団法人|国立大学法人|学校法人|\(株\)|\(有\)|\(同\)/g;

/** 有限会社折尾金型 → 折尾金型 */
export const shortName = (name: string): string => compact(name).replace(CORPORATE, "");

/** The one member whom a text names: anywhere in full, or in short at its beginning; null for none or several. */
export function memberIn(text: string, members: readonly string[]): string | null {
  const said = compact(text).replace(/^[^\p{L}\p{N}(]+/u, "");
  const full = members.filter((member) => said.includes(compact(member)));
  const short = shortName(text).replace(/^[^\p{L}\p{N}]+/u, "");
  const named =
    full.length > 0
      ? full
      : members.filter((member) => shortName(member).length >= 2 && short.startsWith(shortName(member)));
  const [longest, ...others] = named.toSorted((a, b) => shortName(b).length - shortName(a).length);
  if (longest === undefined) return null;
  return others.every((other) => compact(longest).includes(compact(other))) ? longest : null;
}
