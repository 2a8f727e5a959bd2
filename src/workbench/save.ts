/** The open workbook as a file: with the book's changes put in and nothing else touched. */
import { check } from "../core/check";
import { DECISIONS_KEY, NOTHING_SAVED, fromXml, latest, serialise } from "../core/decisions/saved";
import { isMarkFormula, marksOf } from "../views/marks/marks";
import { SUMMARY_NAME } from "../views/summary/model";
import { summarySheet } from "../views/summary/summary";
import { cellIn, isCellError, rowAt, type Cell, type Sheet } from "../core/workbook/workbook";
import { summaryWords } from "../messages/summary";
import { editWorkbook, type CellEdit } from "../ooxml/edit";
import { schemes } from "../schemes";
import type { Book } from "./host/book";
import { workbookFrom } from "./host/convert";
import { forgetInsertions, type Workspace } from "./workspace";

/**
 * @param breakSignature the person was told that a digital signature will not survive
 * @throws SignatureError for a signed workbook otherwise
 */
export function saveWorkspace(workspace: Workspace, language: "ja" | "en", breakSignature: boolean): Uint8Array {
  forgetInsertions(workspace);
  const { file, book } = workspace;
  const editor = editWorkbook(file.bytes);
  const now = workbookFrom(book);
  for (const sheet of file.original.sheets) {
    const current = now.sheets.find((candidate) => candidate.name === sheet.name);
    if (current === undefined || isSummary(book, sheet.name)) continue;
    for (const edit of editsBetween(sheet, current)) editor.setCell(sheet.name, edit);
  }
  const { saved } = latest(decisionsIn(book));
  editor.decisions = saved === null ? null : serialise(saved);
  const isMarked = book.sheets.some((sheet) => sheet.rules.some((rule) => isMarkFormula(rule.formula)));
  const hasSummary = book.sheets.some((sheet) => isSummary(book, sheet.name));
  if (isMarked || hasSummary) {
    const { settings, decisions } = book.inForce ?? saved ?? NOTHING_SAVED;
    const report = check(now, schemes, settings, decisions, book.documents);
    const scheme = schemes.find(({ id }) => id === report.scheme);
    if (isMarked) editor.setMarks(marksOf(report.findings));
    if (hasSummary && scheme !== undefined) editor.setSummary(summarySheet(report, scheme, summaryWords[language]));
  }
  return editor.save({ breakSignature });
}

/** Both places where decisions are kept. */
function decisionsIn(book: Book): (string | null)[] {
  const setting = book.settings.get(DECISIONS_KEY);
  return [typeof setting === "string" ? setting : null, ...book.customXml.map((part) => fromXml(part.xml))];
}

/** The sheet that Kenzan's own name points into. */
function isSummary(book: Book, sheet: string): boolean {
  const target = book.names.find(({ name }) => name === SUMMARY_NAME)?.formula.replace(/^=/, "") ?? "";
  return [sheet, `'${sheet.replaceAll("'", "''")}'`].some((name) => target.startsWith(`${name}!`));
}

/** What was typed or calculated since the file was read. */
function editsBetween(before: Sheet, after: Sheet): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const row of after.rows) {
    const old = rowAt(before, row.index);
    for (const cell of row.cells) {
      const known = old === undefined ? undefined : cellIn(old, cell.column);
      if (known === undefined || !isSame(known, cell))
        edits.push({ row: row.index, column: cell.column, value: cell.value, formula: cell.formula });
    }
  }
  for (const row of before.rows) {
    const current = rowAt(after, row.index);
    for (const cell of row.cells) {
      const isGone = current === undefined || cellIn(current, cell.column) === undefined;
      if (isGone && (cell.value !== null || cell.formula !== null))
        edits.push({ row: row.index, column: cell.column, value: null, formula: null });
    }
  }
  return edits;
}

function isSame(a: Cell, b: Cell): boolean {
  if (a.formula !== b.formula) return false;
  const [first, second] = [a.value, b.value];
  return isCellError(first) && isCellError(second) ? first.error === second.error : first === second;
}
