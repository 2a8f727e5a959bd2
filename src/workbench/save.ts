/** The open workbook as a file: with the book's changes put in and nothing else touched. */
import { check } from "../core/check";
import { NOTHING_SAVED, serialise } from "../core/decisions/saved";
import { marksOf } from "../views/marks/marks";
import { summarySheet } from "../views/summary/summary";
import { cellIn, isCellError, rowAt, type Cell, type Sheet } from "../core/workbook/workbook";
import { summaryWords } from "../messages/summary";
import { editWorkbook, type CellEdit } from "../ooxml/edit";
import { readWorkbook } from "../ooxml/read";
import { schemes } from "../schemes";
import { workbookFrom } from "./host/convert";
import { toSave, type ToSave } from "./to-save";
import type { Workspace } from "./workspace";

/** @throws as `savedFile` does */
export const saveWorkspace = (workspace: Workspace, language: "ja" | "en", breakSignature: boolean): Uint8Array =>
  savedFile(toSave(workspace, workbookFrom(workspace.book)), language, breakSignature);

/**
 * @param breakSignature the person was told that a digital signature will not survive
 * @throws SignatureError for a signed workbook otherwise
 */
export function savedFile(given: ToSave, language: "ja" | "en", breakSignature: boolean): Uint8Array {
  const { bytes, now, saved, isMarked, summaries } = given;
  const editor = editWorkbook(bytes);
  for (const sheet of readWorkbook(bytes).sheets) {
    const current = now.sheets.find((candidate) => candidate.name === sheet.name);
    if (current === undefined || summaries.includes(sheet.name)) continue;
    for (const edit of editsBetween(sheet, current)) editor.setCell(sheet.name, edit);
  }
  editor.decisions = saved === null ? null : serialise(saved);
  if (isMarked || summaries.length > 0) {
    const { settings, decisions } = given.inForce ?? saved ?? NOTHING_SAVED;
    const report = check(now, schemes, settings, decisions, given.documents);
    const scheme = schemes.find(({ id }) => id === report.scheme);
    if (isMarked) editor.setMarks(marksOf(report.findings));
    if (summaries.length > 0 && scheme !== undefined)
      editor.setSummary(summarySheet(report, scheme, summaryWords[language]));
  }
  return editor.save({ breakSignature });
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
