/** What is worked out when the command line is built (`scripts/kept.mjs`), and need not be at its every start. */
import type { Signs } from "./traits/phrase";

/** Of all phrases that a line is searched for, in their order; null: nothing was, as in tests and in the pages. */
export const kept = null as readonly Signs[] | null;
