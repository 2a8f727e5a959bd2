/**
 * Long values cross between threads in pieces: copying ten thousand lines at once would hold the pane as long as a good
 * part of checking them.
 */

export type Piece =
  /** Everything but what is long. */
  | { readonly whole: unknown }
  /** Items that belong at the end of the list at a place: keys and indices from the whole down. */
  | { readonly at: readonly (string | number)[]; readonly items: readonly unknown[] };

/** Items of a list that cross at once. */
const A_PIECE = 200;

/** @param value plain data */
export function* inPieces(value: unknown): Generator<Piece> {
  const long: { readonly at: readonly (string | number)[]; readonly list: readonly unknown[] }[] = [];
  const path: (string | number)[] = [];
  /** The part without its long lists; the very same where it has none. */
  const short = (part: unknown): unknown => {
    if (Array.isArray(part)) {
      if (part.length > A_PIECE) {
        long.push({ at: [...path], list: part });
        return [];
      }
      let copy: unknown[] | null = null;
      for (let index = 0; index < part.length; index += 1) {
        const item = within(part[index], index);
        if (item !== part[index]) (copy ??= [...(part as unknown[])])[index] = item;
      }
      return copy ?? part;
    }
    if (!isPlain(part)) return part;
    let copy: Record<string, unknown> | null = null;
    for (const key of Object.keys(part)) {
      const own = (part as Record<string, unknown>)[key];
      const item = within(own, key);
      if (item !== own) (copy ??= { ...part })[key] = item;
    }
    return copy ?? part;
  };
  const within = (item: unknown, key: string | number): unknown => {
    if (typeof item !== "object" || item === null) return item;
    path.push(key);
    const found = short(item);
    path.pop();
    return found;
  };
  yield { whole: short(value) };
  for (const { at, list } of long)
    for (let from = 0; from < list.length; from += A_PIECE) yield { at, items: list.slice(from, from + A_PIECE) };
}

/** What `inPieces` took apart. */
export class Assembled {
  value: unknown = undefined;

  add(piece: Piece): void {
    if ("whole" in piece) {
      this.value = piece.whole;
      return;
    }
    const list = piece.at.reduce((part, key) => (part as Record<string | number, unknown>)[key], this.value);
    (list as unknown[]).push(...piece.items);
  }
}

/** Also of another window; no class of any kind. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
