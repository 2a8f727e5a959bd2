/** The scheme's category words, recognised however they are set: "Ⅰ 物品費", "【物品費】", "機械装置等⏎製作・購入費". */
import { compact, folding, unspaced } from "../../text/fold";
import { onceFor } from "../../text/recalled";
import { spelled } from "./kana";

export interface CategoryWords {
  readonly major: readonly string[];
  readonly middle: readonly string[];
  readonly minor: readonly string[];
}

export type Level = "major" | "middle" | "minor";

export interface CategoryFound {
  readonly level: Level;
  /** The scheme's own word, compact. */
  readonly word: string;
  /** As the sheet writes it, without numbering, brackets and white space. */
  readonly shown: string;
}

const MARKS = /^[\s§■◆●○◎□◇▼▽▶►・*※【[「『<〈《(＜〔［≪―－ー\-└├#＃]*/;
const ROMAN = /(?:[ivxⅠ-Ⅻⅰ-ⅻ]{1,4}|[IVXＩＶＸ]{1,4})(?:[-－‐ー.．][\d０-９]{1,2})*(?![A-Za-zＡ-Ｚａ-ｚ])/;
/** Not of 3Dプリンタ, 5G回線. */
const DIGITS = /[\d０-９]{1,2}(?:[-－.．][\d０-９]{1,2})*(?![A-Za-zＡ-Ｚａ-ｚ])/;
const CIRCLED = /[①-⑳㋐-㋾]{1,3}/;
/** "A 機械", "ab) 機械"; AI開発, IoT機器 and Total begin with letters that number nothing. */
const LETTERS = /[a-zA-ZＡ-Ｚａ-ｚ](?![A-Za-zＡ-Ｚａ-ｚ])|[a-zA-ZＡ-Ｚａ-ｚ]{2,3}(?=[.．)）、:：\]】〉》>-])/;
const KANJI = /(?<=第)[一二三四五六七八九十]{1,2}(?=[\s\u3000])|[一二三四五六七八九十]{1,2}(?=[.．)）、:：項節款章])/;
const KANA = /[ア-ンｱ-ﾝ](?:[.．)）、:：]|[\s\u3000])[\s\u3000]*/;
const either = (...patterns: readonly RegExp[]): string => `(?:${patterns.map(({ source }) => source).join("|")})`;
/** Ⅰ－１, 第１項, ア, ㋐, (2), ①, and brackets and marks of any style before a name. */
const NUMBERING = new RegExp(
  `${MARKS.source}(?:第?${either(ROMAN, DIGITS, CIRCLED, LETTERS, KANJI)}` +
    `(?:[項節款章号](?=[\\s\\u3000:：]))?[\\s.．)）、:：\\]】〉》>-]*|${KANA.source})?[\\s【[「『<〈《＜〔［≪]*`,
);
const LONGEST_HEADING = 100;
const CLOSING = /[\s】\]」』>〉》)）:：＞〕］≫―－-]*$/;
const REMARK = /[(（][^()（）]*[)）]/g;
const SUFFIX = /(?:の部|内訳|明細|関係|関連費用|一覧)$/;

/** A heading without its numbering, brackets and remarks, as typed otherwise. */
export const withoutNumbering = (text: string): string =>
  text.length > LONGEST_HEADING ? text : text.replace(NUMBERING, "").replace(CLOSING, "");

const keyOf = (text: string): string =>
  compact(text)
    .replace(/[・･/、,.\-ー]/g, "")
    .replace(/等|及び/g, "")
    .replace(/その他の/, "その他");

/** 旅費以外の経費 names what it leaves out. */
const EXCLUDES = /以外|を?除[くい]|対象外|含まない/;

interface Entry {
  readonly level: Level;
  readonly word: string;
}

/** A scheme's words as texts are held against them. */
interface Vocabulary {
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly longestFirst: readonly (readonly [key: string, entry: Entry])[];
  /** A letter in which one of them ends. */
  readonly ending: RegExp;
}

const vocabularyOf = onceFor((words: CategoryWords): Vocabulary => {
  const byKey = new Map<string, Entry>();
  for (const level of ["major", "middle", "minor"] as const)
    for (const word of words[level]) {
      const key = keyOf(word);
      if (key !== "" && !byKey.has(key)) byKey.set(key, { level, word: compact(word) });
    }
  return {
    byKey,
    longestFirst: [...byKey].filter(([key]) => key.length >= 2).sort((a, b) => b[0].length - a[0].length),
    ending: folding([...byKey.keys()].map((key) => key.slice(-1))),
  };
});

export class Categories {
  private readonly vocabulary: Vocabulary;
  private readonly seen = new Map<string, CategoryFound | null>();

  constructor(readonly words: CategoryWords) {
    this.vocabulary = vocabularyOf(words);
  }

  /** The category a whole text names; null when it says anything else. */
  resolve(text: string): CategoryFound | null {
    if (text.length > 40) return null;
    const remembered = this.seen.get(text);
    if (remembered !== undefined) return remembered;
    const found = this.lookUp(text);
    if (this.seen.size > 20_000) this.seen.clear();
    this.seen.set(text, found);
    return found;
  }

  private lookUp(text: string): CategoryFound | null {
    const { byKey, ending } = this.vocabulary;
    if (!ending.test(text)) return null;
    const bare = withoutNumbering(text);
    const remarkless = text.replace(REMARK, "");
    const bareWithout = remarkless === text ? bare : withoutNumbering(remarkless);
    // Most texts are all of these at once.
    for (const candidate of new Set([text, bare, remarkless, bareWithout, bare.replace(SUFFIX, "")])) {
      const found = byKey.get(keyOf(candidate)) ?? byKey.get(keyOf(spelled(candidate)));
      if (found === undefined) continue;
      // 諸経費（借用費）: what stands in brackets is the finer category, and stays.
      const remark = /[(（]([^()（）]*)[)）]/.exec(text)?.[1];
      const finer = remark !== undefined && byKey.has(keyOf(remark));
      return { ...found, shown: unspaced(finer ? text.replace(NUMBERING, "") : candidate) };
    }
    return null;
  }

  /** その他経費／旅費: several categories in one cell, each of another level; empty when it says anything else. */
  path(text: string): readonly CategoryFound[] {
    const parts = text.split(/[/／>＞→:：\-－\n]/).filter((part) => part.trim() !== "");
    if (parts.length < 2 || parts.length > 3) return [];
    const found = parts.map((part) => this.resolve(part)).filter((part) => part !== null);
    return found.length === parts.length && new Set(found.map((part) => part.level)).size === parts.length ? found : [];
  }

  /** The one category a title or sheet name mentions: a 大項目 before a 中項目; null when it mentions several. */
  mentioned(text: string): CategoryFound | null {
    const exact = this.resolve(text);
    if (exact !== null) return exact;
    if (EXCLUDES.test(text)) return null;
    let rest = keyOf(text);
    const found: Entry[] = [];
    for (const [key, entry] of this.vocabulary.longestFirst) {
      if (entry.level === "minor" || !rest.includes(key)) continue;
      rest = rest.split(key).join("\n");
      found.push(entry);
    }
    for (const level of ["major", "middle"] as const) {
      const named = found.filter((entry) => entry.level === level);
      if (named.length > 1) return null;
      const only = named[0];
      if (only !== undefined) return { ...only, shown: only.word };
    }
    return null;
  }
}

/** By their last letter, in kana as well: りょひ, ガイチュウヒ. */
const MAY_BE_COST = folding(["費", "料", "賃", "金", "ひ", "ヒ", "う", "ウ", "ん", "ン"]);

/** Whether a text looks like the name of a cost category of some scheme: "人件費", "システム使用料". */
export const looksLikeCategory = (text: string): boolean => {
  if (!MAY_BE_COST.test(text)) return false;
  const bare = spelled(withoutNumbering(text));
  return bare.length <= 16 && /(?:費|経費|料|賃|金)(?:等)?$/.test(compact(bare)) && !/\s/.test(bare.trim());
};
