/**
 * Matching with what a person decided: papers that are to be held against a line, those that are not, and those that
 * were accepted with whatever was open about them. A decision holds for the line and the papers as they were seen.
 */
import type { DecidedPaper, MatchDecision } from "../../decisions/decision";
import { isSameDocument, type DocumentRead } from "../document";
import type { Piece, Said } from "./holding";
import { matchDocuments } from "./match-documents";
import {
  restingOn,
  type Decided,
  type LineMatch,
  type Matching,
  type MatchConditions,
  type MatchDecisionState,
  type MatchLine,
} from "./matching";

/** A decision whose line and papers are there, as they were seen. */
interface Standing {
  readonly decision: MatchDecision;
  readonly line: MatchLine;
  readonly pieces: readonly Piece[];
}

export interface DecidedMatching extends Matching {
  readonly decisions: readonly MatchDecisionState[];
}

export function matchAsDecided(
  lines: readonly MatchLine[],
  documents: readonly DocumentRead[],
  conditions: MatchConditions,
  decisions: readonly MatchDecision[],
): DecidedMatching {
  const taken = new Map<MatchDecision["verdict"], Set<MatchLine>>();
  const standing = decisions.map((decision) => standingOf(decision, lines, documents, taken));
  const held = standing.filter((one) => one !== null);
  const barred = new Map<MatchLine, Piece[]>();
  for (const { decision, line, pieces } of held)
    if (decision.verdict === "rejected") barred.set(line, [...(barred.get(line) ?? []), ...pieces]);
  const pinned = new Map<MatchLine, readonly Piece[]>();
  for (const { decision, line, pieces } of held) if (decision.verdict === "chosen") pinned.set(line, pieces);
  const said = (): Said => ({ pinned, barred });

  let matching = matchDocuments(lines, documents, conditions, said());
  const accepted = held.filter(({ decision }) => decision.verdict === "accepted");
  const unlike = accepted.filter(
    ({ line, pieces }) => !restsOn(matching.matches[lines.indexOf(line)] as LineMatch, pieces),
  );
  if (unlike.length > 0) {
    for (const { line, pieces } of unlike) pinned.set(line, pieces);
    matching = matchDocuments(lines, documents, conditions, said());
  }
  const last = new Map(held.map((one) => [one.line, one]));
  for (const one of accepted) last.set(one.line, one);
  return {
    matches: matching.matches.map((match, at) => {
      const one = last.get(lines[at] as MatchLine);
      return one === undefined ? match : asDecided(match, one.decision);
    }),
    unmatched: matching.unmatched,
    decisions: standing.map((one, index): MatchDecisionState => {
      const { sheet, row } = one?.line ?? (decisions[index] as MatchDecision);
      return { index, state: one === null ? "changed" : "holds", sheet, row };
    }),
  };
}

function asDecided(match: LineMatch, { verdict, reason, by, date }: MatchDecision): LineMatch {
  const decided: Decided = { verdict, reason, by, date, was: null };
  if (verdict !== "accepted") return { ...match, decided };
  const { state, reason: open, also } = match;
  return {
    ...match,
    state: "一致",
    reason: null,
    also: [],
    decided: { ...decided, was: { state, reason: open, also } },
  };
}

/** Of several alike, the one that stands where it stood, else the nearest. */
function standingOf(
  decision: MatchDecision,
  lines: readonly MatchLine[],
  documents: readonly DocumentRead[],
  taken: Map<MatchDecision["verdict"], Set<MatchLine>>,
): Standing | null {
  const { verdict, sheet, row, seen } = decision;
  const used = taken.get(verdict) ?? new Set();
  taken.set(verdict, used);
  const alike = lines.filter((line) => line.seen === seen.text && line.amount === seen.yen);
  const onSheet = alike.filter((line) => line.sheet === sheet);
  const away = (line: MatchLine): number => Math.abs(line.row - row);
  const line = (lines.some((one) => one.sheet === sheet) ? onSheet : alike)
    .filter((one) => verdict === "rejected" || !used.has(one))
    .sort((a, b) => away(a) - away(b))[0];
  if (line === undefined) return null;
  const pieces = piecesOf(decision.documents, documents);
  if (pieces === null) return null;
  used.add(line);
  return { decision, line, pieces };
}

/** null where one of the papers is not there as it was seen. */
function piecesOf(papers: readonly DecidedPaper[], documents: readonly DocumentRead[]): Piece[] | null {
  const pieces: Piece[] = [];
  for (const paper of papers) {
    const document = find(paper, documents);
    if (document === undefined || paper.digest === "") return null;
    if (paper.item === null) {
      pieces.push({ document, items: null });
      continue;
    }
    if (document.items[paper.item - 1] === undefined) return null;
    const known = pieces.findIndex((piece) => piece.document === document);
    const items = [...(pieces[known]?.items ?? []), paper.item - 1];
    if (known < 0) pieces.push({ document, items });
    else pieces[known] = { document, items };
  }
  return pieces.length === 0 ? null : pieces;
}

/** By its bytes, whatever the file is called by now; of copies the one of that name. */
function find(paper: DecidedPaper, documents: readonly DocumentRead[]): DocumentRead | undefined {
  const { file, page, row, digest } = paper;
  const same = documents.filter((one) => one.digest === digest && (row === null) === (one.row === null));
  const there = same.filter((one) => (row === null ? one.page === page : true));
  return there.find((one) => isSameDocument(one, paper)) ?? there.find((one) => one.file === file) ?? there[0];
}

function restsOn({ documents }: LineMatch, pieces: readonly Piece[]): boolean {
  const wanted = pieces.flatMap(({ document, items }) => (items ?? [null]).map((item) => keyOf(document, item)));
  const own = restingOn(documents).map((it) => keyOf(it, it.item === null ? null : it.item - 1));
  return own.length === wanted.length && own.every((key) => wanted.includes(key));
}

const keyOf = ({ file, page, row }: Pick<DocumentRead, "file" | "page" | "row">, item: number | null): string =>
  JSON.stringify([file, page, row, item]);
