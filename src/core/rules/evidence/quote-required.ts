import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** Equipment above the scheme's limit needs an estimate when applying. */
export const quoteRequired = defineLineRule({
  id: "evidence/quote-required",
  severity: "error",
  check({ lines, scheme, reading }, report) {
    const required = scheme.quoteRequired;
    if (required === undefined) return "not-applicable";
    // What the sheet itself states as equipment is equipment, known word or not.
    const item = scheme.ratios.find((ratio) => ratio.id === "equipment")?.minor;
    const listed = new Set(reading.estimates.map((estimate) => estimate.no));
    for (const line of lines) {
      const isEquipment =
        required.kinds.includes(line.classification.nature.kind) || (item !== undefined && line.stated.minor === item);
      if (line.verdict === "ineligible" || !isEquipment) continue;
      const price = line.unitPrice ?? line.read.amount;
      if (price === null || price <= required.above) continue;
      if (line.read.evidenceNo !== null && listed.has(line.read.evidenceNo)) continue;
      report({
        at: placeOf(line, "description"),
        data: { description: line.read.description, price, above: required.above },
      });
    }
    return "checked";
  },
});
