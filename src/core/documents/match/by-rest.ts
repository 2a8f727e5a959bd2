/** A line without its own paper may be an item that is left in another's. */
import { fits } from "./fits";
import type { Holding } from "./holding";
import { sameVendor } from "./vendor";

export function holdLeftOver(holding: Holding): void {
  for (const line of holding.open()) {
    if (holding.isUnread(line)) continue;
    const options = holding.usable.flatMap((document) => {
      if (sameVendor(line.vendor, document) !== true) return [];
      const taken = holding.itemsHeld(document);
      return holding
        .optionsFor(line, document)
        .filter(({ items, relation }) => relation !== "amount" && items?.every((at) => !taken.has(at)) === true);
    });
    const [best] = options.filter((option) => fits(line, option)).sort((a, b) => a.cost - b.cost);
    if (best !== undefined) holding.holdOption(line, best);
  }
}
