/** From what a check found to what the desk keeps. */
import { applicantIn } from "../core/documents/match/applicant";
import { contactsIn } from "../core/desk/contacts";
import type { DocumentRead } from "../core/documents/document";
import type {
  ApplicantDecision,
  Examined,
  ExaminedAnswer,
  ExaminedDocument,
  ExaminedFinding,
  ExaminedLine,
  ExaminedMatch,
} from "../core/desk/examined";
import { doubtsOf } from "../core/desk/doubts";
import { grantDoubtOf, type GrantDoubt } from "../core/desk/grant-doubt";
import { schemeAsked } from "../core/report/scheme-asked";
import type { Report } from "../core/report/report";
import type { Workbook } from "../core/workbook/workbook";
import type { Judged } from "../cli/outcome";
import { findingText, notCheckedText, type Lang } from "../messages";
import { decisionReason } from "../messages/decisions";
import { doubtText, grantDoubtText } from "../messages/doubts";
import { schemeById } from "../schemes";
import { deskWords } from "./words";

export interface Held {
  readonly budget: string;
  readonly digest: string;
  readonly workbook: Workbook;
  /** SHA-256 of each file, by its name. */
  readonly digests: ReadonlyMap<string, string>;
  /** What of it could not be looked at. */
  readonly gaps: readonly string[];
  readonly notices: readonly string[];
  readonly answers: readonly ExaminedAnswer[];
  /** Something of it is packed, and was not looked into. */
  readonly packed: boolean;
}

export function recordOf({ report, decisions, gaps, notices }: Judged, held: Held, lang: Lang): Examined {
  const asked = schemeAsked(report);
  const { findings, mayBePacked } = inPacked(findingsOf(report, lang), held.packed);
  const framed = !gaps.some(({ rule }) => rule === "check/frame-missing"); // without it no figure can be trusted
  const totals = framed ? report.totals : null;
  return {
    budget: held.budget,
    budgetDigest: held.digests.get(held.budget) ?? null,
    digest: held.digest,
    applicant: applicantIn(held.workbook) ?? representativeOf(report),
    scheme: report.scheme,
    frame: report.frame,
    applicantClass: report.applicant,
    tax: report.tax,
    claimed: totals?.claimed ?? null,
    eligible: totals?.eligible ?? null,
    allowed: totals?.allowed ?? null,
    subsidy: framed ? (report.subsidy?.amount ?? null) : null,
    requested: report.subsidy?.requested ?? null,
    subsidyWithDecisions: framed ? decisions.subsidyWith : null,
    lines: linesOf(report),
    findings,
    documents: (report.estimates?.documents ?? []).map((document) => documentOf(document, held.digests)),
    matches: matchesOf(report),
    decisions: decisions.made.map((made): ApplicantDecision => ({
      kind: made.kind,
      rule: made.rule,
      sheet: made.sheet,
      cell: made.cell,
      reason: decisionReason(made, lang) ?? "",
      by: made.by,
      date: made.date,
      yen: made.yen,
      valid: made.valid,
    })),
    answers: held.answers,
    gaps: [...gaps.map(({ message }) => message), ...held.gaps],
    notices: [
      ...(asked === undefined ? [] : [notCheckedText(asked, lang)]),
      ...held.notices,
      ...(mayBePacked === 0 ? [] : [deskWords[lang].mayBePacked(mayBePacked)]),
      ...notices,
    ],
    notChecked: report.notChecked.map((item) => notCheckedText(item, lang)),
  };
}

/** Of several members the first: the one that applies for all. */
const representativeOf = ({ members }: Report): string | null =>
  members.length > 1 ? (members[0]?.name ?? null) : null;

function linesOf(report: Report): ExaminedLine[] {
  const read = new Map(report.reading.lines.map((line) => [`${line.sheet}!${String(line.row)}`, line]));
  const lines = report.lines.map((line): ExaminedLine => {
    const source = read.get(`${line.sheet}!${String(line.row)}`);
    return {
      part: "budget",
      sheet: line.sheet,
      row: line.row,
      description: line.description,
      specification: source?.specification ?? null,
      statedMajor: line.statedMajor,
      statedMiddle: line.statedMiddle,
      major: line.major,
      middle: line.middle,
      kind: line.kind,
      eligibility: line.eligibility,
      unitPrice: line.unitPrice,
      quantity: line.quantity,
      unit: source?.unit ?? null,
      amount: line.amount,
      eligibleAmount: line.eligibleAmount,
      vendor: source?.vendor ?? null,
      member: line.member,
      evidenceNo: line.evidenceNo,
    };
  });
  const labour = report.labour.map((row): ExaminedLine => ({
    part: "labour",
    sheet: row.sheet,
    row: row.row,
    description: row.person,
    specification: row.position,
    statedMajor: null,
    statedMiddle: null,
    major: row.major,
    middle: row.kind,
    kind: "labour",
    eligibility: row.eligibleAmount > 0 ? "eligible" : "ineligible",
    unitPrice: row.statedRate,
    quantity: row.hours,
    unit: "時間",
    amount: row.statedAmount,
    eligibleAmount: row.eligibleAmount,
    vendor: null,
    member: row.member,
    evidenceNo: null,
  }));
  return [...lines, ...labour];
}

/** An estimate that was not found may lie in a packed file: nothing to ask the applicant for before that is looked into. */
function inPacked(
  findings: readonly ExaminedFinding[],
  packed: boolean,
): { readonly findings: readonly ExaminedFinding[]; readonly mayBePacked: number } {
  const isOpen = ({ rule }: ExaminedFinding): boolean => packed && rule === "evidence/missing";
  return {
    findings: findings.map((finding) => (isOpen(finding) ? { ...finding, severity: "info" } : finding)),
    mayBePacked: findings.filter(isOpen).length,
  };
}

/** What the rules found, lines whose estimates only a person can judge, and first of all whether it is this grant's. */
function findingsOf(report: Report, lang: Lang): ExaminedFinding[] {
  const clause = schemeById(report.scheme)?.rules["evidence/mismatch"]?.clause ?? "";
  const doubts = doubtsOf(report).map((doubt): ExaminedFinding => {
    const { rule, severity, sheet, cell, row } = doubt;
    return { rule, severity, sheet, cell, row, clause, ...doubtText(doubt, lang) };
  });
  const found = report.findings
    .filter(({ waived }) => waived === null)
    .map((finding): ExaminedFinding => ({
      rule: finding.rule,
      severity: finding.severity,
      sheet: finding.sheet,
      cell: finding.cell,
      row: rowOf(finding.cell),
      clause: finding.clause,
      ...findingText(finding, lang),
    }));
  const grant = grantDoubtOf(report);
  return [...(grant === null ? [] : [grantFinding(grant, lang)]), ...doubts.reduce(withDoubt, found)];
}

function grantFinding(doubt: GrantDoubt, lang: Lang): ExaminedFinding {
  const { rule, severity, sheet, cell, row } = doubt;
  return { rule, severity, sheet, cell, row, clause: "", ...grantDoubtText(doubt, lang) };
}

/** In the order of the budget: behind what was found of earlier rows of its sheet. */
function withDoubt(found: readonly ExaminedFinding[], doubt: ExaminedFinding): ExaminedFinding[] {
  const earlier = found.findLastIndex(({ sheet, row }) => sheet === doubt.sheet && (row ?? 0) <= (doubt.row as number));
  const later = found.findIndex(({ sheet }) => sheet === doubt.sheet);
  const at = earlier >= 0 ? earlier + 1 : later >= 0 ? later : found.length;
  return [...found.slice(0, at), doubt, ...found.slice(at)];
}

/** "F12" → 12 */
const rowOf = (cell: string | null): number | null => (cell === null ? null : Number(/\d+$/.exec(cell)?.[0]));

function documentOf(document: DocumentRead, digests: ReadonlyMap<string, string>): ExaminedDocument {
  return {
    file: document.file,
    page: document.page,
    row: document.row,
    digest: digests.get(document.file) ?? "",
    kind: document.kind,
    evidenceNo: document.evidenceNo,
    number: document.number,
    issuer: document.issuer,
    addressee: document.addressee,
    date: document.date,
    registrationNumber: document.registrationNumber,
    net: document.net,
    tax: document.tax,
    gross: document.gross,
    problem: document.problem,
    ...contactsIn(document.remarks),
    items: document.items.map(({ name, spec, quantity, unit, unitPrice, amount }) => ({
      name,
      spec,
      quantity,
      unit,
      unitPrice,
      amount,
    })),
  };
}

const matchesOf = (report: Report): ExaminedMatch[] =>
  (report.estimates?.matches ?? []).map(({ sheet, row, state, reason, difference, documents }) => ({
    sheet,
    row,
    state,
    reason,
    difference,
    documents: documents.map(({ file, page, row: at, item, role }) => ({ file, page, row: at, item, role })),
  }));
