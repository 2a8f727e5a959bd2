/** The pane inside the one page: it talks to the page's workbook itself. */
import { createRoot } from "react-dom/client";
import type { Language } from "../../taskpane/host";
import type { PackedReader } from "../../taskpane/documents/hand";
import { Pane } from "../../taskpane/Pane";
import { createSession } from "../../taskpane/session";
import type { Left, PaneState } from "../../taskpane/session/state";
import { aTurn } from "../../taskpane/turns";
import { engineHand } from "../../taskpane/engine/hand";
import { linked } from "../../taskpane/engine/linked";
import { addressOf } from "../../taskpane/packed";
import type { Book } from "../host/book";
import type { GivenFile } from "../../taskpane/documents/given";
import { papersOf } from "../../taskpane/documents/use";
import { BookHost } from "./bookHost";
import type { DeskLink } from "./desk";
import { DeskHost } from "./deskHost";

const whereIs = ({ stage, tab, marked }: PaneState): Left => ({ stage, tab, marked });

/** What the page hands to the pane's frame. */
export interface PageBook {
  readonly book: Book;
  readonly language: Language;
  /** The text of the worker that checks. */
  readonly engine: string;
  /** Reads estimates. */
  reader(): PackedReader;
  /** null: the page was opened by itself. */
  readonly desk: DeskLink | null;
  /** Estimates that came with the workbook. */
  readonly papers: readonly GivenFile[];
  /** The pane's own: ends when what was pressed so far is done. */
  settled?: () => Promise<void>;
}

const { kenzanPage } = window.parent as Window & { readonly kenzanPage?: PageBook };
if (kenzanPage !== undefined) {
  const { book, language, engine, reader, desk, papers } = kenzanPage;
  document.documentElement.lang = language;
  const host = desk === null ? new BookHost(book, language) : new DeskHost(book, language, desk);
  const today = () => new Date().toLocaleDateString("sv-SE"); // year-month-day of the user's own calendar
  const session = createSession(
    host,
    linked(() => engineHand(addressOf(engine))),
    today,
  );
  kenzanPage.settled = session.settled;
  createRoot(document.getElementById("pane") as HTMLElement).render(
    <Pane session={session} language={language} theme={host.theme} packedReader={reader} />,
  );
  // Taking in the pane's own text is a turn, and so is the first look into the workbook.
  void aTurn().then(async () => {
    const { left } = book;
    await session.open();
    if (left?.stage === "result") session.resume(left);
    const leave = () => (book.left = whereIs(session.state()));
    leave();
    session.subscribe(leave);
    // The cover comes first in a workbook, and what was found is about the budget.
    const [line] = session.state().report?.lines ?? [];
    if (line !== undefined) await host.lead(line.sheet);
    await papersOf(session, reader).add(desk === null ? papers : await desk.papers());
  });
}
