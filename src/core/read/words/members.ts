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

const ROLE =
  /(?:^|[^a-z\d])(代表|幹事|共同|連携|参加|参画|分担|構成)(?:構成)?(?:員|事業者|企業|機関|者|法人|申請者|会社|研究先|実施者|団体|先)?([a-z\d一二三四五甲乙丙丁]?)(?:分|負担額?|負担分|計上額|経費|対象経費|の?額)?$/;

const LONGEST_ROLE = 20;

/** The role that a header or a list gives a member, "代表" or "構成b"; null where it says none. */
export function roleIn(text: string): string | null {
  const said = compact(text).replace(/\([^()]*\)$/, "");
  const [, role, letter = ""] = said.length > LONGEST_ROLE ? [] : (ROLE.exec(said) ?? []);
  return role === undefined ? null : `${role}${letter}`;
}

export const isLead = (role: string): boolean => /^(?:代表|幹事)/.test(role);

/** Members are spoken of: 構成員別内訳, コンソーシアム. */
export const OF_MEMBERS = /共同申請|構成員|構成企業|構成機関|コンソ|参画機関|参加機関|共同(?:企業|事業)体|連携体/;
