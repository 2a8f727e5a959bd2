/** Whether a workbook holds work that was not saved: what was typed, fixed or decided since. */
import { DECISIONS_KEY } from "../core/decisions/saved";
import type { Book, ChangeKind } from "./host/book";

export interface Unsaved {
  hasWork(): boolean;
  /** The workbook was saved as it is. */
  saved(): void;
  stop(): void;
}

const WORK: ReadonlySet<ChangeKind> = new Set(["cells", "comments", "sheets", "tables"]);

export function watchWork(book: Book): Unsaved {
  let touched = false;
  let decided = book.settings.get(DECISIONS_KEY);
  const stop = book.subscribe(({ kind }) => {
    if (WORK.has(kind)) touched = true;
  });
  return {
    hasWork: () => touched || book.settings.get(DECISIONS_KEY) !== decided,
    saved() {
      touched = false;
      decided = book.settings.get(DECISIONS_KEY);
    },
    stop,
  };
}
