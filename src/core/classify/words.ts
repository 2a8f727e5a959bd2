/** Finding many words in a text at once. */
import type { Reading } from "./reading";

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  readonly length: number;
  value: T[] | null;
  /** A short katakana word counts only by itself: "ピーチ" is not in "スピーチ". */
  alone: boolean;
}

export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;

/** A set of folded words, each with what it speaks for. */
export class Words<T> {
  private readonly root: Node<T> = { next: new Map(), length: 0, value: null, alone: false };

  /** `typed`: the word before folding; `value` null: the word only hides the shorter ones within it. */
  add(word: string, typed: string, value: T | null): void {
    let node = this.root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), length: i + 1, value: null, alone: false };
        node.next.set(code, next);
      }
      node = next;
    }
    node.value ??= [];
    node.alone = /^[ァ-ヺー]{1,3}$/.test(typed.normalize("NFKC"));
    if (value !== null) node.value.push(value);
  }

  /** Matches in order of their start; one inside a longer one is left out. */
  find({ text, gap }: Reading): Match<T>[] {
    const found: Match<T>[] = [];
    let covered = 0;
    for (let start = 0; start < text.length; start++) {
      let node = this.root.next.get(text.charCodeAt(start));
      let best: Node<T> | null = null;
      for (let end = start + 1; node !== undefined; end++) {
        if (node.value !== null && end > covered && standsAlone(text, gap, start, end, node.alone)) best = node;
        node = node.next.get(text.charCodeAt(end));
      }
      if (best !== null) {
        covered = start + best.length;
        found.push({ start, end: covered, values: best.value as T[] });
      }
    }
    return found;
  }
}

/** Latin words and short katakana words count only where they are words of their own. */
function standsAlone(text: string, gap: readonly boolean[], start: number, end: number, alone: boolean): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const before = gap[start] === true ? NaN : text.charCodeAt(start - 1);
  const after = gap[end] === true ? NaN : text.charCodeAt(end);
  if (isLetter(first) && isLetter(before)) return false;
  if (isLetter(last) && isLetter(after)) return false;
  if (isDigit(last) && isDigit(after)) return false;
  if (isDigit(first) && (isDigit(before) || isLetter(before))) return false;
  if (alone) return !isKatakana(before) && !isKatakana(after);
  return true;
}
