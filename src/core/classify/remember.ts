/** Natures of lines that were classified before: a live check after one edit meets the same lines again. */
import { classify } from "./classify";
import type { LineText, Nature } from "./nature";

/** As many as a person's own budget has; the lines of a longer one are better classified anew than kept. */
export const MOST_REMEMBERED = 5_000;

const known = new Map<string, Nature>();

/** The same answer as `classify`. */
export function natureOf(line: LineText, firstYear: number | null): Nature {
  const key = keyOf(line, firstYear);
  const before = known.get(key);
  if (before !== undefined) return before;
  const nature = classify(line, firstYear);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, nature);
  return nature;
}

/** All that a line is classified by; a budget line has cells and more besides. */
function keyOf(line: LineText, firstYear: number | null): string {
  const { description, specification, vendor, unitPrice, quantity, unit, note } = line;
  const { isShare, statedMajor, statedMiddle, statedMinor } = line;
  const figures = [unitPrice?.n, unitPrice?.d, quantity?.n, quantity?.d].map(String);
  const words = [description, specification, vendor, unit, note, statedMajor, statedMiddle, statedMinor];
  return JSON.stringify([firstYear, isShare, figures, words]);
}
