/**
 * Weights in little room: an arithmetic coder, which learns bit by bit how often one is set beside which others. The same walk
 * over a table reads and writes it: who reads is told the bits, who writes is asked for them (`bench/classify-packing.ts`).
 */

/** A table of weights: a row for each feature, a weight for each output. */
export interface Rows {
  /** In ascending order. */
  readonly features: Int32Array;
  /** Row by row, whole numbers of a few units; most are 0. */
  readonly weights: Int8Array;
}

export interface Coder {
  /** The next bit. @param seen beside what it stands @param bit what it is, where it is written */
  bit(seen: number, bit: boolean): boolean;
}

const BITS = 24;
const DENSITIES = 8;
const MOST = 16;
const MOST_OUTPUTS = 128;
/** Where the kinds of bits begin among those that are told apart. */
const COUNTS = 0;
const GAPS = COUNTS + BITS * BITS;
const OUTPUTS = GAPS + BITS * BITS;
/** Of one output: whether there is a weight, by how many the row has so far; its sign, by that of the last; its size. */
const OF_OUTPUT = DENSITIES + 2 + MOST;

/** Reads a table, or writes the one that is given. */
export function walk(coder: Coder, outputs: number, written?: Rows): Rows {
  const count = number(coder, COUNTS, written?.features.length ?? 0);
  const { features, weights } = written ?? {
    features: new Int32Array(count),
    weights: new Int8Array(count * outputs),
  };
  let last = -1;
  for (let row = 0; row < count; row++)
    features[row] = last += 1 + number(coder, GAPS, (features[row] as number) - last - 1);
  for (let row = 0, at = 0; row < count; row++) {
    let density = 0;
    let isNegative = false;
    for (let output = 0, seen = OUTPUTS; output < outputs; output++, at++, seen += OF_OUTPUT) {
      const weight = weights[at] as number;
      const share = Math.min(DENSITIES - 1, ((12 * density) / (output + 2)) | 0);
      if (!coder.bit(seen + share, weight !== 0)) continue;
      density++;
      isNegative = coder.bit(seen + DENSITIES + (isNegative ? 1 : 0), weight < 0);
      let size = 1;
      while (coder.bit(seen + DENSITIES + 1 + Math.min(size, MOST), Math.abs(weight) > size)) size++;
      weights[at] = isNegative ? -size : size;
    }
  }
  return { features, weights };
}

/** From 0 on: how long it is, then its lower bits. */
function number(coder: Coder, seen: number, written: number): number {
  let length = 0;
  while (coder.bit(seen + length * BITS, written + 1 >= 2 << length)) length++;
  let read = 1;
  for (let bit = length - 1; bit >= 0; bit--)
    read = read * 2 + (coder.bit(seen + length * BITS + bit + 1, (((written + 1) >> bit) & 1) === 1) ? 1 : 0);
  return read - 1;
}

/** Six bits a letter; none of them is escaped anywhere. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
export const letterOf = (digit: number): string => LETTERS.charAt(digit);
const digits = new Uint8Array(128);
for (let digit = 0; digit < LETTERS.length; digit++) digits[LETTERS.charCodeAt(digit)] = digit;

export const WHOLE = 2 ** 30;
export const LEAST = 2 ** 24;

/** Of 4096 times, how often a bit is not set, by what it stands beside; this many are kept apart. */
export const evenChances = (): Uint16Array => new Uint16Array(OUTPUTS + MOST_OUTPUTS * OF_OUTPUT).fill(2048);
export const learn = (chance: number, bit: boolean): number =>
  bit ? chance - (chance >> 5) : chance + ((4096 - chance) >> 5);
/** The part of a range that is of bits that are not set. */
export const partOf = (range: number, chance: number): number => (range >>> 12) * chance;

class Unpacker implements Coder {
  private readonly chances = evenChances();
  private range = WHOLE;
  private code = 0;
  private next = 0;

  constructor(private readonly packed: string) {
    for (let i = 0; i < 5; i++) this.code = this.code * 64 + this.digit();
  }

  /** Behind the end stand zeros. */
  private digit(): number {
    return this.next < this.packed.length ? (digits[this.packed.charCodeAt(this.next++)] as number) : 0;
  }

  bit(seen: number): boolean {
    const chance = this.chances[seen] as number;
    const part = partOf(this.range, chance);
    const bit = this.code >= part;
    if (bit) {
      this.code -= part;
      this.range -= part;
    } else this.range = part;
    this.chances[seen] = learn(chance, bit);
    while (this.range < LEAST) {
      this.range *= 64;
      this.code = this.code * 64 + this.digit();
    }
    return bit;
  }
}

export const unpacked = (packed: string, outputs: number): Rows => walk(new Unpacker(packed), outputs);
