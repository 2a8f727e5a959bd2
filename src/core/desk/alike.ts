/** Texts that are nearly the same, found among many without comparing each with each (min-wise hashing in bands). */

const BANDS = 6;
const ROWS = 3;
const SIGNATURE = BANDS * ROWS;
/** Shared pairs and triples of letters, of all: from here two texts are nearly the same. */
const LEAST_ALIKE = 0.7;
/** Words that so many share are common ones. */
const COMMON = 30;

function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  for (let at = 0; at + 2 < text.length; at++) grams.add(hash(text.slice(at, at + 3)));
  return [...grams];
}

/** FNV-1a */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Of the grams, mixed in as many ways as the signature is long, the least each. */
function sign(grams: readonly number[], signature: Uint32Array): void {
  for (let number = 0; number < signature.length; number++) {
    const by = (number + 1) * 0x9e3779b1;
    let least = 0xffffffff;
    // Some thousand texts are over before V8 makes fast code of this: it calls nothing.
    for (let at = 0; at < grams.length; at++) {
      let mix = Math.imul((grams[at] as number) ^ by, 0x85ebca6b);
      mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
      mix = (mix ^ (mix >>> 16)) >>> 0;
      if (mix < least) least = mix;
    }
    signature[number] = least;
  }
}

function alike(a: readonly number[], b: readonly number[]): number {
  const [small, large] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  const shared = small.filter((gram) => large.has(gram)).length;
  return shared / (a.length + b.length - shared);
}

/**
 * Texts one after the other: of each only its signature is kept, a few numbers. Which are nearly the same, and how common
 * wording is, comes out when all are there.
 */
export class NearlySame {
  private signatures = new Uint32Array(1024 * SIGNATURE);
  /** Positions of texts long enough to be compared. */
  private readonly compared: number[] = [];
  private size = 0;

  add(text: string): void {
    const at = this.size++;
    const grams = gramsOf(text);
    if (grams.length === 0) return;
    if (this.size * SIGNATURE > this.signatures.length) {
      const larger = new Uint32Array(this.signatures.length * 2);
      larger.set(this.signatures);
      this.signatures = larger;
    }
    sign(grams, this.signatures.subarray(at * SIGNATURE, (at + 1) * SIGNATURE));
    this.compared.push(at);
  }

  /**
   * @param textAt the text that was added at a position, from 0
   * @returns pairs of positions (the lower first) whose texts are the same or nearly so; common wording is left out
   */
  pairs(textAt: (position: number) => string): [number, number][] {
    const found: [number, number][] = [];
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++)
      for (const bucket of this.buckets(band)) {
        const grams = bucket.map((at) => gramsOf(textAt(at)));
        for (const [index, a] of bucket.entries())
          for (let other = index + 1; other < bucket.length; other++) {
            const b = bucket[other] as number;
            const key = a * this.size + b;
            if (seen.has(key) || alike(grams[index] as number[], grams[other] as number[]) < LEAST_ALIKE) continue;
            seen.add(key);
            found.push([a, b]);
          }
      }
    return found.sort(([a, b], [c, d]) => a - c || b - d);
  }

  /** Positions of equal numbers in a band, where several have them and they are no common ones. */
  private *buckets(band: number): Generator<number[]> {
    const own = (at: number, row: number): number => this.signatures[at * SIGNATURE + band * ROWS + row] as number;
    const order = (a: number, b: number): number => {
      for (let row = 0; row < ROWS; row++) {
        const difference = own(a, row) - own(b, row);
        if (difference !== 0) return difference;
      }
      return 0;
    };
    const sorted = Uint32Array.from(this.compared).sort((a, b) => order(a, b) || a - b);
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && order(sorted[from] as number, sorted[to] as number) === 0) to++;
      if (to - from >= 2 && to - from <= COMMON) yield [...sorted.subarray(from, to)];
    }
  }
}
