/** `check --format json`: a projection of the report with a fixed shape and key order, because other tools read it. */
import type { DecisionsMode, Weighed } from "../core/decisions/weigh";
import { visibleJson } from "../core/text/visible";
import type { Finding } from "../core/judge/finding";
import type { LabourRow, Line, Report } from "../core/report/report";
import type { Settings } from "../core/judge/settings";
import { estimatesJson } from "../documents/json";
import type { BudgetReading } from "../core/read/reading";
import { findingText, notCheckedText } from "../messages";
import { whyText } from "../messages/trace";
import { decisionReason } from "../messages/decisions";
import type { Gap, Outcome } from "./outcome";
import { lineText } from "./why";
import type { Lang } from "./words";

/** The JSON text in pieces of some size, so that a long budget is never one string. */
export function* jsonText(outcome: Outcome, settings: Settings, mode: DecisionsMode, lang: Lang): Generator<string> {
  for (const piece of pieces(outcome, settings, mode, lang)) yield visibleJson(piece);
}

function* pieces(outcome: Outcome, settings: Settings, mode: DecisionsMode, lang: Lang): Generator<string> {
  let piece = "{";
  let separator = "\n";
  for (const [key, value] of Object.entries(projection(outcome, settings, mode, lang))) {
    piece += `${separator}  ${JSON.stringify(key)}: `;
    separator = ",\n";
    if (!(value instanceof List)) {
      piece += JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
      continue;
    }
    let before = "[\n    ";
    for (const item of value.items()) {
      piece += before + asItem(item);
      before = ",\n    ";
      if (piece.length > PIECE) {
        yield piece;
        piece = "";
      }
    }
    piece += value.isEmpty ? "[]" : "\n  ]";
  }
  yield `${piece}\n}`;
}

/** Characters after which a piece is handed on. */
const PIECE = 1 << 16;

/** As it stands in a list of the outermost object: as deep as in a list in a list, whose own lines are cut off. */
const asItem = (item: object): string =>
  JSON.stringify([[item]], null, 2).slice("[\n  [\n    ".length, -"\n  ]\n]".length);

/** A list that may be long: each item is made when its turn comes. */
class List<T> {
  constructor(
    private readonly source: readonly T[],
    private readonly project: (item: T) => object,
  ) {}

  get isEmpty(): boolean {
    return this.source.length === 0;
  }

  *items(): Generator<object> {
    for (const item of this.source) yield this.project(item);
  }
}

function projection(outcome: Outcome, settings: Settings, mode: DecisionsMode, lang: Lang): object {
  const { file, report, gaps, notices } = outcome;
  const said = new Set(report?.findings.map(({ rule }) => rule));
  const found = gaps.filter(({ rule }) => !said.has(rule)).map(gapFinding);
  if (report === null) return emptyReport(file, settings, mode, found);
  const framed = !gaps.some(({ rule }) => rule === "check/frame-missing"); // without it no figure can be trusted
  return {
    schemaVersion: 1,
    file,
    scheme: report.scheme,
    frame: report.frame,
    applicant: report.applicant,
    tax: report.tax,
    lines: new List(report.lines, (line) => lineJson(line, lang)),
    labour: report.labour.map(labourJson),
    totals: report.totals === null || !framed ? NO_TOTALS : totalsJson(report.totals),
    ratios: report.ratios.map(({ id, amount, base, limit, allowed, status }) => ({
      id,
      amount,
      base,
      limit,
      allowed,
      status,
    })),
    members: report.members.map((member) => ({
      name: member.name,
      class: member.class,
      rate: member.rate,
      allowed: member.allowed,
    })),
    subsidy: report.subsidy === null || !framed ? NO_SUBSIDY : subsidyJson(report.subsidy),
    findings: new List([...report.findings, ...found], (finding) =>
      isFinding(finding) ? findingJson(finding, lang) : finding,
    ),
    rules: {
      checked: report.rules.checked,
      notApplicable: report.rules.notApplicable,
      crashed: report.rules.crashed,
    },
    decisions: decisionsJson(outcome.decisions, framed, lang),
    measure: framed ? report.measure : null,
    estimates: report.estimates === null ? null : estimatesJson(report.estimates),
    reading: readingJson(report.reading, lang),
    notChecked: [...report.notChecked.map((item) => notCheckedText(item, lang)), ...notices],
  };
}

/** Whether the sheet's totals prove the reading, what else a row may be, and the yen accounted for. */
const readingJson = ({ trace, account }: BudgetReading, lang: Lang): object => ({
  proven: trace.proven,
  doubts: trace.doubts.map((doubt) => ({ ...doubt, why: whyText(doubt, lang) })),
  accounted: account.accounted,
});

const isFinding = (item: object): item is Finding => "data" in item;

const NO_TOTALS = { claimed: null, eligible: null, allowed: null, byMajor: {}, byMiddle: {} };
const NO_SUBSIDY = { rate: null, cap: null, beforeCap: null, amount: null, requested: null };

function emptyReport(file: string, settings: Settings, mode: DecisionsMode, findings: readonly object[]): object {
  return {
    schemaVersion: 1,
    file,
    scheme: settings.scheme ?? null,
    frame: settings.frame ?? null,
    applicant: settings.applicant ?? null,
    tax: settings.tax ?? null,
    lines: [],
    labour: [],
    totals: NO_TOTALS,
    ratios: [],
    members: [],
    subsidy: NO_SUBSIDY,
    findings,
    rules: { checked: [], notApplicable: [], crashed: [] },
    decisions: { mode, made: [], subsidyWith: null, subsidyWithout: null },
    measure: null,
    estimates: null,
    reading: null,
    notChecked: [],
  };
}

const decisionsJson = ({ mode, made, subsidyWith, subsidyWithout }: Weighed, framed: boolean, lang: Lang): object => ({
  mode,
  made: made.map((decision) => ({
    kind: decision.kind,
    rule: decision.rule,
    sheet: decision.sheet,
    cell: decision.cell,
    reason: decisionReason(decision, lang),
    by: decision.by,
    date: decision.date,
    yen: decision.yen,
    valid: decision.valid,
  })),
  subsidyWith: framed ? subsidyWith : null,
  subsidyWithout: framed ? subsidyWithout : null,
});

const lineJson = (line: Line, lang: Lang): object => ({
  sheet: line.sheet,
  row: line.row,
  description: line.description,
  statedMajor: line.statedMajor,
  statedMiddle: line.statedMiddle,
  major: line.major,
  middle: line.middle,
  minor: line.minor,
  eligibility: line.eligibility,
  unitPrice: line.unitPrice,
  quantity: line.quantity,
  amount: line.amount,
  eligibleAmount: line.eligibleAmount,
  member: line.member,
  evidenceNo: line.evidenceNo,
  why: lineText(line, lang),
  confidence: share(line.confidence),
  eligibilityConfidence: share(line.eligibilityConfidence),
});

/** A probability, to the hundredth. */
const share = (value: number): number => Math.round(value * 100) / 100;

const labourJson = (row: LabourRow): object => ({
  sheet: row.sheet,
  row: row.row,
  person: row.person,
  kind: row.kind,
  statedRate: row.statedRate,
  rate: row.rate,
  hours: row.hours,
  statedAmount: row.statedAmount,
  amount: row.amount,
  eligibleAmount: row.eligibleAmount,
  member: row.member,
});

const totalsJson = (totals: NonNullable<Report["totals"]>): object => ({
  claimed: totals.claimed,
  eligible: totals.eligible,
  allowed: totals.allowed,
  byMajor: totals.byMajor,
  byMiddle: totals.byMiddle,
});

const subsidyJson = (subsidy: NonNullable<Report["subsidy"]>): object => ({
  rate: subsidy.rate,
  cap: subsidy.cap,
  beforeCap: subsidy.beforeCap,
  amount: subsidy.amount,
  requested: subsidy.requested,
});

function findingJson(finding: Finding, lang: Lang): object {
  const { what, why, todo } = findingText(finding, lang);
  return {
    rule: finding.rule,
    severity: finding.severity,
    sheet: finding.sheet,
    cell: finding.cell,
    message: [what, why, todo].filter((sentence) => sentence !== "").join(lang === "ja" ? "" : " "),
    clause: finding.clause,
    fix: finding.fix,
    waived: finding.waived,
  };
}

const gapFinding = ({ rule, message }: Gap): object => ({
  rule,
  severity: "error",
  sheet: null,
  cell: null,
  message,
  clause: null,
  fix: null,
  waived: null,
});
