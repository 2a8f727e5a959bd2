/** Whether a paper can be a line's that does not bear its number: the vendor, the amount and the text together say so. */
import { backingText, type Option } from "./assign";
import { likeness } from "./likeness";
import type { MatchLine } from "./matching";
import { sameVendor } from "./vendor";

/** The less of vendor and amount agrees, the more alike the texts must be (0…1). */
export function fits(line: MatchLine, { document, items, relation }: Option): boolean {
  const vendor = sameVendor(line.vendor, document);
  const text = likeness(line.description, backingText(document, items));
  // A number of its own that is another's speaks against it.
  const other = line.numbers.length > 0 && document.evidenceNo !== null;
  if (vendor === true) {
    if (relation === "equal") return !other || text >= 0.2;
    if (relation === "amount") return text >= (other ? 0.5 : 0.3);
    return text >= 0.15;
  }
  if (relation === "equal") return vendor === null ? text >= (other ? 0.4 : 0.2) : text >= 0.5;
  return vendor === null && relation !== "amount" && text >= 0.4;
}
