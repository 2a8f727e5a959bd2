/** Everything of a host's workbook as plain data, to compare before and after. */
import type { Book, BookSheet } from "../../src/workbench/host/book";

const sheetState = (sheet: BookSheet): unknown => ({
  name: sheet.name,
  visibility: sheet.visibility,
  cells: [...sheet.rows]
    .flatMap(([row, cells]) => [...cells].map(([column, cell]) => ({ row, column, ...cell })))
    .sort((a, b) => a.row - b.row || a.column - b.column),
  merges: sheet.merges,
  hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
  sizes: [[...sheet.rowHeights], [...sheet.columnWidths]],
  rules: sheet.rules,
  comments: sheet.comments,
  tables: sheet.tables,
  charts: sheet.charts,
  frozen: sheet.frozen,
  showGridlines: sheet.showGridlines,
  pageLayout: sheet.pageLayout,
  protection: sheet.protection,
});

/** A copy: later changes of the book do not reach it. */
export const stateOf = (book: Book): unknown =>
  structuredClone({
    sheets: book.sheets.map(sheetState),
    active: book.active?.name,
    selection: book.selection === null ? null : [book.selection.sheet.name, book.selection.area],
    settings: [...book.settings],
    customXml: book.customXml,
    names: book.names,
  });
