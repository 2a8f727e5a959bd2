/** Lines that share the same papers: each takes an item of its own, or only together they are a paper or an item of it. */
import { assign, type Option } from "./assign";
import { relate, sumOrNull } from "./backing";
import { itemsSaid } from "./by-person";
import type { Held, Holding } from "./holding";
import type { MatchLine } from "./matching";
import { sameVendor } from "./vendor";
import type { DocumentItem, DocumentRead } from "../document";

export function holdGroup(
  group: readonly MatchLine[],
  backing: readonly DocumentRead[],
  comparatives: readonly DocumentRead[],
  holding: Holding,
): void {
  const options = group.map((line) =>
    backing
      .filter((document) => backing.length === 1 || sameVendor(line.vendor, document) !== false)
      .flatMap((document) => holding.optionsFor(line, document))
      .sort((a, b) => a.cost - b.cost),
  );
  const { chosen, runnerUps } = assign(options, itemsSaid(holding));
  const joint = jointly(group, chosen, backing, holding);
  for (const [at, line] of group.entries()) {
    const own = options[at] as readonly Option[];
    const option = group.length === 1 ? wholeIfNearer(chosen[at] ?? null, own) : (chosen[at] ?? null);
    if (joint?.lines.includes(line) === true)
      holding.hold(line, { ...joint.held, together: joint.lines, comparatives, runnerUp: option });
    else if (option !== null) holding.holdOption(line, option, { runnerUp: runnerUps[at] ?? null, comparatives });
    else {
      // Its number is that of the paper, and all of the paper belongs to other lines.
      const whole = wholeOf(own) ?? wholeOf(backing.slice(0, 1).flatMap((it) => holding.optionsFor(line, it)));
      if (whole !== undefined) holding.holdOption(line, whole, { comparatives });
    }
  }
}

const wholeOf = (options: readonly Option[]): Option | undefined => options.find(({ items }) => items === null);

/** Where no part of a paper is what its only line claims, the line rests on all of it, if that comes nearer. */
function wholeIfNearer(chosen: Option | null, options: readonly Option[]): Option | null {
  if (chosen?.relation !== "amount" || chosen.items === null) return chosen;
  const far = ({ difference }: Option): number => Math.abs(difference ?? Infinity);
  const whole = options.find(({ document, items }) => items === null && document === chosen.document);
  return whole !== undefined && far(whole) < far(chosen) ? whole : chosen;
}

interface Joint {
  readonly lines: readonly MatchLine[];
  readonly held: Pick<Held, "backs" | "difference" | "relation">;
}

/** Lines that are only together what a document, or one item of it, says. */
function jointly(
  group: readonly MatchLine[],
  chosen: readonly (Option | null)[],
  backing: readonly DocumentRead[],
  holding: Holding,
): Joint | null {
  const [document] = backing;
  if (document === undefined || backing.length > 1 || group.length < 2) return null;
  if (group.some((line) => holding.isBarred(line, document))) return null;
  const { items } = document;
  const together = (lines: readonly MatchLine[], of: readonly number[] | null): Joint => {
    const own = of === null ? null : of.map((at) => items[at] as DocumentItem);
    const amount = sumOrNull(lines.map((line) => line.amount));
    const { relation, difference } = relate(amount, null, document, own, holding.tax);
    return { lines, held: { backs: [{ document, items: of }], relation, difference } };
  };
  const agreed = (joint: Joint): Joint | null => (joint.held.relation === "amount" ? null : joint);

  const wrong = group.filter((_, at) => chosen[at] == null || chosen[at].relation === "amount");
  if (wrong.length === 0) return leavesOutDiscount(chosen, document) ? agreed(together(group, null)) : null;
  const whole = agreed(together(group, null));
  if (whole !== null) return whole;
  const right = new Set(
    chosen.flatMap((option) => (option === null || option.relation === "amount" ? [] : (option.items ?? []))),
  );
  const free = [...items.keys()].filter((at) => !right.has(at));
  for (const lines of wrong.length >= 2 ? subsetsOf(wrong) : []) {
    for (const at of free) {
      const joint = agreed(together(lines, [at]));
      if (joint !== null) return joint;
    }
    if (free.length > 1 && lines.length === wrong.length) {
      const counted = free.filter((at) => items[at]?.optional !== true);
      return agreed(together(lines, counted));
    }
  }
  // One lump behind several lines: they bear the difference of the group.
  return items.length === 1 ? together(group, null) : null;
}

/** Every line is an item of the paper, and together they claim more than it asks for: what it deducts is nobody's. */
function leavesOutDiscount(chosen: readonly (Option | null)[], { items }: DocumentRead): boolean {
  const taken = new Set(chosen.flatMap((option) => option?.items ?? []));
  const counted = [...items.entries()].filter(([, { optional }]) => !optional);
  const isDeducted = ([, { amount }]: [number, DocumentItem]): boolean => amount !== null && amount < 0;
  return (
    counted.some(isDeducted) &&
    counted.every((item) => taken.has(item[0]) !== isDeducted(item)) &&
    chosen.every((option) => option?.relation === "equal")
  );
}

/** Two lines or more, the fewest first; of more than ten, all of them only. */
function* subsetsOf(lines: readonly MatchLine[]): Generator<readonly MatchLine[]> {
  if (lines.length > 10) {
    yield lines;
    return;
  }
  const masks = Array.from({ length: (1 << lines.length) - 1 }, (_, at) => at + 1);
  const count = (mask: number): number => lines.filter((_, at) => (mask >> at) & 1).length;
  for (const mask of masks.filter((it) => count(it) >= 2).sort((a, b) => count(a) - count(b)))
    yield lines.filter((_, at) => (mask >> at) & 1);
}
