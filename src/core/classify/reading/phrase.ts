/**
 * Phrases that lines are searched for. A line holds hardly any of them, and its pairs of neighbouring letters tell so at
 * once: each phrase knows pairs of which it holds one, as a rule at its beginning, and only where one of them stands is its
 * pattern tried.
 */

import { kept, type Signs } from "./kept";
import { ANY, signsOf } from "./leads";
import { slotOfPair, type Reading } from "./reading";

/** A bit for each phrase, 32 to a word. */
export type Sifted = Int32Array;

/** As many phrases as there can be, by words of 32; those of a row lie in one place. */
const WORDS = 8;
const WHATEVER = ANY.charCodeAt(0);

/** Their patterns. */
const sources: string[] = [];
/** Made at the first text, and anew when there are more phrases. */
let sieve: Sieve | null = null;

/** Of all phrases so far. */
export const signsOfAll = (): Signs[] =>
  sources.map((source) => [source.length, [...signsOf(source)].map((sign) => sign.padEnd(2, ANY)).join("")]);

/** @throws RangeError if they are of other patterns */
function keptSigns(): readonly Signs[] {
  if (kept === null) return signsOfAll();
  if (kept.length !== sources.length || kept.some(([length], i) => length !== sources[i]?.length))
    throw new RangeError("Signs were kept of other patterns");
  return kept;
}

/** Which phrases letters are a sign of. */
class Sieve {
  /** Row of phrases, by the hash of a pair; 0: no phrase. */
  private readonly rowOf = new Uint16Array(1 << 16);
  /** The first is of phrases that any text may hold. */
  private rows = new Int32Array(WORDS << 8);
  private count = 1;

  constructor(all: readonly Signs[]) {
    all.forEach(([, pairs], place) => {
      for (let i = 0; i < pairs.length; i += 2) {
        const row = this.enter(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
        const word = row * WORDS + (place >> 5);
        this.rows[word] = (this.rows[word] as number) | (1 << (place & 31));
      }
    });
  }

  private enter(first: number, second: number): number {
    if (first === WHATEVER) return 0;
    const slot = slotOfPair(first, second);
    if (this.rowOf[slot] === 0) {
      this.rowOf[slot] = this.count++;
      if (this.count * WORDS > this.rows.length) {
        const longer = new Int32Array(this.rows.length * 2);
        longer.set(this.rows);
        this.rows = longer;
      }
    }
    return this.rowOf[slot] as number;
  }

  sift({ codes, length }: Reading, found: Sifted): void {
    const { rowOf } = this;
    this.add(0, found);
    for (let i = 0; i < length; i++) {
      const letter = codes[i] as number;
      const ofPair = rowOf[slotOfPair(letter, i + 1 < length ? (codes[i + 1] as number) : 0)] as number;
      if (ofPair !== 0) this.add(ofPair, found);
      const ofLetter = rowOf[slotOfPair(letter, WHATEVER)] as number;
      if (ofLetter !== 0) this.add(ofLetter, found);
    }
  }

  private add(row: number, found: Sifted): void {
    for (let word = 0; word < WORDS; word++)
      found[word] = (found[word] as number) | (this.rows[row * WORDS + word] as number);
  }
}

export class Phrase {
  private readonly word: number;
  private readonly bit: number;
  private readonly source: string;
  /** Made when a text may hold the phrase: most budgets hold few of them. */
  private pattern: RegExp | null = null;

  constructor({ source }: RegExp) {
    this.source = source;
    const place = sources.push(source) - 1;
    if (place >= WORDS * 32) throw new Error("Too many phrases");
    this.word = place >> 5;
    this.bit = 1 << (place & 31);
    sieve = null;
  }

  /** false: it cannot stand in the text that was sifted. */
  isIn(sifted: Sifted): boolean {
    return ((sifted[this.word] as number) & this.bit) !== 0;
  }

  /** Whether it stands in a text whose fields were sifted. */
  standsIn(text: string, sifted: Sifted): boolean {
    return this.isIn(sifted) && this.match(text, 0, text.length + 1) !== null;
  }

  /** Its first match that begins at `from` or behind, and before `limit`, in fields that were sifted. */
  match(text: string, from: number, limit: number): RegExpExecArray | null {
    const pattern = (this.pattern ??= new RegExp(this.source, "gm"));
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match !== null && match.index < limit ? match : null;
  }
}

/** `phrase(/…/)`: the pattern of a phrase in folded text; ^ and $ are the ends of a field. */
export const phrase = (pattern: RegExp): Phrase => new Phrase(pattern);

export const nothingSifted = (): Sifted => new Int32Array(WORDS);

/** Adds the phrases that can stand in a text. */
export const sift = (text: Reading, found: Sifted): void => (sieve ??= new Sieve(keptSigns())).sift(text, found);
