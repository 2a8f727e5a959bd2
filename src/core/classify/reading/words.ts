/** Finding many words in a text at once. */
import { firstLetter, foldWord, isDigit, isKatakana, isLetter, slotOfPair, type Reading } from "./reading";

/** Where words stand in a text, and what each speaks for; written over by the next search. */
interface Matches<T> {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly (readonly T[])[];
}

interface Entry<T> {
  readonly values: T[];
  /** A short katakana word counts only by itself: "ピーチ" is not in "スピーチ". */
  readonly alone: boolean;
}

/** A word of more letters than this has no bit. */
const MOST_LETTERS = 31;

/** 1 in `Words.singles`: the letter is a word; 2: its words wait for a text that holds it. */
const SINGLE = 1;
const WAITING = 2;

/** Words as typed, and what each speaks for; null: it only hides the shorter ones within it. */
interface Waiting<T> {
  readonly typed: string[];
  readonly values: (T | null)[];
}

/** A set of words, each with what it speaks for. They are folded when a text holds the letter they begin with. */
export class Words<T> {
  private readonly waiting = new Map<number, Waiting<T>>();
  private readonly entries = new Map<string, Entry<T>>();
  /** By the hash of a word's first two letters, a bit for each length of such words: most pairs of a text begin none. */
  private readonly lengths = new Int32Array(1 << 16);
  private readonly singles = new Uint8Array(1 << 16);
  private readonly found = { count: 0, starts: [] as number[], ends: [] as number[], values: [] as (readonly T[])[] };

  /** @param says whether what a word speaks for so far says `value` already */
  constructor(private readonly says: (known: readonly T[], value: T) => boolean) {}

  /** `typed`: "_" stands for a space. */
  add(typed: string, value: T | null): void {
    const first = firstLetter(typed);
    const others = this.waiting.get(first);
    if (others === undefined) {
      this.waiting.set(first, { typed: [typed], values: [value] });
      this.singles[first] = WAITING;
    } else {
      others.typed.push(typed);
      others.values.push(value);
    }
  }

  /** Folds the words that begin with a letter. */
  private takeIn(first: number): void {
    const { typed, values } = this.waiting.get(first) as Waiting<T>;
    this.singles[first] = 0;
    for (let i = 0; i < typed.length; i++) this.enter(typed[i] as string, values[i] as T | null);
    this.waiting.delete(first);
  }

  private enter(typed: string, value: T | null): void {
    const word = foldWord(typed.replaceAll("_", " "));
    const { length } = word;
    if (length > MOST_LETTERS) throw new Error(`Too long for a word: ${word}`);
    const known = this.entries.get(word);
    if (known !== undefined) {
      if (value !== null && !this.says(known.values, value)) known.values.push(value);
      return;
    }
    this.entries.set(word, {
      values: value === null ? [] : [value],
      alone: length <= 3 && /^[ァ-ヺー]{1,3}$/.test(typed.normalize("NFKC")),
    });
    if (length === 1) {
      this.singles[word.charCodeAt(0)] = SINGLE;
      return;
    }
    const slot = slotOfPair(word.charCodeAt(0), word.charCodeAt(1));
    this.lengths[slot] = (this.lengths[slot] as number) | (1 << length);
  }

  /** Matches in order of their start; one inside a longer one is left out. */
  find(reading: Reading): Matches<T> {
    const { codes, length, text } = reading;
    const { found, lengths, singles } = this;
    found.count = 0;
    let covered = 0;
    for (let start = 0; start < length; start++) {
      const first = codes[start] as number;
      if (singles[first] === WAITING) this.takeIn(first);
      const slot = start + 1 < length ? slotOfPair(first, codes[start + 1] as number) : 0;
      let bits = start + 1 < length ? (lengths[slot] as number) : 0;
      if (singles[first] === SINGLE) bits |= 2;
      // The longest first.
      while (bits !== 0) {
        const letters = 31 - Math.clz32(bits);
        bits ^= 1 << letters;
        const end = start + letters;
        if (end <= covered) break;
        if (end > length) continue;
        const entry = this.entries.get(text.slice(start, end));
        if (entry === undefined || !standsAlone(reading, start, end, entry.alone)) continue;
        covered = end;
        found.starts[found.count] = start;
        found.ends[found.count] = end;
        found.values[found.count++] = entry.values;
        break;
      }
    }
    return found;
  }
}

/** Latin words and short katakana words count only where they are words of their own. */
function standsAlone(reading: Reading, start: number, end: number, alone: boolean): boolean {
  const { codes } = reading;
  const first = codes[start] as number;
  const last = codes[end - 1] as number;
  const before = start === 0 || reading.gapAt(start) ? 0 : (codes[start - 1] as number);
  const after = reading.gapAt(end) ? 0 : (codes[end] as number);
  if (isLetter(first) && isLetter(before)) return false;
  if (isLetter(last) && isLetter(after)) return false;
  if (isDigit(last) && isDigit(after)) return false;
  if (isDigit(first) && (isDigit(before) || isLetter(before))) return false;
  if (alone && (isKatakana(before) || isKatakana(after))) return false;
  return !reading.isTorn(start, end) && !reading.isWithinWord(start, end);
}
