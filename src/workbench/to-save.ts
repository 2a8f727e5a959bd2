/** What a saved file follows from, as plain data: it is made where the workbook is open, and the file where the engine is. */
import { DECISIONS_KEY, fromXml, latest, type Saved } from "../core/decisions/saved";
import type { DocumentRead } from "../core/documents/document";
import { quotedSheet } from "../core/workbook/addresses";
import type { Workbook } from "../core/workbook/workbook";
import { isMarkFormula } from "../views/marks/marks";
import { SUMMARY_NAME } from "../views/summary/model";
import type { Book } from "./host/book";
import { forgetInsertions, type Workspace } from "./workspace";

export interface ToSave {
  /** The file as it was opened, with the sheets and rows that were put into it since. */
  readonly bytes: Uint8Array;
  readonly now: Workbook;
  /** What is kept in the workbook of decisions; null: nothing. */
  readonly saved: Saved | null;
  /** What is in force where it is not what is kept. */
  readonly inForce: Pick<Saved, "settings" | "decisions"> | null;
  readonly documents: readonly DocumentRead[] | null;
  readonly isMarked: boolean;
  /** Sheets of Kenzan's own, which are written anew. */
  readonly summaries: readonly string[];
}

/** @param now the book as it reads at this moment */
export function toSave(workspace: Workspace, now: Workbook): ToSave {
  forgetInsertions(workspace);
  const { file, book } = workspace;
  const { inForce, documents } = book;
  return {
    bytes: file.bytes,
    now,
    saved: latest(decisionsIn(book)).saved,
    inForce: inForce === null ? null : { settings: inForce.settings, decisions: inForce.decisions },
    documents,
    isMarked: book.sheets.some((sheet) => sheet.rules.some((rule) => isMarkFormula(rule.formula))),
    summaries: book.sheets.map(({ name }) => name).filter((name) => isSummary(book, name)),
  };
}

/** Both places where decisions are kept. */
function decisionsIn(book: Book): (string | null)[] {
  const setting = book.settings.get(DECISIONS_KEY);
  return [typeof setting === "string" ? setting : null, ...book.customXml.map((part) => fromXml(part.xml))];
}

/** The sheet that Kenzan's own name points into. */
function isSummary(book: Book, sheet: string): boolean {
  const target = book.names.find(({ name }) => name === SUMMARY_NAME)?.formula.replace(/^=/, "") ?? "";
  return [sheet, quotedSheet(sheet)].some((name) => target.startsWith(`${name}!`));
}
