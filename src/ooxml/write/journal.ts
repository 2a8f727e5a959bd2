/**
 * How to take away all that Kenzan put into a workbook. It travels in the workbook as a custom XML part, so that every
 * touched part gets its very own text back, as long as no other program wrote the file in between.
 */
import { readXml } from "../xml";
import { escapeText } from "./escape";
import type { Splice } from "./splices";

export const JOURNAL_NAMESPACE = "urn:kenzan:journal:1";

export interface TouchedPart {
  readonly name: string;
  /** Checksums of the part with what Kenzan put in, and without. */
  readonly written: number;
  readonly original: number;
  readonly undo: readonly Splice[];
}

export interface Journal {
  readonly touched: readonly TouchedPart[];
  readonly added: readonly string[];
}

export const writeJournal = (journal: Journal): string =>
  `<journal xmlns="${JOURNAL_NAMESPACE}">${escapeText(JSON.stringify(journal))}</journal>`;

/** null where the text is no journal, whoever wrote it. */
export function parseJournal(text: string, part: string): Journal | null {
  let json = "";
  readXml(text, part, {
    text(path, content) {
      if (path === "journal") json += content;
    },
  });
  try {
    const journal = JSON.parse(json) as Journal;
    const isSound =
      journal.added.every((name) => typeof name === "string") &&
      journal.touched.every(
        ({ name, undo }) =>
          typeof name === "string" &&
          undo.every(({ from, to, text: old }, at) => {
            const previous = undo[at - 1]?.to ?? 0;
            return (
              Number.isInteger(from) &&
              Number.isInteger(to) &&
              from >= previous &&
              to >= from &&
              typeof old === "string"
            );
          }),
      );
    return isSound ? journal : null;
  } catch {
    return null;
  }
}
