/** Yen a unit as findings tell it. */
import type { Conditions } from "../judge/conditions";
import type { FindingData } from "../judge/finding";
import type { LineState } from "../judge/state";

/** With whether tax was taken out of what the sheet shows: then nobody finds the figure there. */
export function toldPrice({ read, tax, priceTax, unitPrice }: LineState, { tax: counts }: Conditions): FindingData {
  const written = read.unitPrice === null ? tax : priceTax;
  return counts === "exclusive" && written === "inclusive" ? { unitPrice, withoutTax: true } : { unitPrice };
}
