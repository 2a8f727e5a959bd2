/** From the lines under judgement to what estimates are held against. */
import { toNumber } from "../../money/fraction";
import type { Conditions } from "../../judge/conditions";
import { isTravel } from "../../judge/travel/abroad";
import type { LineState } from "../../judge/state";
import type { MatchDecision } from "../../decisions/decision";
import type { EstimateReading } from "../../read/reading";
import { isWage } from "../../rules/category";
import { plain } from "../../text/plain";
import type { Workbook } from "../../workbook/workbook";
import { applicantIn } from "./applicant";
import type { DocumentRead } from "../document";
import { wholeText } from "./assign";
import { isSameCompany } from "./likeness";
import { matchAsDecided, type DecidedMatching } from "./decided";
import { faultsIn } from "../faults/find";
import type { Estimates } from "../estimates";
import type { MatchConditions, MatchLine } from "./matching";
import { furtherNumbersOf } from "../../judge/estimates/numbers";

const OWN_RULES = /規程|規定|自社|社内|実費/;

/** Wages, and travel by the company's own rules. */
export function needsNoEstimate(line: LineState): boolean {
  if (isWage(line) || line.labourRows.length > 0) return true;
  const { vendor, note } = line.read;
  return isTravel(line) && (vendor === null || OWN_RULES.test(plain([vendor, note ?? ""].join(" "))));
}

export function holdDocuments(
  lines: readonly LineState[],
  documents: readonly DocumentRead[],
  conditions: Conditions,
  workbook: Workbook,
  decisions: readonly MatchDecision[] = [],
): DecidedMatching & Pick<Estimates, "faults"> {
  const held: MatchConditions = {
    tax: conditions.tax,
    applicant: applicantIn(workbook) ?? mostAddressed(documents),
    opened: conditions.scheme.period?.from ?? null,
  };
  const matching = matchAsDecided(linesOf(lines), documents, held, decisions);
  const { scheme } = conditions;
  const asked = { applicant: held.applicant, period: scheme.period ?? null };
  return { ...matching, faults: faultsIn(documents, matching.matches, asked, scheme.estimateFaults) };
}

function linesOf(lines: readonly LineState[]): MatchLine[] {
  let above: string | null = null;
  return lines.map((line): MatchLine => {
    const { read } = line;
    // A discount without a number is that of the line it follows.
    const own = read.evidenceNo ?? (read.discount ? above : null);
    if (!read.discount) above = read.evidenceNo;
    return {
      sheet: read.sheet,
      row: read.row,
      seen: read.description,
      description: [read.description, read.specification ?? ""].join(" ").trim(),
      vendor: read.vendor,
      unitPrice: read.unitPrice === null ? null : toNumber(read.unitPrice),
      quantity: read.quantity === null ? null : toNumber(read.quantity),
      amount: read.amount,
      numbers: own === null ? [] : [own, ...furtherNumbersOf(read, own)],
      orderDate: read.orderDate?.day ?? null,
      taxPercent: line.taxPercent,
      discount: read.discount,
      needsNone: !read.discount && needsNoEstimate(line),
    };
  });
}

/** Where the budget does not say who applies: whom most of the estimates are addressed to. */
function mostAddressed(documents: readonly DocumentRead[]): string | null {
  const named = documents.flatMap(({ addressee }) => (addressee === null ? [] : [addressee]));
  for (const name of new Set(named)) {
    const count = named.filter((other) => isSameCompany(name, other) === true).length;
    if (count >= 3 && count * 3 >= named.length * 2) return name;
  }
  return null;
}

/** Documents as entries of a list, for what looks them up by their number. */
export function listed(documents: readonly DocumentRead[]): EstimateReading[] {
  return documents.flatMap((document): EstimateReading[] => {
    const { evidenceNo, kind, problem, comparative } = document;
    if (evidenceNo === null || kind !== "estimate" || comparative || problem !== null) return [];
    return [
      {
        sheet: document.file,
        row: document.row ?? 0,
        no: evidenceNo,
        issuer: document.issuer,
        item: wholeText(document).trim(),
        issueDate: document.date,
        exclusive: document.net,
        inclusive: document.gross,
        at: {},
      },
    ];
  });
}
