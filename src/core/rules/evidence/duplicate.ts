import { groupByEstimate, isWholeEstimate, isWholeOfSeveral, type EstimateGroup } from "../../judge/estimates/groups";
import { byNumber } from "../../judge/estimates/numbers";
import { isSameCompany } from "../../documents/match/likeness";
import { placeOf } from "../place";
import type { EstimateReading } from "../../read/reading";
import type { Estimates } from "../../documents/estimates";
import type { Found, LineState, ReportFinding } from "../../judge/state";
import { defineLineRule } from "../rule";
import { matchOf, restingOnWhole } from "../../documents/match/found";

/** One item number on several lines that do not add up to its estimate, or on two estimates. */
export const evidenceDuplicate = defineLineRule({
  id: "evidence/duplicate",
  severity: "error",
  check({ lines, reading, estimates }, report) {
    if (estimates !== null) {
      reportTogether(lines, estimates, report);
      reportTaken(lines, reading.estimates, estimates, report);
      return "checked";
    }
    const groups = groupByEstimate(lines, reading.estimates);
    const listed = byNumber(reading.estimates);
    const isWhole = (group: EstimateGroup, estimate: EstimateReading): boolean =>
      isWholeEstimate(group, estimate) || isWholeOfSeveral(group, estimate, listed);
    if (groups.length === 0) return "not-applicable";
    for (const group of groups) {
      if (group.lines.length < 2 && group.estimates.length < 2) continue;
      for (const second of group.estimates.slice(1)) {
        report({
          at: second.at.evidenceNo ?? second.at.no ?? null,
          sheet: second.sheet,
          data: {
            no: group.no,
            where: "estimates",
            lines: 0,
            sum: null,
            estimate: second.exclusive ?? second.inclusive,
          },
        });
      }
      // What cannot be read cannot be added up.
      if (group.lines.length < 2 || group.lines.some(({ read }) => read.amount === null)) continue;
      const [estimate] = group.estimates;
      const [first, ...later] = group.lines;
      if (estimate === undefined && reading.estimates.length > 0) continue;
      if (estimate !== undefined && isWhole(group, estimate)) continue;
      for (const line of later) {
        // Without a list of estimates only two different vendors prove that one number stands for two papers.
        if (
          estimate === undefined &&
          (first === undefined || isSameCompany(first.read.vendor, line.read.vendor) !== false)
        )
          continue;
        report(sharedBy(line, group.no, group.lines, estimate?.exclusive ?? estimate?.inclusive ?? null));
      }
    }
    return "checked";
  },
});

/** A line that bears the number of a paper which another line has: together they are not its amount. */
function reportTaken(
  lines: readonly LineState[],
  listed: readonly EstimateReading[],
  estimates: Estimates,
  report: ReportFinding,
): void {
  for (const group of groupByEstimate(lines, listed)) {
    const [estimate, ...more] = group.estimates;
    const [first, ...later] = group.lines;
    if (estimate === undefined || more.length > 0 || first === undefined || isWholeEstimate(group, estimate)) continue;
    for (const line of later) {
      if (matchOf(estimates, line)?.state !== "見積なし") continue;
      report(sharedBy(line, group.no, group.lines, estimate.exclusive ?? estimate.inclusive));
    }
  }
}

/** Lines that only together are one document, and do not add up to it: the second and later ones. */
function reportTogether(lines: readonly LineState[], estimates: Estimates, report: ReportFinding): void {
  for (const [document, together] of restingOnWhole(lines, estimates)) {
    const [first, ...later] = together;
    const difference = first === undefined ? null : (matchOf(estimates, first)?.difference ?? null);
    if (difference === null || difference === 0) continue;
    for (const line of later) {
      const no = line.read.evidenceNo ?? document.evidenceNo ?? document.file;
      report(sharedBy(line, no, together, sumOf(together) - difference));
    }
  }
}

/** One paper stands behind several lines, yet they do not add up to it: said at each but the first. Amounts in yen. */
function sharedBy(line: LineState, no: string, lines: readonly LineState[], estimate: number | null): Found {
  return {
    at: placeOf(line, "evidenceNo", "note"),
    data: {
      no,
      where: "lines",
      lines: lines.length,
      sum: sumOf(lines),
      estimate,
      first: lines[0]?.read.row ?? null,
    },
  };
}

const sumOf = (lines: readonly LineState[]): number => lines.reduce((sum, { read }) => sum + (read.amount ?? 0), 0);
