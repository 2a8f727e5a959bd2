/** Two rounds of one application: what was mended, what was not, and what changed that nobody asked for. */
import { isWageKind } from "../judge/labour/wages";
import { compact } from "../text/fold";
import { alignLines, type Pair } from "./align";
import { divisions } from "./divided";
import type { Examined, ExaminedDocument, ExaminedFinding, ExaminedLine } from "./examined";

export type LineField =
  | "description"
  | "specification"
  | "statedMajor"
  | "statedMiddle"
  | "unitPrice"
  | "quantity"
  | "amount"
  | "vendor"
  | "evidenceNo"
  | "member";

const FIELDS: readonly LineField[] = [
  "description",
  "specification",
  "statedMajor",
  "statedMiddle",
  "unitPrice",
  "quantity",
  "amount",
  "vendor",
  "evidenceNo",
  "member",
];

export interface FieldChange {
  readonly field: LineField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface LineChange {
  readonly kind: "added" | "removed" | "changed" | "divided" | "joined";
  readonly before: ExaminedLine | null;
  readonly after: ExaminedLine | null;
  /** The lines that `before` was divided into, or that were joined to `after`: together of the same amount. */
  readonly parts: readonly ExaminedLine[];
  readonly fields: readonly FieldChange[];
  /** Something to correct or to look at had been said of the line. */
  readonly asked: boolean;
}

interface RemainingFinding {
  readonly before: ExaminedFinding;
  readonly after: ExaminedFinding;
}

export type FigureName =
  | "applicant"
  | "scheme"
  | "frame"
  | "applicantClass"
  | "tax"
  | "claimed"
  | "eligible"
  | "allowed"
  | "subsidy"
  | "requested";

export interface FigureChange {
  readonly figure: FigureName;
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** Follows from the lines, or was asked for. */
  readonly asked: boolean;
}

interface DocumentChange {
  readonly kind: "added" | "removed" | "replaced";
  readonly file: string;
}

export interface RoundDiff {
  readonly fixed: readonly ExaminedFinding[];
  /** Not found now, but nor was what they are about looked at: whether they are mended is not known. */
  readonly unseen: readonly ExaminedFinding[];
  readonly remaining: readonly RemainingFinding[];
  /** Found now, and not before. */
  readonly introduced: readonly ExaminedFinding[];
  readonly lines: readonly LineChange[];
  /** Lines that say the same as before, and how many of them only stand in another place. */
  readonly unchanged: number;
  readonly moved: number;
  readonly figures: readonly FigureChange[];
  readonly documents: readonly DocumentChange[];
}

export function diffRounds(before: Examined, after: Examined): RoundDiff {
  const pairs = alignLines(before.lines, after.lines);
  const findings = diffFindings(before, after, pairs);
  const lines = diffLines(before, after, pairs);
  const changed = new Set<ExaminedLine | null>(
    lines.flatMap<ExaminedLine | null>(({ kind, before: line, parts }) => (kind === "joined" ? parts : [line])),
  );
  const unchanged = pairs
    .map((pair) => [before.lines[pair.before] as ExaminedLine, after.lines[pair.after] as ExaminedLine] as const)
    .filter(([old]) => !changed.has(old));
  return {
    ...findings,
    lines,
    unchanged: unchanged.length,
    moved: unchanged.filter(([old, young]) => placeOf(old) !== placeOf(young)).length,
    figures: diffFigures(before, after),
    documents: diffDocuments(before.documents, after.documents),
  };
}

/** Changes that no finding of the earlier round asked for, for a person to look at. */
export const unasked = (diff: RoundDiff): { lines: readonly LineChange[]; figures: readonly FigureChange[] } => ({
  lines: diff.lines.filter(({ asked }) => !asked),
  figures: diff.figures.filter(({ asked }) => !asked),
});

/** Half width or full, with spaces or without, 1 or １: the same words. */
const isSame = (old: string | number | null, young: string | number | null): boolean =>
  old === young || (typeof old === "string" && typeof young === "string" && compact(old) === compact(young));

const placeOf = ({ sheet, row }: { readonly sheet: string | null; readonly row: number | null }): string =>
  `${sheet ?? ""}!${row === null ? "" : String(row)}`;

function diffLines(before: Examined, after: Examined, pairs: readonly Pair[]): LineChange[] {
  const spoken = new Set(before.findings.filter(({ severity }) => severity !== "info").map(placeOf));
  const unbacked = new Set(before.matches.filter(({ state }) => state !== "一致" && state !== "不要").map(placeOf));
  const isSpokenOf = (line: ExaminedLine): boolean => spoken.has(placeOf(line)) || unbacked.has(placeOf(line));
  const people = before.lines.filter((line) => line.part === "labour" && line.description !== "");
  // What is mended in the labour sheet is mended in the line that stands for the person, or for all of them, too.
  const asked = (line: ExaminedLine): boolean => {
    if (isSpokenOf(line)) return true;
    const named = people.filter(({ description }) => compact(line.description).includes(compact(description)));
    const stoodFor = named.length > 0 ? named : isWageKind(line.kind) ? people : [];
    return line.part === "budget" && stoodFor.some(isSpokenOf);
  };
  const partner = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const partnerBefore = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const divided = divisions(before.lines, after.lines, partner, (at) => !partnerBefore.has(at));
  const joined = divisions(after.lines, before.lines, partnerBefore, (at) => !partner.has(at));
  const partsOf = new Map(
    divided.map(({ whole, parts }) => [whole, parts.map((at) => after.lines[at] as ExaminedLine)]),
  );
  const isJoined = new Set(joined.flatMap(({ parts }) => parts));
  const known = new Set([
    ...partnerBefore.keys(),
    ...divided.flatMap(({ parts }) => parts),
    ...joined.map(({ whole }) => whole),
  ]);
  const changes = before.lines.flatMap((line, at): LineChange[] => {
    const parts = partsOf.get(at);
    const told = { before: line, after: null, parts: [], fields: [], asked: asked(line) };
    if (parts !== undefined) return [{ ...told, kind: "divided", parts }];
    if (isJoined.has(at)) return [];
    const found = partner.get(at);
    const next = found === undefined ? undefined : after.lines[found];
    if (next === undefined) return [{ ...told, kind: "removed" }];
    const fields = FIELDS.filter((field) => !isSame(line[field], next[field])).map((field) => ({
      field,
      before: line[field],
      after: next[field],
    }));
    return fields.length === 0 ? [] : [{ ...told, kind: "changed", after: next, fields }];
  });
  const together = joined.map(({ whole, parts }): LineChange => {
    const lines = parts.map((at) => before.lines[at] as ExaminedLine);
    const line = after.lines[whole] as ExaminedLine;
    return { kind: "joined", before: null, after: line, parts: lines, fields: [], asked: lines.some(asked) };
  });
  const added = after.lines.flatMap((line, at): LineChange[] =>
    known.has(at) ? [] : [{ kind: "added", before: null, after: line, parts: [], fields: [], asked: false }],
  );
  return [...changes, ...together, ...added];
}

/** Findings of one rule are one where they are about one line; else where they say the same, or stand in one place. */
function diffFindings(
  before: Examined,
  after: Examined,
  pairs: readonly Pair[],
): Pick<RoundDiff, "fixed" | "unseen" | "remaining" | "introduced"> {
  const olds = new Map(before.lines.map((line, at) => [placeOf(line), at]));
  const movedTo = new Map(
    pairs.map((pair) => [pair.before, placeOf(after.lines[pair.after] as ExaminedLine)] as const),
  );
  const newLines = new Set(after.lines.map(placeOf));
  /** Where a finding of the earlier round would stand now; null where its line is gone. */
  const nowAt = (finding: ExaminedFinding): string | null => {
    const line = olds.get(placeOf(finding));
    return line === undefined ? placeOf(finding) : (movedTo.get(line) ?? null);
  };
  const ofLine = (finding: ExaminedFinding): boolean => olds.has(placeOf(finding));
  let open = [...before.findings];
  const news = [...after.findings];
  const remaining: RemainingFinding[] = [];
  const match = (same: (old: ExaminedFinding, young: ExaminedFinding) => boolean): void => {
    open = open.filter((old) => {
      const found = news.findIndex((young) => young.rule === old.rule && same(old, young));
      if (found < 0) return true;
      remaining.push({ before: old, after: news[found] as ExaminedFinding });
      news.splice(found, 1);
      return false;
    });
  };
  match((old, young) => nowAt(old) === placeOf(young) && old.what === young.what);
  match((old, young) => nowAt(old) === placeOf(young));
  // Totals, ratios and other whole-budget findings: no line tells where they went.
  const whole = (young: ExaminedFinding): boolean => !newLines.has(placeOf(young));
  match((old, young) => !ofLine(old) && whole(young) && old.what === young.what);
  match((old, young) => !ofLine(old) && whole(young) && old.sheet === young.sheet && old.title === young.title);
  match((old, young) => !ofLine(old) && whole(young) && old.sheet === null && young.sheet === null);
  const isSeen = seenIn(before, after, nowAt);
  return {
    fixed: open.filter(isSeen),
    unseen: open.filter((finding) => !isSeen(finding)),
    remaining,
    introduced: news,
  };
}

/**
 * Whether a finding would have been found again if it were there still: not where the budget cannot be read any more, its
 * sheet has lost the results of its formulas, its line the amount, or the estimates are not there this time.
 */
function seenIn(
  before: Examined,
  after: Examined,
  nowAt: (finding: ExaminedFinding) => string | null,
): (finding: ExaminedFinding) => boolean {
  const isRead = after.lines.length > 0 || before.lines.length === 0;
  const hasPapers = after.documents.length > 0 || before.documents.length === 0;
  const placesOf = (rule: string): ExaminedFinding[] => after.findings.filter((finding) => finding.rule === rule);
  const withoutResults = new Set(placesOf("sheet/no-results").map(({ sheet }) => sheet));
  const withoutAmount = new Set(placesOf("sheet/amount-unreadable").map(placeOf));
  return (finding) =>
    isRead &&
    (hasPapers || !finding.rule.startsWith("evidence/")) &&
    !(finding.sheet === null ? withoutResults.size > 0 : withoutResults.has(finding.sheet)) &&
    !withoutAmount.has(nowAt(finding) ?? "");
}

/** What findings of these rules ask for. */
const ASKED_BY: Readonly<Partial<Record<FigureName, RegExp>>> = {
  requested: /^subsidy\//,
  applicantClass: /^(?:subsidy\/rate|applicant\/)/,
  tax: /^tax\//,
};
const STATED: readonly FigureName[] = ["applicant", "scheme", "frame", "applicantClass", "tax", "requested"];
const COMPUTED: readonly FigureName[] = ["claimed", "eligible", "allowed", "subsidy"];

function diffFigures(before: Examined, after: Examined): FigureChange[] {
  const asks = (figure: FigureName): boolean =>
    before.findings.some(({ rule, severity }) => severity !== "info" && (ASKED_BY[figure]?.test(rule) ?? false));
  return [...STATED, ...COMPUTED]
    .filter((figure) => before[figure] !== after[figure])
    .map((figure) => ({
      figure,
      before: before[figure],
      after: after[figure],
      asked: COMPUTED.includes(figure) || asks(figure),
    }));
}

function diffDocuments(before: readonly ExaminedDocument[], after: readonly ExaminedDocument[]): DocumentChange[] {
  const files = (documents: readonly ExaminedDocument[]) =>
    new Map(documents.map(({ file, digest }) => [file, digest] as const));
  const [olds, news] = [files(before), files(after)];
  const [oldBytes, newBytes] = [new Set(olds.values()), new Set(news.values())];
  const changes: DocumentChange[] = [];
  for (const [file, digest] of olds) {
    const now = news.get(file);
    if (now !== undefined && now !== digest) changes.push({ kind: "replaced", file });
    else if (now === undefined && !newBytes.has(digest)) changes.push({ kind: "removed", file });
  }
  for (const [file, digest] of news)
    if (!olds.has(file) && !oldBytes.has(digest)) changes.push({ kind: "added", file });
  return changes;
}
