/**
 * Phrases that lines are searched for. A line holds hardly any of them, and its pairs of neighbouring letters tell so at
 * once: each phrase knows pairs of which it holds one, as a rule at its beginning, and only where one of them stands is its
 * pattern tried.
 */

import { kept } from "../kept";
import { ANY } from "../leads";
import type { Reading } from "../reading";
import { beginningsOf, ofThese, type Beginnings } from "./beginnings";

/** As many phrases as there can be, 32 to a word; the words of a row lie in one place. */
const WORDS = 7;
const BITS = 16;

const PAIRS = 1;
const ALONE = 2;
/** What it begins is entered when a text holds it. */
const WAITING = 4;

const slotOf = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) >>> (32 - BITS);

/** Which phrases letters begin; entered letter by letter, when a text holds it: a small budget holds few of them. */
class Sieve {
  /** Row of the phrases that a pair can begin, by its hash, and of those that a letter can whatever follows it; 0: none. */
  readonly ofPair = new Uint16Array(1 << BITS);
  readonly ofLetter = new Uint16Array(1 << BITS);
  rows = new Int32Array(WORDS << 8);
  /** Of phrases that any letter may begin. */
  readonly ofAny = new Int32Array(WORDS);
  /** What a letter begins: most begin nothing. */
  readonly begins = new Uint8Array(1 << BITS);
  private next = 1;
  private readonly letters: Beginnings["letters"];
  private readonly led: ReadonlySet<number>;

  constructor({ letters, led }: Beginnings) {
    this.letters = letters;
    this.led = new Set(led);
    for (const letter in letters)
      if (letter === ANY) this.enterAny(letters[letter] as string);
      else this.begins[letter.charCodeAt(0)] = WAITING;
  }

  /** Whether what is known of a phrase is what it begins with. */
  isLed(place: number): boolean {
    return this.led.has(place);
  }

  /** The next place of a text where the phrase, by its bit, can begin; `limit`: there is none before. */
  placeIn(text: string, from: number, limit: number, word: number, bit: number): number {
    const { begins, ofPair, ofLetter } = this;
    for (let at = from; at < limit; at++) {
      const letter = text.charCodeAt(at);
      let begun = begins[letter] as number;
      if (begun === 0) continue;
      if (begun === WAITING) begun = this.takeIn(letter);
      const pair = ofPair[slotOf(letter, text.charCodeAt(at + 1))] as number;
      if (pair !== 0 && ((this.rows[pair * WORDS + word] as number) & bit) !== 0) return at;
      if (begun >= ALONE && ((this.rows[(ofLetter[letter] as number) * WORDS + word] as number) & bit) !== 0) return at;
    }
    return limit;
  }

  /** @returns what the letter begins */
  takeIn(letter: number): number {
    const entries = this.letters[String.fromCharCode(letter)] as string;
    let begun = 0;
    for (let i = 0; i < entries.length; i += 2) {
      const second = entries[i] as string;
      const place = entries.charCodeAt(i + 1);
      begun |= second === ANY ? ALONE : PAIRS;
      if (second === ANY) this.mark(this.ofLetter, letter, place);
      else this.mark(this.ofPair, slotOf(letter, second.charCodeAt(0)), place);
    }
    return (this.begins[letter] = begun);
  }

  private enterAny(entries: string): void {
    for (let i = 1; i < entries.length; i += 2) markIn(this.ofAny, 0, entries.charCodeAt(i));
  }

  private mark(table: Uint16Array, slot: number, place: number): void {
    if (table[slot] === 0) table[slot] = this.newRow();
    markIn(this.rows, (table[slot] as number) * WORDS, place);
  }

  private newRow(): number {
    if ((this.next + 1) * WORDS > this.rows.length) {
      const longer = new Int32Array(this.rows.length * 2);
      longer.set(this.rows);
      this.rows = longer;
    }
    return this.next++;
  }
}

function markIn(table: Int32Array, at: number, place: number): void {
  table[at + (place >> 5)] = (table[at + (place >> 5)] as number) | (1 << (place & 31));
}

/** Their patterns. */
const sources: string[] = [];
/** Made at the first text, and anew when there are more phrases. */
let sieve: Sieve | null = null;

const madeSieve = (): Sieve => (sieve = new Sieve(kept === null ? beginnings() : ofThese(kept.phrases, sources)));

/** Of all phrases so far. */
export const beginnings = (): Beginnings => beginningsOf(sources);

export class Phrase {
  private readonly place: number;
  private readonly word: number;
  private readonly bit: number;
  private readonly source: string;
  /** Made when a text may hold the phrase: most budgets hold few of them. */
  private pattern: RegExp | null = null;
  private searched: RegExp | null = null;

  constructor({ source }: RegExp) {
    this.source = source;
    this.place = sources.push(source) - 1;
    if (this.place >= WORDS * 32) throw new Error("Too many phrases");
    this.word = this.place >> 5;
    this.bit = 1 << (this.place & 31);
    sieve = null;
  }

  /** false: it cannot stand in the text that was sifted. */
  isIn(sifted: Sifted): boolean {
    return ((sifted[this.word] as number) & this.bit) !== 0;
  }

  /** Whether it stands in a text whose fields were sifted. */
  standsIn(text: string, sifted: Sifted): boolean {
    return this.isIn(sifted) && (this.pattern ??= new RegExp(this.source, "m")).test(text);
  }

  /** Its first match that begins at `from` or behind, and before `limit`, in fields that were sifted. */
  match(text: string, from: number, limit: number): RegExpExecArray | null {
    const all = sieve ?? madeSieve();
    if (!all.isLed(this.place)) return matchFrom((this.searched ??= new RegExp(this.source, "gm")), text, from, limit);
    // A long pattern takes as long at one place as the sieve for a whole line.
    const pattern = (this.searched ??= new RegExp(this.source, "my"));
    for (let at = from; at < limit; at++) {
      at = all.placeIn(text, at, limit, this.word, this.bit);
      const match = matchFrom(pattern, text, at, limit);
      if (match !== null) return match;
    }
    return null;
  }
}

function matchFrom(pattern: RegExp, text: string, from: number, limit: number): RegExpExecArray | null {
  if (from >= limit) return null;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match !== null && match.index < limit ? match : null;
}

/** `phrase(/…/)`: the pattern of a phrase in folded text; ^ and $ are the ends of a field. */
export const phrase = (pattern: RegExp): Phrase => new Phrase(pattern);

/** A bit for each phrase, 32 to a word. */
export type Sifted = Int32Array;

export const nothingSifted = (): Sifted => new Int32Array(WORDS);

/** Adds the phrases that can stand in a text. */
export function sift({ codes, length }: Reading, found: Sifted): void {
  const all = sieve ?? madeSieve();
  const { ofPair, ofLetter, begins } = all;
  addRow(all.ofAny, 0, found);
  for (let i = 0; i < length; i++) {
    const letter = codes[i] as number;
    let begun = begins[letter] as number;
    if (begun === 0) continue;
    if (begun === WAITING) begun = all.takeIn(letter);
    const pair = ofPair[slotOf(letter, i + 1 < length ? (codes[i + 1] as number) : 0)] as number;
    if (pair !== 0) addRow(all.rows, pair * WORDS, found);
    if (begun >= ALONE) addRow(all.rows, (ofLetter[letter] as number) * WORDS, found);
  }
}

function addRow(rows: Int32Array, at: number, found: Sifted): void {
  for (let word = 0; word < WORDS; word++) found[word] = (found[word] as number) | (rows[at + word] as number);
}
