/** Texts that are nearly the same, found among many without comparing each with each (min-wise hashing in bands). */

const BANDS = 6;
const ROWS = 3;
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
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const mixed = (value: number, by: number): number => {
  let mix = Math.imul(value ^ (by * 0x9e3779b1), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
};

function alike(a: readonly number[], b: readonly number[]): number {
  const [small, large] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  const shared = small.filter((gram) => large.has(gram)).length;
  return shared / (a.length + b.length - shared);
}

/** @returns pairs of positions (the lower first) whose texts are the same or nearly so; common wording is left out */
export function nearlySame(texts: readonly string[]): [number, number][] {
  const grams = texts.map(gramsOf);
  const found = new Map<string, [number, number]>();
  for (let band = 0; band < BANDS; band++) {
    const buckets = new Map<string, number[]>();
    for (const [at, own] of grams.entries()) {
      if (own.length === 0) continue;
      const key = Array.from({ length: ROWS }, (_, row) => least(own, band * ROWS + row + 1)).join(",");
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [at]);
      else bucket.push(at);
    }
    for (const bucket of buckets.values()) {
      if (bucket.length < 2 || bucket.length > COMMON) continue;
      for (const [index, a] of bucket.entries())
        for (const b of bucket.slice(index + 1)) {
          const key = `${String(a)},${String(b)}`;
          if (!found.has(key) && alike(grams[a] as number[], grams[b] as number[]) >= LEAST_ALIKE)
            found.set(key, [a, b]);
        }
    }
  }
  return [...found.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

function least(grams: readonly number[], by: number): number {
  let smallest = Infinity;
  for (const gram of grams) smallest = Math.min(smallest, mixed(gram, by));
  return smallest;
}
