/** One open workbook: its file, the book that grid and pane share, and the host that answers the pane. */
import { readAppearance } from "../ooxml/appearance";
import { editWorkbook } from "../ooxml/edit";
import type { RowShift } from "../ooxml/formulas";
import { readWorkbook } from "../ooxml/read";
import { inTurns } from "../taskpane/turns";
import { atOnce } from "../views/summary/at-once";
import { dressPieces, nameIn } from "./dress";
import { readFile, type FileRead } from "./file-read";
import { addSheets, bookPieces } from "./host/convert";
import type { Book, BookSheet } from "./host/book";
import { catalogueOf } from "./host/catalogue";
import { accessDenied } from "./host/errors";
import { ExcelHost } from "./host/host";
import type { Workbench } from "./frame/shell";

export interface Workspace {
  readonly name: string;
  /** What saving puts the book's changes into. */
  readonly file: WorkbookFile;
  readonly book: Book;
  /** What the pane's frame is given. */
  readonly workbench: Workbench;
}

/** As it was opened, with the sheets of other files that were inserted since. */
interface WorkbookFile {
  bytes: Uint8Array;
  /** Insertions, the last one last: the sheets, and the file as it was before. Sheets that were taken away again go there. */
  insertions: readonly {
    readonly sheets: readonly BookSheet[];
    readonly before: Uint8Array;
  }[];
}

/** @throws WorkbookError where the bytes are no workbook */
export const openWorkspace = (name: string, bytes: Uint8Array, language: string): Workspace =>
  atOnce(workspacePieces(name, bytes, readFile(bytes), language));

/** The same of a file that was read, letting the page answer meanwhile. */
export const openInTurns = (name: string, bytes: Uint8Array, read: FileRead, language: string): Promise<Workspace> =>
  inTurns(workspacePieces(name, bytes, read, language));

function* workspacePieces(
  name: string,
  bytes: Uint8Array,
  { workbook, appearance }: FileRead,
  language: string,
): Generator<void, Workspace> {
  const file: WorkbookFile = { bytes, insertions: [] };
  const book = yield* bookPieces(workbook);
  nameIn(book, appearance);
  yield* dressPieces(book.sheets, appearance);
  book.name = name;
  // A pane in a frame of its own makes its bytes of a class of its own: what is worked on here is made here.
  book.insertFile = (inserted) => insertSheets(file, book, new Uint8Array(inserted));
  book.shiftRows = (shift) => shiftRows(file, book, shift);
  const host = new ExcelHost(book);
  return {
    name,
    file,
    book,
    workbench: {
      bridge: host.bridge,
      settings: new Map(),
      language,
      pane: { drafts: book.drafts },
      serve: (library) => host.serve(catalogueOf(library)),
    },
  };
}

/** The sheets go into the file at once, and from there into the book: what is shown of them is what will be saved. */
function insertSheets(file: WorkbookFile, book: Book, inserted: Uint8Array): readonly BookSheet[] {
  const editor = editWorkbook(file.bytes);
  if (editor.isStructureLocked) throw accessDenied("Workbook.insertWorksheetsFromBase64");
  const taken = book.sheets.map(({ name }) => name);
  const names = editor.insertSheets(inserted, taken);
  const before = file.bytes;
  // Nothing leaves the page yet: whether a signature may break is asked when the workbook is saved.
  file.bytes = editor.save({ breakSignature: true });
  const sheets = addSheets(
    book,
    readWorkbook(file.bytes).sheets.filter(({ name }) => names.includes(name)),
  );
  atOnce(dressPieces(sheets, readAppearance(file.bytes)));
  file.insertions = [...file.insertions, { sheets, before }];
  return sheets;
}

/** The row moves in the file at once, and in what the file was before sheets came into it; then in the book. */
function shiftRows(file: WorkbookFile, book: Book, shift: RowShift): boolean {
  const sheet = book.sheet(shift.sheet);
  const bytes = shifted(file.bytes, shift);
  if (sheet === undefined || bytes === null) return false;
  file.bytes = bytes;
  file.insertions = file.insertions.map((one) => ({ ...one, before: shifted(one.before, shift) ?? one.before }));
  sheet.shiftRow(shift);
  return true;
}

function shifted(bytes: Uint8Array, shift: RowShift): Uint8Array | null {
  const editor = editWorkbook(bytes);
  return editor.shiftRows(shift) ? editor.save({ breakSignature: true }) : null;
}

/** Takes the last insertions out of the file again whose sheets are all gone from the book. */
export function forgetInsertions({ file, book }: Workspace): void {
  for (;;) {
    const last = file.insertions.at(-1);
    if (last === undefined || last.sheets.some((sheet) => book.sheets.includes(sheet))) return;
    file.bytes = last.before;
    file.insertions = file.insertions.slice(0, -1);
  }
}
