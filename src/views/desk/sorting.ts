/** How the overview is sorted by a heading that is pressed: the same in a folder's page as in the desk's. */

/** What stands in a column; "" where it is not known. */
export type Key = string | number;

export interface Sorting {
  /** From 0. */
  readonly column: number;
  readonly falling: boolean;
}

/**
 * Pressed once, figures come the highest first and texts in their order; once more the other way round; then by need again.
 * @returns null for by need, the order in which the rows come
 */
export function pressed(now: Sorting | null, column: number, isFigures: boolean): Sorting | null {
  if (now?.column !== column) return { column, falling: isFigures };
  return now.falling === isFigures ? { column, falling: !isFigures } : null;
}

/** @returns the places of the keys as they are to follow: equal ones as they came, those that are not known last */
export function inOrder(keys: readonly Key[], falling: boolean): number[] {
  const turned = falling ? -1 : 1;
  const compared = (x: Key, y: Key): number => {
    if (x === "" || y === "") return Number(x === "") - Number(y === "");
    if (typeof x === "number" && typeof y === "number") return turned * (x - y);
    return turned * String(x).localeCompare(String(y), "ja");
  };
  return keys.map((_, at) => at).sort((a, b) => compared(keys[a] as Key, keys[b] as Key) || a - b);
}
