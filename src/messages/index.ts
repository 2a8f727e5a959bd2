/** Words for everything the engine finds, in Japanese and English. */
import type { Finding } from "../core/judge/finding";
import type { Report } from "../core/report/report";
import { en, notCheckedEn } from "./en";
import { ja, notCheckedJa } from "./ja";
import { Facts, type FindingText, type Lang } from "./message";

export type { FindingText, Lang } from "./message";

const RULES = { ja, en };
const NOT_CHECKED = { ja: notCheckedJa, en: notCheckedEn };

/** @throws RangeError for a finding of a rule without words (a test keeps both complete) */
export function findingText(finding: Finding, lang: Lang): FindingText {
  const words = RULES[lang][finding.rule];
  if (words === undefined) throw new RangeError(`no words for ${finding.rule}`);
  return words.say(new Facts(finding.data));
}

export function notCheckedText(item: Report["notChecked"][number], lang: Lang): string {
  const words = NOT_CHECKED[lang][item.code];
  if (words === undefined) throw new RangeError(`no words for ${item.code}`);
  return words(new Facts(item.data));
}

/** One line that says what the rule finds. */
export const ruleText = (id: string, lang: Lang): string => RULES[lang][id]?.meaning ?? id;

/** The same as a heading. */
export function ruleTitle(id: string, lang: Lang): string {
  const text = ruleText(id, lang);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
