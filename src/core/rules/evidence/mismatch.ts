import { groupByEstimate, isWholeEstimate, isWholeOfSeveral } from "../../judge/estimates/groups";
import { byNumber, furtherNumbersOf } from "../../judge/estimates/numbers";
import { isSameCompany, likeness } from "../../documents/match/likeness";
import type { LineState } from "../../judge/state";
import { plain } from "../../text/plain";
import { placeOf } from "../place";
import { itemText, wholeText } from "../../documents/match/assign";
import { sumOrNull } from "../../documents/match/backing";
import type { DocumentRead } from "../../documents/document";
import type { Estimates } from "../../documents/estimates";
import type { LineMatch } from "../../documents/match/matching";
import type { ReportFinding } from "../../judge/state";
import { correcting } from "../correct";
import { defineLineRule } from "../rule";
import { backingOf, matchOf, restingOnWhole } from "../../documents/match/found";

/** Two texts that hardly mean one item; where nothing is written, nothing is strange. */
const isStrange = (a: string, b: string): boolean => a !== "" && b !== "" && likeness(a, b) < 0.1;

/** Estimate and line(s) of one number differ in amount or vendor; an item text beyond recognition is a warning. */
export const evidenceMismatch = defineLineRule({
  id: "evidence/mismatch",
  severity: "error",
  check({ lines, reading, estimates: held, workbook }, report) {
    if (held !== null) {
      const together = restingOnWhole(lines, held);
      for (const line of lines) reportMatch(line, held, together, report);
      return "checked";
    }
    if (reading.estimates.length === 0) return "not-applicable";
    const estimates = byNumber(reading.estimates);
    for (const numbered of groupByEstimate(lines, reading.estimates)) {
      const { no, lines: group } = numbered;
      const [estimate] = numbered.estimates;
      const [line] = group;
      if (estimate === undefined || line === undefined) continue;
      const whole = isWholeEstimate(numbered, estimate) || isWholeOfSeveral(numbered, estimate, estimates);
      // Several lines that do not add up are evidence/duplicate's.
      if (!whole && group.length > 1) continue;
      if (!whole && line.read.amount !== null) {
        const listed =
          line.tax === "inclusive"
            ? (estimate.inclusive ?? estimate.exclusive)
            : (estimate.exclusive ?? estimate.inclusive);
        report({
          at: placeOf(line, "amount"),
          data: {
            description: line.read.description,
            no,
            what: "amount",
            amount: line.read.amount,
            estimate: listed,
            difference: listed === null ? null : line.read.amount - listed,
          },
          // Of several estimates the figure to write is not the one that is listed.
          ...(listed === null || furtherNumbersOf(line.read, no).length > 0
            ? {}
            : correcting(workbook, placeOf(line, "amount"), line.read.amount, listed)),
        });
      }
      for (const each of group) {
        const { vendor } = each.read;
        if (
          vendor !== null &&
          !/規程|規定|^自社$|^社内$/.test(plain(vendor)) &&
          isSameCompany(vendor, estimate.issuer) === false
        ) {
          report({
            at: placeOf(each, "vendor"),
            data: { description: each.read.description, no, what: "vendor", vendor, issuer: estimate.issuer },
            ...(estimate.issuer === null ? {} : correcting(workbook, placeOf(each, "vendor"), vendor, estimate.issuer)),
          });
        }
        if (group.length === 1 && estimate.item !== null && isStrange(each.read.description, estimate.item)) {
          report({
            at: placeOf(each),
            severity: "warning",
            data: { description: each.read.description, no, what: "item", item: estimate.item },
          });
        }
      }
    }
    return "checked";
  },
});

const ABOUT_AMOUNT = new Set(["amount", "tax-treatment", "discount"]);

/** A line that is another's than the paper that backs it, in amount or vendor; a strange text is a warning. */
function reportMatch(
  line: LineState,
  estimates: Estimates,
  together: ReturnType<typeof restingOnWhole>,
  report: ReportFinding,
): void {
  const match = matchOf(estimates, line);
  if (match === undefined || match.reason === null || match.state === "見積なし") return;
  const backing = backingOf(estimates, match);
  const [document] = backing;
  if (document === undefined) return;
  const { description, vendor } = line.read;
  const no = line.read.evidenceNo ?? document.evidenceNo ?? document.file;
  const reasons = [match.reason, ...match.also];
  // Unproven papers and those in other currencies are a person's to decide.
  if (match.state === "要確認" && match.reason !== "item-name") return;
  const { difference } = match;
  const whole = together.get(document) ?? [];
  const all = whole.includes(line) ? whole : [line];
  const amount = sumOrNull(all.map(({ read }) => read.amount));
  if (reasons.some((reason) => ABOUT_AMOUNT.has(reason)) && amount !== null && difference !== null)
    report({
      at: placeOf(line, "amount"),
      data: {
        ...{ description, no, what: "amount", amount, estimate: amount - difference, difference },
        ...(all.length > 1 ? { lines: all.length } : {}),
      },
    });
  if (reasons.includes("vendor"))
    report({
      at: placeOf(line, "vendor"),
      data: { description, no, what: "vendor", vendor, issuer: document.issuer },
    });
  if (reasons.includes("item-name"))
    report({
      at: placeOf(line),
      severity: "warning",
      data: { description, no, what: "item", item: offered(document, match) },
    });
}

function offered(document: DocumentRead, match: LineMatch): string {
  const items = match.documents.flatMap(({ role, item }) =>
    role === "backs" && item !== null ? [document.items[item - 1]] : [],
  );
  const named = items.flatMap((item) => (item === undefined ? [] : [itemText(item).trim()]));
  return named.length > 0 ? named.join("、") : wholeText(document).replace(/ {2,}/g, " ").trim();
}
