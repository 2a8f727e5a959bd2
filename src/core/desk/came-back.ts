/** What came back under an application's name: the same as before, or somebody else's. */
import { isSameCompany } from "../documents/match/likeness";
import type { Examined } from "./examined";

/** An application in one round. */
export interface Looked {
  readonly round: number;
  readonly found: Examined;
}

/** Not a byte of it is another, and nothing else was found in it than before: there is nothing to say anew. */
export const isAsBefore = (before: Examined, now: Examined): boolean =>
  before.digest === now.digest && JSON.stringify(before.findings) === JSON.stringify(now.findings);

/** Not a byte of it is another, and something is still to be answered; the ledger's own query of all asks the same. */
export const isAwaited = (before: Examined | null, now: Examined): boolean =>
  before?.digest === now.digest && now.findings.some(({ severity }) => severity !== "info");

/** Whose name it bears is another company, so that nothing of it was mended: a wrong file was put in. */
export const isAnothers = (before: string | null, now: string | null): boolean => isSameCompany(before, now) === false;
