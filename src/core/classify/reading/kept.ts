/** What is worked out when the command line is built (`scripts/kept.mjs`), and need not be at its every start. */

/** How long a pattern is, which tells it from others, and its signs, each as two letters. */
export type Signs = readonly [length: number, pairs: string];

/** Of all phrases that a line is searched for, in their order; null: nothing was, as in tests and in the pages. */
export const kept = null as readonly Signs[] | null;
