/**
 * Lines of the budget and items of documents of one number: the assignment with the least that speaks against it, every
 * item taken once. Not line by line: what fits one line best may be the only thing that fits another.
 */
import { relate, type Backing } from "./backing";
import type { DocumentItem, DocumentRead } from "../document";
import { likeness } from "./likeness";
import type { MatchConditions, MatchLine } from "./matching";

/** One way to back a line: items of a document by their positions from 0, or (null) the whole of it. */
export interface Option extends Backing {
  readonly document: DocumentRead;
  readonly items: readonly number[] | null;
  readonly cost: number;
}

const SPEAKS_AGAINST = { equal: 0, "tax-treatment": 1, discount: 1, quantity: 1.1, amount: 2 } as const;
/** Subsets of so many items are all tried; of more, those of up to three and runs of neighbours. */
const ALL_SUBSETS = 12;
const MOST_ITEMS = 120;
const MOST_OPTIONS = 14;
const MOST_STEPS = 40_000;

export const itemText = ({ name, spec }: DocumentItem): string => `${name} ${spec ?? ""}`;
export const wholeText = (document: DocumentRead): string =>
  [document.subject ?? "", ...document.items.map(itemText)].join(" ");

/** The text of what backs a line: of items by their positions from 0, or (null) of the whole. */
export const backingText = (document: DocumentRead, items: readonly number[] | null): string =>
  items === null ? wholeText(document) : items.map((at) => itemText(document.items[at] as DocumentItem)).join(" ");

/** The ways to back one line by one document, the best first. */
export function optionsFor(line: MatchLine, document: DocumentRead, conditions: MatchConditions): Option[] {
  const { items } = document;
  const options: Option[] = [];
  const add = (chosen: readonly number[] | null): void => {
    const own = chosen === null ? null : chosen.map((at) => items[at] as DocumentItem);
    const backing = relate(line.amount, line, document, own, conditions.tax);
    options.push({ ...backing, document, items: chosen, cost: costOf(line, document, own, backing) });
  };
  add(null);
  const counted = items.flatMap(({ amount }, at) => (amount === null ? [] : [at])).slice(0, MOST_ITEMS);
  if (items.length > 1 || items[0]?.optional === true) {
    for (const at of counted) if (!leavesDiscount(document, [at])) add([at]);
    for (const subset of subsetsOf(counted.filter((at) => items[at]?.optional !== true))) {
      const backing = relate(
        line.amount,
        line,
        document,
        subset.map((at) => items[at] as DocumentItem),
        conditions.tax,
      );
      // All but the discount: that is the whole, and the discount is left out.
      if (leavesDiscount(document, subset)) continue;
      if (backing.relation === "equal" || backing.relation === "tax-treatment") add(subset);
    }
  }
  return options.sort((a, b) => a.cost - b.cost).slice(0, MOST_OPTIONS);
}

/** Everything is taken but what is deducted. */
function leavesDiscount({ items }: DocumentRead, chosen: readonly number[]): boolean {
  const left = items.filter(({ optional }, at) => !optional && !chosen.includes(at));
  return left.length > 0 && left.every(({ amount }) => (amount ?? 0) < 0);
}

/** More than one item, fewer than all. */
function* subsetsOf(items: readonly number[]): Generator<number[]> {
  const n = items.length;
  if (n <= ALL_SUBSETS) {
    for (let mask = 1; mask < (1 << n) - 1; mask++) {
      const chosen = items.filter((_, at) => (mask >> at) & 1);
      if (chosen.length > 1) yield chosen;
    }
    return;
  }
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to < Math.min(n, from + 30); to++) if (to - from + 1 < n) yield items.slice(from, to + 1);
  if (n > 60) return;
  for (let a = 0; a < n; a++) for (let b = a + 2; b < n; b++) yield [items[a] as number, items[b] as number];
}

function costOf(
  line: MatchLine,
  document: DocumentRead,
  items: readonly DocumentItem[] | null,
  backing: Backing,
): number {
  const text = items === null ? wholeText(document) : items.map(itemText).join(" ");
  const alike = likeness(line.description, text);
  let cost: number = SPEAKS_AGAINST[backing.relation] + (1 - alike) * 0.8;
  if (backing.relation === "amount") {
    const most = Math.max(Math.abs(line.amount ?? 0), 1);
    cost += Math.min(1, Math.abs(backing.difference ?? most) / most);
  }
  if (items === null) cost += 0.02;
  // However many they are: together to the yen they are more than one that differs.
  else cost += Math.min(1, 0.12 * (items.length - 1));
  const [only] = items ?? document.items;
  if (only !== undefined && (items ?? document.items).length === 1) {
    if (line.unitPrice !== null && line.unitPrice === only.unitPrice) cost -= 0.15;
    if (line.quantity !== null && line.quantity === only.quantity) cost -= 0.1;
    if (only.optional) cost += 0.3;
  }
  if (line.discount !== (items !== null && items.every(({ amount }) => (amount ?? 0) < 0)))
    cost += line.discount ? 1.5 : items === null ? 0 : 0.2;
  return cost;
}

interface Assigned {
  readonly chosen: readonly (Option | null)[];
  readonly runnerUps: readonly (Option | null)[];
  readonly cost: number;
}

/** No option at all costs as much as a wrong amount and a strange text. */
const NONE = 3.9;

/**
 * The best consistent choice of one option a line; null where a line is better left without.
 * @param already items of documents that other lines have
 */
export function assign(
  options: readonly (readonly Option[])[],
  already: ReadonlyMap<DocumentRead, ReadonlySet<number>> = new Map(),
): Assigned {
  const order = options
    .map((_, at) => at)
    .sort((a, b) => (options[a]?.[0]?.cost ?? NONE) - (options[b]?.[0]?.cost ?? NONE));
  const least = order.map((at) => Math.min(options[at]?.[0]?.cost ?? NONE, NONE));
  const rest: number[] = [...least];
  for (let at = rest.length - 2; at >= 0; at--) rest[at] = (rest[at] as number) + (rest[at + 1] as number);
  let best: (Option | null)[] = options.map(() => null);
  let bestCost = Infinity;
  let steps = 0;
  const current: (Option | null)[] = options.map(() => null);
  const taken = new Map(already);
  const visit = (depth: number, cost: number): void => {
    if (cost + (rest[depth] ?? 0) >= bestCost || steps++ > MOST_STEPS) return;
    if (depth === order.length) {
      [best, bestCost] = [[...current], cost];
      return;
    }
    const line = order[depth] as number;
    for (const option of options[line] as readonly Option[]) {
      const before = taken.get(option.document);
      const wanted = takes(option);
      if (before !== undefined && wanted.some((at) => before.has(at))) continue;
      taken.set(option.document, new Set([...(before ?? []), ...wanted]));
      current[line] = option;
      visit(depth + 1, cost + option.cost);
      if (before === undefined) taken.delete(option.document);
      else taken.set(option.document, before);
    }
    current[line] = null;
    visit(depth + 1, cost + NONE);
  };
  visit(0, 0);
  const runnerUps = options.map((own, line) => own.find((option) => option !== best[line]) ?? null);
  return { chosen: best, runnerUps, cost: bestCost };
}

const WHOLE_WITHOUT_ITEMS = -1;

/** What an option leaves for no other line; the whole of a document is what is in its total. */
function takes({ document, items }: Option): readonly number[] {
  if (items !== null) return items;
  const counted = document.items.flatMap(({ optional }, at) => (optional ? [] : [at]));
  return counted.length === 0 ? [WHOLE_WITHOUT_ITEMS] : counted;
}
