/**
 * Rows, columns, merges and sheets as the file has them: the saved file could not follow such changes, and whoever made
 * one here would lose it, or worse, find amounts in other rows.
 */
const STRUCTURE = new RegExp(
  `^sheet\\.(?:command|mutation)\\.(?:${[
    "insert-(?:row|col|multi|range|sheet)",
    "append-row",
    "remove-(?:row|col|sheet|worksheet-merge)",
    "delete-range-move",
    "move-(?:rows|col)",
    "copy-sheet",
    "set-worksheet-(?:name|order|hidden|show)",
    "add-worksheet-merge",
  ].join("|")})`,
);

/** Whether a command of the grid changes more than what cells hold. */
export const changesStructure = (command: string): boolean => STRUCTURE.test(command);

/** Notes are not part of the book that is saved. */
export const writesNote = (command: string): boolean =>
  /^sheet\.(?:command\.(?:update|delete)-note|operation\.add-note-popup|command\.toggle-note-popup)/.test(command);
