import { needsNoEstimate } from "../../documents/match/hold";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";
import { matchOf } from "../../documents/match/found";

/** A line without an item number when others have one, or with a number that no listed estimate has. */
export const evidenceMissing = defineLineRule({
  id: "evidence/missing",
  severity: "warning",
  check({ lines, reading, estimates }, report) {
    const numbered = lines.some((line) => line.read.evidenceNo !== null);
    if (estimates !== null) {
      const numbers = new Set(reading.estimates.map((estimate) => estimate.no));
      const shared = (no: string): boolean => lines.filter((line) => line.read.evidenceNo === no).length > 1;
      for (const line of lines) {
        const { evidenceNo: no, discount } = line.read;
        const isUnnumbered = numbered && no === null && !discount && !needsNoEstimate(line);
        // A number that other lines have too and a paper bears is evidence/duplicate's.
        const isTaken = no !== null && numbers.has(no) && shared(no);
        const match = matchOf(estimates, line);
        if (!isUnnumbered && (isTaken || match?.state !== "見積なし")) continue;
        const other = match?.reason === "not-an-estimate" ? { otherPaper: true } : {};
        report({
          at: placeOf(line, "evidenceNo", "note"),
          data: {
            description: line.read.description,
            no: line.read.evidenceNo,
            listed: estimates.documents.length,
            ...other,
          },
        });
      }
      return "checked";
    }
    const listed = new Set(reading.estimates.map((estimate) => estimate.no));
    if (!numbered && listed.size === 0) return "not-applicable";
    for (const line of lines) {
      if (line.read.discount || needsNoEstimate(line)) continue;
      const no = line.read.evidenceNo;
      if (no !== null && (listed.size === 0 || listed.has(no))) continue;
      report({
        at: placeOf(line, "evidenceNo", "note"),
        data: { description: line.read.description, no, listed: listed.size },
      });
    }
    return "checked";
  },
});
