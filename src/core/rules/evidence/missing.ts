import type { LineState } from "../../judge/state";
import { plain } from "../../text/plain";
import { isWage } from "../category";
import { isTravel } from "../../judge/travel/abroad";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** A line without an item number when others have one, or with a number that no listed estimate has. */
export const evidenceMissing = defineLineRule({
  id: "evidence/missing",
  severity: "warning",
  check({ lines, reading }, report) {
    const numbered = lines.some((line) => line.read.evidenceNo !== null);
    const listed = new Set(reading.estimates.map((estimate) => estimate.no));
    if (!numbered && listed.size === 0) return "not-applicable";
    for (const line of lines) {
      if (needsNoEstimate(line)) continue;
      const no = line.read.evidenceNo;
      if (no !== null && (listed.size === 0 || listed.has(no))) continue;
      report({
        at: placeOf(line, "evidenceNo", "note", "description"),
        data: { description: line.read.description, no, listed: listed.size },
      });
    }
    return "checked";
  },
});

const OWN_RULES = /規程|規定|自社|社内|実費/;

/** Labour, travel by the company's own rules, and a discount inside another line's estimate. */
function needsNoEstimate(line: LineState): boolean {
  if (isWage(line) || line.labourRows.length > 0 || line.read.discount) return true;
  const { vendor, note } = line.read;
  return isTravel(line) && (vendor === null || OWN_RULES.test(plain([vendor, note ?? ""].join(" "))));
}
