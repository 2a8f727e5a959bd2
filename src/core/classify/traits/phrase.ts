/**
 * Phrases that lines are searched for. A line holds hardly any of them, and its pairs of neighbouring letters tell so at
 * once: each phrase knows the pairs that it can begin with, and only where one of them stands is its pattern tried.
 */

import { ANY, leadsOf } from "../leads";
import type { Reading } from "../reading";

/** As many phrases as there can be, 32 to a word; the words of a slot lie in one place. */
const WORDS = 5;
const ROOM = WORDS;
const BITS = 16;

const PAIRS = 1;
const ALONE = 2;

const slotOf = (first: number, second: number): number =>
  (Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) >>> (32 - BITS)) * ROOM;

/** Which phrases letters begin. */
class Beginnings {
  /** The phrases that a pair can begin, by its hash, and those that a letter can whatever follows it. */
  readonly ofPair = new Int32Array(ROOM << BITS);
  readonly ofLetter = new Int32Array(ROOM << BITS);
  /** Of phrases that any letter may begin. */
  readonly ofAny = new Int32Array(ROOM);
  /** What a letter begins: most begin nothing. */
  readonly begins = new Uint8Array(1 << BITS);

  notice([first = ANY, second = ANY]: string, { word, bit }: Phrase): void {
    if (first === ANY) return mark(this.ofAny, word, bit);
    const letter = first.charCodeAt(0);
    this.begins[letter] = (this.begins[letter] as number) | (second === ANY ? ALONE : PAIRS);
    if (second === ANY) mark(this.ofLetter, letter * ROOM + word, bit);
    else mark(this.ofPair, slotOf(letter, second.charCodeAt(0)) + word, bit);
  }
}

function mark(table: Int32Array, at: number, bit: number): void {
  table[at] = (table[at] as number) | bit;
}

const phrases: Phrase[] = [];
/** Made ready at the first text; a phrase that is made later is entered at once. */
let beginnings: Beginnings | null = null;

function madeReady(): Beginnings {
  beginnings = new Beginnings();
  for (const one of phrases) enter(one, beginnings);
  return beginnings;
}

function enter(one: Phrase, all: Beginnings): void {
  for (const lead of leadsOf(one.pattern.source)) all.notice(lead, one);
}

export class Phrase {
  readonly pattern: RegExp;
  readonly word: number;
  readonly bit: number;

  constructor({ source }: RegExp) {
    this.pattern = new RegExp(source, "gm");
    const at = phrases.push(this) - 1;
    if (at >= WORDS * 32) throw new Error("Too many phrases");
    this.word = at >> 5;
    this.bit = 1 << (at & 31);
    if (beginnings !== null) enter(this, beginnings);
  }

  /** false: it cannot stand in the text that was sifted. */
  isIn(sifted: Sifted): boolean {
    return ((sifted[this.word] as number) & this.bit) !== 0;
  }
}

/** `phrase(/…/)`: the pattern of a phrase in folded text; ^ and $ are the ends of a field. */
export const phrase = (pattern: RegExp): Phrase => new Phrase(pattern);

/** A bit for each phrase, 32 to a word. */
export type Sifted = Int32Array;

export const nothingSifted = (): Sifted => new Int32Array(WORDS);

/** Adds the phrases that can stand in a text. */
export function sift({ codes, length }: Reading, found: Sifted): void {
  const { ofPair, ofLetter, ofAny, begins } = beginnings ?? madeReady();
  let word0 = ofAny[0] as number;
  let word1 = ofAny[1] as number;
  let word2 = ofAny[2] as number;
  let word3 = ofAny[3] as number;
  let word4 = ofAny[4] as number;
  for (let i = 0; i < length; i++) {
    const letter = codes[i] as number;
    const begun = begins[letter] as number;
    if (begun === 0) continue;
    const pair = slotOf(letter, i + 1 < length ? (codes[i + 1] as number) : 0);
    word0 |= ofPair[pair] as number;
    word1 |= ofPair[pair + 1] as number;
    word2 |= ofPair[pair + 2] as number;
    word3 |= ofPair[pair + 3] as number;
    word4 |= ofPair[pair + 4] as number;
    if (begun < ALONE) continue;
    word0 |= ofLetter[letter * ROOM] as number;
    word1 |= ofLetter[letter * ROOM + 1] as number;
    word2 |= ofLetter[letter * ROOM + 2] as number;
    word3 |= ofLetter[letter * ROOM + 3] as number;
    word4 |= ofLetter[letter * ROOM + 4] as number;
  }
  found[0] = (found[0] as number) | word0;
  found[1] = (found[1] as number) | word1;
  found[2] = (found[2] as number) | word2;
  found[3] = (found[3] as number) | word3;
  found[4] = (found[4] as number) | word4;
}
