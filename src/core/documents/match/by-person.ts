/** What a person said is held against a line as it was said, whatever else would fit. */
import { itemYen, relate, sumOrNull, wholeYen } from "./backing";
import type { Holding, Piece } from "./holding";
import type { DocumentItem } from "../document";

export function holdAsSaid(holding: Holding): void {
  const { said, tax } = holding;
  const yenOf = ({ document, items }: Piece): (number | null)[] =>
    items?.map((at) => itemYen(document, document.items[at] as DocumentItem, tax)) ?? [wholeYen(document, tax)];
  for (const [line, pieces] of said.pinned) {
    const [first] = pieces;
    if (first === undefined) continue;
    if (pieces.length === 1) {
      const items = first.items?.map((at) => first.document.items[at] as DocumentItem) ?? null;
      holding.hold(line, { backs: pieces, ...relate(line.amount, line, first.document, items, tax) });
      continue;
    }
    const backed = sumOrNull(pieces.flatMap(yenOf));
    const difference = line.amount === null || backed === null ? null : line.amount - backed;
    holding.hold(line, { backs: pieces, relation: difference === 0 ? "equal" : "amount", difference });
  }
}

/** Items that lines hold by what a person said. */
export function itemsSaid({ said }: Holding): Map<Piece["document"], ReadonlySet<number>> {
  const taken = new Map<Piece["document"], Set<number>>();
  for (const { document, items } of [...said.pinned.values()].flat()) {
    const own = taken.get(document) ?? new Set<number>();
    for (const at of items ?? document.items.keys()) own.add(at);
    taken.set(document, own);
  }
  return taken;
}
