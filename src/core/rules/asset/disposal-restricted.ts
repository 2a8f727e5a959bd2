import { placeOf } from "../place";
import { toldPrice } from "../price";
import { defineLineRule } from "../rule";

/** Property acquired at or above the scheme's unit price: disposal needs approval until it is written off. */
export const disposalRestricted = defineLineRule({
  id: "asset/disposal-restricted",
  severity: "info",
  phase: "settled",
  check({ lines, scheme, conditions }, report) {
    const restricted = scheme.assetDisposal;
    if (restricted === undefined) return "not-applicable";
    const { middles, exceptKinds = [] } = restricted;
    for (const line of lines) {
      const { middle, nature } = line.classification;
      if (line.verdict === "ineligible" || middle === null || !middles.includes(middle)) continue;
      if (exceptKinds.includes(nature.kind)) continue;
      if (line.unitPrice === null || line.unitPrice < restricted.minUnitPrice) continue;
      report({
        at: placeOf(line, "unitPrice", "amount"),
        data: { description: line.read.description, ...toldPrice(line, conditions), limit: restricted.minUnitPrice },
      });
    }
    return "checked";
  },
});
