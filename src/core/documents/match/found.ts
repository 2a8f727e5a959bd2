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
