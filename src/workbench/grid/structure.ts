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

const command = (name: string): string => `sheet.command.${name}`;

/** Entries of the grid's menus for what the saved file would not hold: nobody is offered what is refused, or would be lost. */
export const UNKEPT = [
  "sheet.menu.cell-insert",
  "sheet.menu.delete",
  "sheet.menu.sheet-frozen",
  "sheet.column-header-menu.sheet-frozen",
  "sheet.row-header-menu.sheet-frozen",
  "sheet.contextMenu.permission",
  "sheet.operation.add-note-popup",
  ...["insert-multi-cols-before", "insert-multi-cols-right", "remove-col-confirm", "hide-col-confirm"].map(command),
  ...["insert-multi-rows-above", "insert-multi-rows-after", "remove-row-confirm", "hide-row-confirm"].map(command),
  ...["remove-sheet-confirm", "copy-sheet", "set-tab-color", "set-worksheet-hidden"].map(command),
  ...["add-range-protection", "view-sheet-permission", "delete-worksheet-protection", "change-sheet-protection"].map(
    (act) => command(`${act}-from-sheet-bar`),
  ),
  "ui-sheet.command.show-menu-list",
  "sheet.operation.rename-sheet",
];
