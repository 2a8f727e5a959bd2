/** What documents beside the workbook say of a line, for the rules on evidence. */
import { isSameDocument, type DocumentRead } from "../document";
import type { Estimates } from "../estimates";
import type { LineMatch } from "./matching";
import type { LineState } from "../../judge/state";

export function matchOf({ matches }: Estimates, { read }: LineState): LineMatch | undefined {
  return matches.find(({ sheet, row }) => sheet === read.sheet && row === read.row);
}

/** The documents that back it. */
export function backingOf({ documents }: Estimates, match: LineMatch): DocumentRead[] {
  const own = match.documents.filter(({ role }) => role === "backs");
  return documents.filter((document) => own.some((it) => isSameDocument(it, document)));
}

/** Lines that only together are one paper: those that rest on the whole of it, by the paper. */
export function restingOnWhole(
  lines: readonly LineState[],
  estimates: Estimates,
): ReadonlyMap<DocumentRead, readonly LineState[]> {
  const found = new Map<DocumentRead, LineState[]>();
  for (const line of lines) {
    const match = matchOf(estimates, line);
    if (match === undefined || match.documents.some(({ role, item }) => role === "backs" && item !== null)) continue;
    const [document] = backingOf(estimates, match);
    if (document === undefined) continue;
    const together = found.get(document);
    if (together === undefined) found.set(document, [line]);
    else together.push(line);
  }
  return found;
}
