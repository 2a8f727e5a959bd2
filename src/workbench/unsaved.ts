/** Whether a workbook holds work that was not saved: what was typed, fixed or decided since. */
import { DECISIONS_KEY } from "../core/decisions/saved";
import type { Book, ChangeKind } from "./host/book";

export interface Unsaved {
  hasWork(): boolean;
  /** The workbook is being saved as it is now. @returns takes that back where it came to nothing */
  saving(): () => void;
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
    saving() {
      const [before, had] = [touched, decided];
      touched = false;
      decided = book.settings.get(DECISIONS_KEY);
      return () => {
        touched ||= before;
        decided = had;
      };
    },
    stop,
  };
}
