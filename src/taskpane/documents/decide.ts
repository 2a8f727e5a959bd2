/** From what is on the screen to decisions that are kept. */
import type { DocumentRead } from "../../core/documents/document";
import type { Estimates } from "../../core/documents/estimates";
import { restingOn, type LineMatch } from "../../core/documents/match/matching";
import type { DecidedPaper, MatchDecision } from "../../core/decisions/decision";
import type { LineShown } from "../../core/report/shown";
import { documentOf } from "./use";

/** Where its line stands now, wherever it stood then. */
function isAbout(decision: MatchDecision, index: number, estimates: Estimates | null, line: LineShown): boolean {
  const { sheet, row } = estimates?.decisions[index] ?? decision;
  return sheet === line.sheet && row === line.row;
}

/** Without what was decided of a line. */
export const without = (
  decisions: readonly MatchDecision[],
  estimates: Estimates | null,
  line: LineShown,
): MatchDecision[] => decisions.filter((decision, index) => !isAbout(decision, index, estimates, line));

/** Papers that were ruled out stay so; of what was accepted or chosen the last holds. */
export function withDecision(
  decisions: readonly MatchDecision[],
  estimates: Estimates | null,
  line: LineShown,
  decision: MatchDecision,
): MatchDecision[] {
  const kept = decisions.filter((one, index) => one.verdict === "rejected" || !isAbout(one, index, estimates, line));
  return [...kept, decision];
}

/** The papers a line rests on, as they are known again; a paper that no worker could look at is not among them. */
export function backingPapers({ documents }: LineMatch, all: readonly DocumentRead[]): DecidedPaper[] {
  return restingOn(documents).flatMap((one) => paperAt(documentOf(one, all), one.item));
}

export function paperAt(document: DocumentRead | undefined, item: number | null): DecidedPaper[] {
  if (document === undefined || document.digest === null) return [];
  const { file, page, row, digest } = document;
  return [{ file, page, row, item, digest }];
}
