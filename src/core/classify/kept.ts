/** What is worked out when the command line is built (`scripts/kept.mjs`), and need not be at its every start. */
import type { Beginnings } from "./traits/beginnings";

export interface Kept {
  /** Of all phrases that a line is searched for. */
  readonly phrases: Beginnings;
  /** By pattern of what follows a word, the letters that it can begin with. */
  readonly following: Readonly<Record<string, string>>;
}

/** null: nothing was, as in tests and in the pages. */
export const kept = null as Kept | null;
