/** Between the host's workbook and the neutral one. Looks, rules and comments are not part of the neutral one. */
import { painted, speaksOfColours, type Look } from "../../core/read/sheets/colours";
import type { Area, Cell, CellError, CellValue, Row, Sheet, Workbook } from "../../core/workbook/workbook";
import { atOnce } from "../../views/summary/at-once";
import { isCellError } from "../../core/workbook/workbook";
import { inTurns } from "../../taskpane/turns";
import { Book, type BookCell, type BookSheet, type BookValue } from "./book";

/** Rows between two pauses. */
const A_TURN = 200;

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

export const bookFrom = (workbook: Workbook): Book => atOnce(bookPieces(workbook));

/** Pauses now and then. */
export function* bookPieces(workbook: Workbook): Generator<void, Book> {
  const book = new Book();
  book.date1904 = workbook.date1904;
  for (const [key, value] of Object.entries(workbook.settings)) book.settings.set(key, value);
  for (const sheet of workbook.sheets) yield* fill(book.addSheet(sheet.name), sheet);
  book.active = book.sheets.find((sheet) => sheet.visibility === "Visible") ?? null;
  return book;
}

/** Adds the sheets after those of the book. */
export const addSheets = (book: Book, sheets: readonly Sheet[]): BookSheet[] =>
  sheets.map((sheet) => {
    const added = book.addSheet(sheet.name);
    atOnce(fill(added, sheet));
    return added;
  });

function* fill(into: BookSheet, sheet: Sheet): Generator<void, void> {
  into.visibility = VISIBILITY[sheet.visibility];
  into.merges = [...sheet.merges];
  for (const column of sheet.hiddenColumns) into.hiddenColumns.add(column);
  for (const [index, row] of sheet.rows.entries()) {
    if (index % A_TURN === 0) yield;
    if (row.hidden) into.hiddenRows.add(row.index);
    for (const cell of row.cells) {
      const made = into.make(row.index, cell.column);
      made.value = shown(cell.value);
      made.formula = cell.formula;
      made.numberFormat = cell.format ?? "General";
      const { struck, fill, color } = cell;
      if (struck || fill !== undefined || color !== undefined)
        made.style = {
          ...(struck ? { "Font/Strikethrough": true } : {}),
          ...(fill === undefined ? {} : { "Fill/Color": fill }),
          ...(color === undefined ? {} : { "Font/Color": color }),
        };
    }
  }
  for (const table of sheet.tables)
    into.tables.push({
      id: into.book.newId("table"),
      name: table.name,
      area: table.area,
      showHeaders: table.headerRows > 0,
      showTotals: table.totalsRows > 0,
      style: "TableStyleMedium2",
    });
}

const shown = (value: CellValue): BookValue => (value === null ? "" : isCellError(value) ? value.error : value);

/** Values an Excel cell shows for an error; a text of the same letters is taken for one. */
const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/;

export const workbookFrom = (book: Book): Workbook => atOnce(workbookPieces(book));

/**
 * The same, letting the page answer meanwhile. What is typed while it is read is read, too; while nothing changes, page and
 * pane are given the same one.
 */
export async function readInTurns(book: Book, signal?: AbortSignal): Promise<Workbook> {
  while (book.read?.version !== book.version) {
    const { version } = book;
    const workbook = await inTurns(workbookPieces(book), signal);
    if (version === book.version) book.read = { version, workbook };
  }
  return book.read.workbook;
}

/** Pauses now and then: it holds only where the book is the same at the end as at the beginning. */
function* workbookPieces(book: Book): Generator<void, Workbook> {
  const settings = [...book.settings].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const sheets: Sheet[] = [];
  for (const sheet of book.sheets) sheets.push(yield* sheetPieces(sheet));
  const inColour = speaksOfColours({ sheets })
    ? sheets.map((sheet, index) => painted(sheet, (row, column) => lookOf(book.sheets[index]?.get(row, column))))
    : sheets;
  return { date1904: book.date1904, sheets: inColour, settings: Object.fromEntries(settings) };
}

function lookOf(cell: BookCell | undefined): Look {
  const [fill, color] = [cell?.style["Fill/Color"], cell?.style["Font/Color"]];
  return { ...(typeof fill === "string" ? { fill } : {}), ...(typeof color === "string" ? { color } : {}) };
}

function* sheetPieces(sheet: BookSheet): Generator<void, Sheet> {
  const rows: Row[] = [];
  for (const index of [...new Set([...sheet.rows.keys(), ...sheet.hiddenRows])].sort((a, b) => a - b)) {
    const cells: Cell[] = [];
    // Without pairs of column and cell: of ten thousand rows they are a good part of what memory is then freed of.
    sheet.rows.get(index)?.forEach((cell, column) => {
      if (cell.value !== "" || cell.formula !== null) cells.push(cellFrom(column, cell));
    });
    cells.sort((a, b) => a.column - b.column);
    if (cells.length > 0) rows.push({ index, hidden: sheet.hiddenRows.has(index), cells });
    if (rows.length % A_TURN === 0) yield;
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility === "Visible" ? "visible" : sheet.visibility === "Hidden" ? "hidden" : "veryHidden",
    rows,
    merges: [...sheet.merges].sort(byPlace),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    tables: sheet.tables.map(({ name, area, showHeaders, showTotals }) => ({
      name,
      area,
      headerRows: showHeaders ? 1 : 0,
      totalsRows: showTotals ? 1 : 0,
    })),
  };
}

const cellFrom = (column: number, cell: BookCell): Cell => ({
  column,
  value: cell.value === "" ? null : typeof cell.value === "string" ? errorOr(cell.value) : cell.value,
  formula: cell.formula,
  format: cell.numberFormat === "General" ? null : cell.numberFormat,
  struck: cell.style["Font/Strikethrough"] === true,
});

const errorOr = (text: string): string | CellError => (ERRORS.test(text) ? { error: text } : text);

const byPlace = (a: Area, b: Area): number => a.top - b.top || a.left - b.left;
