/** What the sheet states of a line's category, matched with the scheme's own items. */
import { allKinds } from "../classify/families";
import { kindsMeant } from "../classify/hint";
import type { ItemRef, Scheme } from "../scheme/scheme";
import type { StatedCategory } from "./state";
import { spelled } from "../read/words/kana";
import { plain } from "../text/plain";
import { onceFor } from "../text/recalled";

/** "Ⅰ-3 消耗品費", "(3)消耗品費" and "③消耗品費" are 消耗品費; NFKC has turned Ⅰ into I and ③ into 3. */
const NUMBERING =
  /^[(（[【]?(?:[IVX]+|[0-9]{1,2})[)）\]】]?(?:[-ー－‐.．、・:：][(（]?[0-9]{1,2}[)）]?)?[.．、:：)）]?/;

const bare = (text: string): string => {
  const said = plain(spelled(text));
  return said.replace(NUMBERING, "") || said;
};

type MatchStated = (major: string | null, middle: string | null, minor: string | null) => StatedCategory;

/** What was stated beside one middle item, and the answer given. */
interface Answered {
  readonly major: string | null;
  readonly minor: string | null;
  readonly answer: StatedCategory;
}

/** A scheme's items by the words that name them, and its majors. */
const wordsOf = onceFor((scheme: Scheme) => {
  const byWord = new Map<string, ItemRef>();
  const put = (word: string, category: ItemRef) => {
    if (!byWord.has(plain(word))) byWord.set(plain(word), category);
  };
  for (const { middle } of scheme.categories) put(middle, { middle });
  for (const { middle, minor } of scheme.categories) if (minor !== undefined) put(minor, { middle, minor });
  for (const { middle, minor, words } of scheme.categories) {
    for (const word of words ?? []) put(word, minor === undefined ? { middle } : { middle, minor });
  }
  return { byWord, majors: new Map(scheme.majors.map((major) => [plain(major), major])) };
});

/** Sheets repeat the same few words thousands of times, so answers are kept. */
export function statedMatcher(scheme: Scheme): MatchStated {
  const { byWord, majors } = wordsOf(scheme);
  const answers = new Map<string | null, Answered[]>();

  const isOwnWord = (text: string): boolean => byWord.has(bare(text)) || byWord.has(plain(text));

  const find = (text: string): ItemRef | undefined => {
    const said = bare(text);
    const whole = byWord.get(said) ?? byWord.get(plain(text));
    if (whole !== undefined) return whole;
    // 諸経費(借用費), 諸経費／会議費: the part in brackets is the finer word.
    const parts = said.split(/[()（）/／:：・>＞]/).filter((part) => part !== "");
    return (
      parts
        .map((part) => byWord.get(part))
        .filter((category) => category !== undefined)
        .at(-1) ?? synonymOf(text)
    );
  };

  /** 交通費 for 旅費: another word, where the kinds it means belong to one item. */
  const synonymOf = (text: string): ItemRef | undefined => {
    const kinds = new Set(kindsMeant(text).map((kind) => allKinds[kind] as string));
    const items = scheme.categories.filter((category) => category.kinds.some((kind) => kinds.has(kind)));
    const [first] = items;
    if (first === undefined || items.some(({ middle }) => middle !== first.middle)) return undefined;
    const isOneMinor = items.every(({ minor }) => minor === first.minor);
    return first.minor !== undefined && isOneMinor
      ? { middle: first.middle, minor: first.minor }
      : { middle: first.middle };
  };

  return (major, middle, minor) => {
    let ofMiddle = answers.get(middle);
    if (ofMiddle === undefined) answers.set(middle, (ofMiddle = []));
    for (const known of ofMiddle) if (known.major === major && known.minor === minor) return known.answer;
    const answer = answerTo(major, middle, minor);
    ofMiddle.push({ major, minor, answer });
    return answer;
  };

  function answerTo(major: string | null, middle: string | null, minor: string | null): StatedCategory {
    // 研修費 over 報償費: the scheme's own word decides before what another word may mean.
    // A scheme without majors has one level: what stands under 大分類 is its item.
    const words = [middle, minor, ...(majors.size === 0 ? [major] : [])].filter((word) => word !== null);
    const own = words.find(isOwnWord) ?? words.find((word) => find(word) !== undefined);
    const category = own === undefined ? undefined : find(own);
    const fine = minor === null ? undefined : find(minor);
    return {
      major: (major === null ? undefined : majors.get(bare(major))) ?? null,
      middle: category?.middle ?? null,
      minor: fine?.minor ?? category?.minor ?? null,
      isOwnWord: own !== undefined && isOwnWord(own),
    };
  }
}
