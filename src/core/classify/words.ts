/** Finding many words in a text at once. */
import type { Reading } from "./reading";

export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
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
  private readonly steps: Int32Array;
  private readonly targets: Int32Array;
  private readonly mask: number;

  /** `capacity`: letters of all the words together, at most. */
  constructor(capacity: number) {
    let size = 1024;
    while (size < capacity * 2) size *= 2;
    this.mask = size - 1;
    this.steps = new Int32Array(size).fill(-1);
    this.targets = new Int32Array(size);
  }

  private slot(step: number): number {
    let slot = (Math.imul(step, 0x9e3779b1) >>> 12) & this.mask;
    while (this.steps[slot] !== step && this.steps[slot] !== -1) slot = (slot + 1) & this.mask;
    return slot;
  }

  /** `typed`: the word before folding; `value` null: the word only hides the shorter ones within it. */
  add(word: string, typed: string, value: T | null): void {
    if (word === "") return;
    let node = (this.first[word.charCodeAt(0)] ||= this.newNode());
    for (let i = 1; i < word.length; i++) {
      const step = (node << 16) | word.charCodeAt(i);
      const slot = this.slot(step);
      if (this.steps[slot] === -1) {
        this.steps[slot] = step;
        this.targets[slot] = this.newNode();
      }
      node = this.targets[slot] as number;
    }
    const entry = (this.entries[node] ??= { values: [], alone: /^[ァ-ヺー]{1,3}$/.test(typed.normalize("NFKC")) });
    if (value !== null) entry.values.push(value);
  }

  private newNode(): number {
    if (this.entries.length === MOST_NODES) throw new Error("Too many words for one tree");
    return this.entries.push(undefined) - 1;
  }

  /** Matches in order of their start; one inside a longer one is left out. */
  find(reading: Reading): Match<T>[] {
    const { text } = reading;
    const found: Match<T>[] = [];
    let covered = 0;
    for (let start = 0; start < text.length; start++) {
      let node = this.first[text.charCodeAt(start)] as number;
      if (node === 0) continue;
      let best: Entry<T> | undefined;
      let bestEnd = 0;
      for (let end = start + 1; ; end++) {
        const entry = this.entries[node];
        if (entry !== undefined && end > covered && standsAlone(reading, start, end, entry.alone)) {
          best = entry;
          bestEnd = end;
        }
        if (end >= text.length) break;
        const slot = this.slot((node << 16) | text.charCodeAt(end));
        if (this.steps[slot] === -1) break;
        node = this.targets[slot] as number;
      }
      if (best !== undefined) {
        covered = bestEnd;
        found.push({ start, end: covered, values: best.values });
      }
    }
    return found;
  }
}

/** Latin words and short katakana words count only where they are words of their own. */
function standsAlone(reading: Reading, start: number, end: number, alone: boolean): boolean {
  const { text } = reading;
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const before = reading.gapAt(start) ? NaN : text.charCodeAt(start - 1);
  const after = reading.gapAt(end) ? NaN : text.charCodeAt(end);
  if (isLetter(first) && isLetter(before)) return false;
  if (isLetter(last) && isLetter(after)) return false;
  if (isDigit(last) && isDigit(after)) return false;
  if (isDigit(first) && (isDigit(before) || isLetter(before))) return false;
  return !alone || (!isKatakana(before) && !isKatakana(after));
}
