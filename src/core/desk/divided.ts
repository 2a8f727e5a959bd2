/** One line of a round that is several lines of the other, of the same sum: 一式 was divided, or lines were put together. */
import { likeness } from "../documents/match/likeness";
import { compact } from "../text/fold";
import type { ExaminedLine } from "./examined";

/** Places in their rounds' lists. */
interface Division {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** More parts than these are another budget, not a line taken apart. */
const MOST_PARTS = 12;
/** Sums of round figures agree by chance: some words, or who is paid, have to agree as well. */
const RESEMBLING = 0.3;

/**
 * @param wholes the lines of the one round
 * @param parts the lines of the other
 * @param partner the line of the other round that a whole was taken for
 * @param isLoose of a part: no line of the first round is known to be it
 * @returns in the order of the wholes; no part is of two
 */
export function divisions(
  wholes: readonly ExaminedLine[],
  parts: readonly ExaminedLine[],
  partner: ReadonlyMap<number, number>,
  isLoose: (part: number) => boolean,
): Division[] {
  const used = new Set<number>();
  return wholes.flatMap((whole, at): Division[] => {
    const own = partner.get(at);
    if (own !== undefined && parts[own]?.amount === whole.amount) return [];
    const isFree = (part: number): boolean => !used.has(part) && (part === own || isLoose(part));
    const found = runOf(whole, parts, isFree, own);
    for (const part of found) used.add(part);
    return found.length === 0 ? [] : [{ whole: at, parts: found }];
  });
}

/** Lines one below the other that come to the whole, the partner among them where there is one; [] where none do. */
function runOf(
  whole: ExaminedLine,
  parts: readonly ExaminedLine[],
  isFree: (part: number) => boolean,
  own: number | undefined,
): number[] {
  if (whole.amount === null || whole.amount <= 0) return [];
  for (const start of parts.keys()) {
    const run: number[] = [];
    let sum = 0;
    const first = parts[start] as ExaminedLine;
    for (let at = start; at < parts.length && run.length < MOST_PARTS && sum < whole.amount; at += 1) {
      const part = parts[at] as ExaminedLine;
      if (!isFree(at) || part.part !== whole.part || part.sheet !== first.sheet) break;
      if (part.amount === null || part.amount <= 0) break;
      run.push(at);
      sum += part.amount;
    }
    const lines = run.map((at) => parts[at] as ExaminedLine);
    const isWhole = sum === whole.amount && run.length > 1 && (own === undefined || run.includes(own));
    if (isWhole && belong(whole, lines)) return run;
  }
  return [];
}

const belong = (whole: ExaminedLine, lines: readonly ExaminedLine[]): boolean =>
  lines.some(({ description }) => likeness(compact(whole.description), compact(description)) >= RESEMBLING) ||
  lines.every(({ vendor }) => (vendor ?? "") !== "" && compact(vendor ?? "") === compact(whole.vendor ?? ""));
