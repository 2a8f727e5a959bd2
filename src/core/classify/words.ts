/** Finding many words in a text at once. */
import type { Reading } from "./reading";

/** Where words stand in a text, and what each speaks for; written over by the next search. */
export interface Matches<T> {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly (readonly T[])[];
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;

interface Entry<T> {
  readonly values: T[];
  /** A short katakana word counts only by itself: "ピーチ" is not in "スピーチ". */
  readonly alone: boolean;
}

/** Nodes and letters have 16 bits each, so that one integer names a step from a node by a letter. */
const MOST_NODES = (1 << 16) - 1;

/** A set of folded words, each with what it speaks for: a tree of letters, its branches in one hash table. */
export class Words<T> {
  private readonly entries: (Entry<T> | undefined)[] = [undefined];
  /** By first letter: most letters of a text begin no word, and are passed over at once. */
  private readonly first = new Uint16Array(1 << 16);
  /** Step and the node it leads to, in turn. */
  private readonly branches: Int32Array;
  private readonly mask: number;
  /** By node: a bit for the last five bits of each letter that leads on, so that most letters are refused at once. */
  private readonly letters: Int32Array;
  /** By node: 1 where a word ends. */
  private readonly ends: Uint8Array;
  private readonly found = { count: 0, starts: [] as number[], ends: [] as number[], values: [] as (readonly T[])[] };

  /** `capacity`: letters of all the words together, at most. */
  constructor(capacity: number) {
    let size = 1024;
    while (size < capacity * 2) size *= 2;
    this.mask = size - 1;
    this.branches = new Int32Array(size * 2).fill(-1);
    this.letters = new Int32Array(capacity + 1);
    this.ends = new Uint8Array(capacity + 1);
  }

  private slot(step: number): number {
    const { branches, mask } = this;
    let slot = (Math.imul(step, 0x9e3779b1) >>> 12) & mask;
    while (branches[slot * 2] !== step && branches[slot * 2] !== -1) slot = (slot + 1) & mask;
    return slot * 2;
  }

  /** `typed`: the word before folding; `value` null: the word only hides the shorter ones within it. */
  add(word: string, typed: string, value: T | null): void {
    if (word === "") return;
    let node = (this.first[word.charCodeAt(0)] ||= this.newNode());
    for (let i = 1; i < word.length; i++) {
      const step = (node << 16) | word.charCodeAt(i);
      const slot = this.slot(step);
      if (this.branches[slot] === -1) {
        this.branches[slot] = step;
        this.branches[slot + 1] = this.newNode();
        this.letters[node] = (this.letters[node] as number) | (1 << (word.charCodeAt(i) & 31));
      }
      node = this.branches[slot + 1] as number;
    }
    this.ends[node] = 1;
    const entry = (this.entries[node] ??= { values: [], alone: /^[ァ-ヺー]{1,3}$/.test(typed.normalize("NFKC")) });
    if (value !== null) entry.values.push(value);
  }

  private newNode(): number {
    if (this.entries.length === Math.min(MOST_NODES, this.ends.length)) throw new Error("Too many words for one tree");
    return this.entries.push(undefined) - 1;
  }

  /** Matches in order of their start; one inside a longer one is left out. */
  find(reading: Reading): Matches<T> {
    const { codes, length } = reading;
    const { found, first, letters, ends, branches } = this;
    found.count = 0;
    let covered = 0;
    for (let start = 0; start < length; start++) {
      let node = first[codes[start] as number] as number;
      if (node === 0) continue;
      let best: Entry<T> | undefined;
      let bestEnd = 0;
      for (let end = start + 1; ; end++) {
        if (ends[node] === 1 && end > covered) {
          const entry = this.entries[node] as Entry<T>;
          if (standsAlone(reading, start, end, entry.alone)) {
            best = entry;
            bestEnd = end;
          }
        }
        if (end >= length) break;
        const letter = codes[end] as number;
        if ((((letters[node] as number) >> (letter & 31)) & 1) === 0) break;
        const slot = this.slot((node << 16) | letter);
        if (branches[slot] === -1) break;
        node = branches[slot + 1] as number;
      }
      if (best !== undefined) {
        covered = bestEnd;
        found.starts[found.count] = start;
        found.ends[found.count] = bestEnd;
        found.values[found.count++] = best.values;
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
