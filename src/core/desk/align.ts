/** Which line of an earlier round is which line of a later one, wherever the rows went. */
import { compact } from "../text/fold";
import { likeness } from "../documents/match/likeness";
import type { ExaminedLine } from "./examined";

export interface Pair {
  readonly before: number;
  readonly after: number;
}

const text = ({ description, specification }: ExaminedLine): string => compact(`${description} ${specification ?? ""}`);
const company = ({ vendor }: ExaminedLine): string => compact(vendor ?? "");
const category = ({ statedMajor, statedMiddle }: ExaminedLine): string =>
  compact(`${statedMajor ?? ""}/${statedMiddle ?? ""}`);

/** What two lines have in common that are one, the surest first; null where a line cannot be told by it. */
const KEYS: readonly ((line: ExaminedLine) => string | null)[] = [
  (line) => [line.part, text(line), company(line), line.amount, category(line), line.evidenceNo].join("|"),
  (line) => [line.part, text(line), company(line), line.amount].join("|"),
  (line) => [line.part, text(line), line.evidenceNo, line.sheet].join("|"),
  (line) => [line.part, text(line), company(line)].join("|"),
  (line) => [line.part, text(line)].join("|"),
  (line) =>
    line.evidenceNo === null || line.amount === null
      ? null
      : [line.part, line.evidenceNo, line.amount, company(line)].join("|"),
];

/** Beyond this many lines left over, texts that only resemble each other are not looked for. */
const MOST_COMPARED = 1_000;

/** Every line once, in the order of the earlier round. Deterministic; equal lines keep their order. */
export function alignLines(before: readonly ExaminedLine[], after: readonly ExaminedLine[]): Pair[] {
  const pairs: Pair[] = [];
  let olds = before.map((_, at) => at);
  let news = after.map((_, at) => at);
  const take = (found: readonly Pair[]): void => {
    pairs.push(...found);
    const [usedOld, usedNew] = [new Set(found.map((pair) => pair.before)), new Set(found.map((pair) => pair.after))];
    olds = olds.filter((at) => !usedOld.has(at));
    news = news.filter((at) => !usedNew.has(at));
  };
  for (const key of KEYS) take(equalPairs(olds, news, before, after, key));
  if (olds.length <= MOST_COMPARED && news.length <= MOST_COMPARED) take(similarPairs(olds, news, before, after));
  return pairs.sort((a, b) => a.before - b.before);
}

function equalPairs(
  olds: readonly number[],
  news: readonly number[],
  before: readonly ExaminedLine[],
  after: readonly ExaminedLine[],
  keyOf: (line: ExaminedLine) => string | null,
): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const at of news) {
    const key = keyOf(after[at] as ExaminedLine);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), at]);
  }
  return olds.flatMap((at): Pair[] => {
    const key = keyOf(before[at] as ExaminedLine);
    const found = key === null ? undefined : waiting.get(key)?.shift();
    return found === undefined ? [] : [{ before: at, after: found }];
  });
}

/** One line whose words were changed: what else it says has to agree the more, the less the words do. */
function similarPairs(
  olds: readonly number[],
  news: readonly number[],
  before: readonly ExaminedLine[],
  after: readonly ExaminedLine[],
): Pair[] {
  const candidates = olds.flatMap((old) =>
    news.flatMap((young) => {
      const score = resemblance(before[old] as ExaminedLine, after[young] as ExaminedLine);
      return score < 1 ? [] : [{ before: old, after: young, score }];
    }),
  );
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      Math.abs(a.before - a.after) - Math.abs(b.before - b.after) ||
      a.before - b.before ||
      a.after - b.after,
  );
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()];
  return candidates.filter((pair) => {
    if (usedOld.has(pair.before) || usedNew.has(pair.after)) return false;
    usedOld.add(pair.before);
    usedNew.add(pair.after);
    return true;
  });
}

/** 1 and more: one line. */
function resemblance(old: ExaminedLine, young: ExaminedLine): number {
  if (old.part !== young.part) return 0;
  const words = likeness(text(old), text(young));
  const shared = (a: string | number | null, b: string | number | null): boolean => a !== null && a !== "" && a === b;
  return (
    words +
    (shared(old.amount, young.amount) ? 0.45 : 0) +
    (shared(company(old), company(young)) ? 0.25 : 0) +
    (shared(old.evidenceNo, young.evidenceNo) ? 0.2 : 0) +
    (old.sheet === young.sheet && old.row === young.row ? 0.15 : 0) +
    (shared(category(old), category(young)) ? 0.05 : 0)
  );
}
