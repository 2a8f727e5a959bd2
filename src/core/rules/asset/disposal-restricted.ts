import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** Works and repairs acquire no property of their own. */
const NOT_PROPERTY = new Set(["works", "maintenance", "repair", "modification", "installation"]);

/** Property acquired at or above the scheme's unit price: disposal needs approval until it is written off. */
export const disposalRestricted = defineLineRule({
  id: "asset/disposal-restricted",
  severity: "info",
  check({ lines, scheme }, report) {
    const restricted = scheme.assetDisposal;
    if (restricted === undefined) return "not-applicable";
    const property = scheme.majors[0];
    for (const line of lines) {
      const { major, nature } = line.classification;
      if (line.verdict === "ineligible" || major !== property || NOT_PROPERTY.has(nature.kind)) continue;
      if (line.unitPrice === null || line.unitPrice < restricted.minUnitPrice) continue;
      report({
        at: placeOf(line, "unitPrice", "amount"),
        data: { description: line.read.description, unitPrice: line.unitPrice, limit: restricted.minUnitPrice },
      });
    }
    return "checked";
  },
});
