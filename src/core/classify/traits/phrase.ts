/**
 * Phrases that lines are searched for. A line holds hardly any of them, and its pairs of neighbouring letters tell so at
 * once: each phrase knows the pairs that it can begin with, and only where one of them stands is its pattern tried.
 */

import type { Reading } from "../reading";

/** Stands for any letter. */
const ANY = "\uffff";
/** A class of letters beyond this size is taken for any letter. */
const MOST_LETTERS = 100;

/** As many phrases as there can be, 32 to a word; a slot has room for four words, so that they lie in one place. */
const WORDS = 3;
const ROOM = 4;
const BITS = 16;

/** The phrases that a pair can begin, by its hash, and those that a letter can whatever follows it. */
const ofPair = new Int32Array(ROOM << BITS);
const ofLetter = new Int32Array(ROOM << BITS);
/** Of phrases that any letter may begin. */
const ofAny = new Int32Array(ROOM);
/** What a letter begins: most begin nothing. */
const begins = new Uint8Array(1 << BITS);
const PAIRS = 1;
const ALONE = 2;
let phrases = 0;

const slotOf = (first: number, second: number): number =>
  (Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) >>> (32 - BITS)) * ROOM;

export class Phrase {
  readonly pattern: RegExp;
  private readonly word: number;
  private readonly bit: number;

  constructor({ source }: RegExp) {
    this.pattern = new RegExp(source, "gm");
    this.word = phrases >> 5;
    this.bit = 1 << (phrases & 31);
    if (++phrases > WORDS * 32) throw new Error("Too many phrases");
    for (const lead of leadsOf(source)) this.notice(lead);
  }

  private notice([first = ANY, second = ANY]: string): void {
    if (first === ANY) return this.mark(ofAny, 0);
    const letter = first.charCodeAt(0);
    begins[letter] = (begins[letter] as number) | (second === ANY ? ALONE : PAIRS);
    if (second === ANY) this.mark(ofLetter, letter * ROOM);
    else this.mark(ofPair, slotOf(letter, second.charCodeAt(0)));
  }

  private mark(table: Int32Array, slot: number): void {
    table[slot + this.word] = (table[slot + this.word] as number) | this.bit;
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
  let [word0 = 0, word1 = 0, word2 = 0] = ofAny;
  for (let i = 0; i < length; i++) {
    const letter = codes[i] as number;
    const begun = begins[letter] as number;
    if (begun === 0) continue;
    const pair = slotOf(letter, i + 1 < length ? (codes[i + 1] as number) : 0);
    word0 |= ofPair[pair] as number;
    word1 |= ofPair[pair + 1] as number;
    word2 |= ofPair[pair + 2] as number;
    if (begun < ALONE) continue;
    word0 |= ofLetter[letter * ROOM] as number;
    word1 |= ofLetter[letter * ROOM + 1] as number;
    word2 |= ofLetter[letter * ROOM + 2] as number;
  }
  found[0] = (found[0] as number) | word0;
  found[1] = (found[1] as number) | word1;
  found[2] = (found[2] as number) | word2;
}

/** One or two letters that a match of the pattern can begin with; what stands only around a match is left out. */
export function leadsOf(source: string): ReadonlySet<string> {
  const reader = new LeadReader(source);
  return reader.alternatives();
}

type Leads = ReadonlySet<string>;
const NOTHING: Leads = new Set([""]);

/** All of `before` followed by `after`, two letters at most. */
function followedBy(before: Leads, after: Leads): Leads {
  const found = new Set<string>();
  for (const lead of before) {
    if (lead.length >= 2) found.add(lead);
    else for (const next of after) found.add((lead + next).slice(0, 2));
  }
  return found;
}

/** Reads the part of the pattern language that phrases are written in. */
class LeadReader {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(): Leads {
    const found = new Set<string>();
    do for (const lead of this.sequence()) found.add(lead);
    while (this.take("|"));
    return found;
  }

  private sequence(): Leads {
    let leads = NOTHING;
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] as string))
      leads = followedBy(leads, this.quantified());
    return leads;
  }

  private quantified(): Leads {
    const one = this.atom();
    const counted = /^\{(\d+)(?:,\d*)?\}/.exec(this.source.slice(this.at));
    if (counted !== null) this.at += counted[0].length;
    const optional = counted !== null ? counted[1] === "0" : "?*".includes(this.source[this.at] ?? "|");
    const repeated = counted !== null || "*+".includes(this.source[this.at] ?? "|");
    if (counted === null && (optional || repeated)) this.at++;
    this.take("?");
    const leads = repeated ? new Set([...one, ...followedBy(one, one)]) : one;
    return optional ? new Set([...leads, ""]) : leads;
  }

  private atom(): Leads {
    if (this.take("^") || this.take("$")) return NOTHING;
    if (this.take("(?:")) return this.group();
    if (this.take("(?!") || this.take("(?=") || this.take("(?<!") || this.take("(?<=")) {
      this.group();
      return NOTHING;
    }
    if (this.take("(")) return this.group();
    if (this.take("[")) return this.letters();
    if (this.take(".")) return new Set([ANY]);
    if (this.take("\\")) return new Set(this.escaped());
    return new Set([this.source[this.at++] as string]);
  }

  private group(): Leads {
    const leads = this.alternatives();
    if (!this.take(")")) throw new SyntaxError(`Group without end: ${this.source}`);
    return leads;
  }

  private escaped(): readonly string[] {
    const letter = this.source[this.at++] as string;
    if (letter === "d") return [..."0123456789"];
    if (letter === "n") return ["\n"];
    return /[a-zA-Z]/.test(letter) ? [ANY] : [letter];
  }

  private letters(): Leads {
    const negated = this.take("^");
    const found = new Set<string>();
    while (!this.take("]")) {
      if (this.at >= this.source.length) throw new SyntaxError(`Letters without end: ${this.source}`);
      const from = this.take("\\") ? this.escaped() : [this.source[this.at++] as string];
      const isRange = this.source[this.at] === "-" && this.source[this.at + 1] !== "]";
      if (!isRange) for (const letter of from) found.add(letter);
      else {
        this.at++;
        const [first, last] = [from[0] as string, this.source[this.at++] as string].map((end) => end.charCodeAt(0));
        for (let code = first as number; code <= (last as number); code++) found.add(String.fromCharCode(code));
      }
    }
    return negated || found.has(ANY) || found.size > MOST_LETTERS ? new Set([ANY]) : found;
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}
