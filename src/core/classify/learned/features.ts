/**
 * Letter sequences of a line as numbers, for the learned model: one to three letters of the item, two and three of
 * note and vendor, the unit, the order of magnitude of the price; and of its remarks by themselves. Hashed; figures count as "0".
 */
import type { Reading } from "../reading/reading";
import type { LineReading } from "../kind/signals";

/** Features are numbers below 2 ** BITS; those of remarks, which are fewer, by so many bits shorter. */
const BITS = 20;
const SHORTER = 3;

const EDGE = 2;
const ZERO = 0x30;
const SPACE = 0x20;
const OPEN = "(".charCodeAt(0);

const PARTING = new Set([..."()・/、,"].map((sign) => sign.charCodeAt(0)));
/** Whether a sign parts words: brackets, those of Japanese too, and what stands between items of a list. */
const parts = (code: number): boolean => (code >= 0x3008 && code <= 0x3011) || PARTING.has(code);

/** Mixes letters and a salt for field and length into a number below 2 ** BITS. */
function mix(salt: number, a: number, b: number, c: number): number {
  let hash = Math.imul((salt << 16) ^ a ^ 0x51ed27, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - BITS);
}

/** The features of one text after the other; what was gathered is written over by the next. */
export class Gathered {
  list = new Int32Array(1024);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(feature: number): void {
    if (this.count === this.list.length) {
      const longer = new Int32Array(this.count * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.count++] = feature;
  }

  /** A feature that occurs twice is there twice. Words end where white space, a bracket or a sign between words stands. */
  addSequences(reading: Reading, salt: number, single: boolean): void {
    const { codes, length } = reading;
    if (length === 0) return;
    let before = EDGE;
    let previous = EDGE;
    for (let i = 0; i <= length; i++) {
      const isEdge =
        i > 0 && i < length && (reading.gapAt(i) || parts(codes[i] as number) || parts(codes[i - 1] as number));
      if (isEdge && previous !== SPACE) {
        this.add(mix(salt + 1, previous, EDGE, 0));
        this.add(mix(salt + 2, before, previous, EDGE));
        before = previous = EDGE;
      }
      let code = i < length ? (codes[i] as number) : EDGE;
      if (code > 0x30 && code <= 0x39) code = ZERO;
      if (code === ZERO && previous === ZERO) continue;
      if (single && code !== EDGE) this.add(mix(salt, code, 0, 0));
      this.add(mix(salt + 1, previous, code, 0));
      if (i > 0) this.add(mix(salt + 2, before, previous, code));
      before = previous;
      previous = code;
    }
  }

  /** The last letters before the first bracket: what the words before them lead to. */
  addHead({ codes, length }: Reading, salt: number): void {
    let end = 0;
    while (end < length && codes[end] !== OPEN) end++;
    if (end < 2) return;
    this.add(mix(salt, codes[end - 2] as number, codes[end - 1] as number, 0));
    this.add(mix(salt + 1, codes[end - 3] ?? EDGE, codes[end - 2] as number, codes[end - 1] as number));
  }

  /** Leaves the last bits off. */
  shorten(bits: number): void {
    for (let i = 0; i < this.count; i++) this.list[i] = (this.list[i] as number) >> bits;
  }

  /** A copy that stays. */
  copy(): number[] {
    return [...this.list.subarray(0, this.count)];
  }
}

const gathered = new Gathered();

/** Of item and remarks; valid until others are asked for. */
export function wordFeatures(line: LineReading): Gathered {
  gathered.clear();
  gathered.addSequences(line.description, 10, true);
  gathered.addHead(line.description, 17);
  gathered.addSequences(line.specification, 10, false);
  gathered.addSequences(line.note, 20, false);
  return gathered;
}

/** Of unit and price, and that something is missing; valid until others are asked for. */
export function figureFeatures(line: LineReading): Gathered {
  gathered.clear();
  let unit = 0;
  for (let i = 0; i < line.unit.length; i++) unit = Math.imul(unit, 31) + line.unit.charCodeAt(i);
  gathered.add(mix(40, unit, 0, 0));
  const size = line.price > 0 ? Math.round(Math.log10(line.price) * 2) : -1;
  gathered.add(mix(41, size, 0, 0));
  gathered.add(mix(43, unit, size, line.vendor.length === 0 ? 0 : 1));
  if (line.note.length === 0) gathered.add(mix(42, 0, 0, 0));
  return gathered;
}

/** Valid until others are asked for. */
export function vendorFeatures(vendor: Reading): Gathered {
  gathered.clear();
  gathered.addSequences(vendor, 30, false);
  return gathered;
}

/** What stands around remarks: the group of the kind they are about, and whether item and remarks have a word of a project. */
interface Around {
  readonly group: number;
  readonly itemShows: boolean;
  readonly noteShows: boolean;
}

/** One to three letters of the remarks, all of them, how many they are, what stands around them; valid until others are asked for. */
export function remarkFeatures(note: Reading, { group, itemShows, noteShows }: Around): Gathered {
  gathered.clear();
  gathered.addSequences(note, 50, true);
  let whole = 0;
  for (let i = 0; i < note.length; i++) whole = Math.imul(whole, 31) + (note.codes[i] as number);
  gathered.add(mix(54, whole, 0, 0));
  gathered.add(mix(55, Math.min(note.length, 24) >> 1, 0, 0));
  const shows = (itemShows ? 1 : 0) + (noteShows ? 2 : 0);
  gathered.add(mix(56, group, shows, 0));
  gathered.add(mix(57, group, itemShows ? 1 : 0, 0));
  gathered.add(mix(58, shows, 0, 0));
  gathered.shorten(SHORTER);
  return gathered;
}

export const featuresOf = (line: LineReading): number[] => [
  ...wordFeatures(line).copy(),
  ...figureFeatures(line).copy(),
  ...vendorFeatures(line.vendor).copy(),
];
