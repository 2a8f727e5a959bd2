import { covers } from "../../scheme/items";
import { placeOf } from "../place";
import { toldPrice } from "../price";
import { defineLineRule } from "../rule";

/** Equipment above the scheme's limit needs an estimate when applying. */
export const quoteRequired = defineLineRule({
  id: "evidence/quote-required",
  severity: "error",
  phase: "settled",
  check({ lines, scheme, conditions, reading }, report) {
    const required = scheme.quoteRequired;
    if (required === undefined) return "not-applicable";
    const { item } = required;
    const listed = new Set(reading.estimates.map((estimate) => estimate.no));
    for (const line of lines) {
      // What the sheet itself states as equipment is equipment, known word or not.
      const isEquipment = required.kinds.includes(line.classification.nature.kind) || covers(item, line.stated);
      if (line.verdict === "ineligible" || !isEquipment) continue;
      const price = line.unitPrice ?? line.read.amount;
      if (price === null || price <= required.above) continue;
      if (line.read.evidenceNo !== null && listed.has(line.read.evidenceNo)) continue;
      report({
        at: placeOf(line),
        data: {
          description: line.read.description,
          ...(line.unitPrice === null ? {} : toldPrice(line, conditions)),
          price,
          above: required.above,
          item: item.minor ?? item.middle,
        },
      });
    }
    return "checked";
  },
});
