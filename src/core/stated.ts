/** What the sheet states of a line's category, matched with the scheme's own items. */
import type { ItemRef, Scheme } from "./scheme/scheme";
import type { StatedCategory } from "./state";
import { plain } from "./text/plain";

/** "Ⅰ-3 消耗品費", "(3)消耗品費" and "③消耗品費" are 消耗品費; NFKC has turned Ⅰ into I and ③ into 3. */
const NUMBERING =
  /^[(（[【]?(?:[IVX]+|[0-9]{1,2})[)）\]】]?(?:[-ー－‐.．、・:：][(（]?[0-9]{1,2}[)）]?)?[.．、:：)）]?/;

const bare = (text: string): string => {
  const said = plain(text);
  return said.replace(NUMBERING, "") || said;
};

export type MatchStated = (major: string | null, middle: string | null, minor: string | null) => StatedCategory;

/** Builds the matcher once a scheme; sheets repeat the same few words thousands of times, so answers are kept. */
export function statedMatcher(scheme: Scheme): MatchStated {
  const byWord = new Map<string, ItemRef>();
  const put = (word: string, category: ItemRef) => {
    if (!byWord.has(plain(word))) byWord.set(plain(word), category);
  };
  for (const { middle } of scheme.categories) put(middle, { middle });
  for (const { middle, minor } of scheme.categories) if (minor !== undefined) put(minor, { middle, minor });
  for (const { middle, minor, words } of scheme.categories) {
    for (const word of words ?? []) put(word, minor === undefined ? { middle } : { middle, minor });
  }
  const majors = new Map(scheme.majors.map((major) => [plain(major), major]));
  const answers = new Map<string, StatedCategory>();

  const find = (text: string): ItemRef | undefined => {
    const said = bare(text);
    const whole = byWord.get(said) ?? byWord.get(plain(text));
    if (whole !== undefined) return whole;
    // 諸経費(借用費), 諸経費／会議費: the part in brackets is the finer word.
    const parts = said.split(/[()（）/／:：・>＞]/).filter((part) => part !== "");
    return parts
      .map((part) => byWord.get(part))
      .filter((category) => category !== undefined)
      .at(-1);
  };

  return (major, middle, minor) => {
    const key = `${major ?? ""}\u0000${middle ?? ""}\u0000${minor ?? ""}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const category = (middle === null ? undefined : find(middle)) ?? (minor === null ? undefined : find(minor));
    const fine = minor === null ? undefined : find(minor);
    const answer: StatedCategory = {
      major: (major === null ? undefined : majors.get(bare(major))) ?? null,
      middle: category?.middle ?? null,
      minor: fine?.minor ?? category?.minor ?? null,
    };
    answers.set(key, answer);
    return answer;
  };
}
