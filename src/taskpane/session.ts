/**
 * What the pane knows and does, without a screen: read, check, decide, fix. The ribbon's commands call the same
 * methods, so that pane and ribbon cannot differ.
 */
import type { DocumentRead } from "../core/documents/document";
import { checkNumber } from "../views/summary/check-number";
import type { Engine } from "./engine/engine";
import type { Host } from "./host";
import { ownDecisions, type OwnDecisions } from "./ownDecisions";
import { asking } from "./session/asking";
import { Checking } from "./session/checking";
import { deciding } from "./session/deciding";
import { Kept } from "./session/kept";
import { Marks } from "./session/marks";
import { stateAtFirst, type Left, type PaneState, type Tab } from "./session/state";
import { Store, troubleOf } from "./session/store";
import { writing } from "./session/writing";
import { aTurn } from "./turns";

export type Session = ReturnType<typeof createSession>;

/** @param pause milliseconds without an edit after which the sheet is checked again */
export function createSession(
  host: Host,
  engine: Engine,
  today: () => string,
  pause = 700,
  own: OwnDecisions = ownDecisions,
) {
  const store = new Store(stateAtFirst(host.documents));
  const marks = new Marks(host, store);
  const checking = new Checking(host, engine, store, marks, pause);
  const kept = new Kept(host, own, store);
  const parts = { host, engine, today, store, checking, marks, kept };

  /** Reads the workbook and checks it. */
  const checked = async (signal: AbortSignal) => {
    const saved = await kept.load();
    const report = await checking.recheck(await checking.read(signal), saved, signal);
    checking.watch();
    return report;
  };

  return {
    today,
    drafts: host.drafts,
    state: (): PaneState => store.state,
    subscribe: (listener: () => void): (() => void) => store.subscribe(listener),

    /** Reads the workbook and shows what was recognised. */
    open: () => store.doing("open", async (signal) => void (await checked(signal))),
    close: (): void => checking.stop(),
    /** Ends when everything asked for so far is done. */
    settled: (): Promise<void> => store.inTurn(() => Promise.resolve()),
    cancel: (): void => store.cancel(),

    /** Reads again, checks, marks what was found, and shows the result. */
    check: () =>
      store.doing("check", async (signal) => {
        const report = await checked(signal);
        if (report.totals === null) return;
        // The pane drew once what was checked; the result it draws in a turn of its own.
        await aTurn();
        store.set({ stage: "result", tab: "result", notice: { did: "checked", subject: null, undo: null } });
        await marks.draw(report);
      }),
    /** Goes on where another pane of the same workbook was; what it asks has been checked when this one opened. */
    resume({ stage, tab, marked }: Left): void {
      if (store.state.report?.totals != null) store.set({ stage, tab, marked });
    },
    /** Puts the marks back, or renews those that could not follow. */
    mark: () =>
      store.doing("mark", async () => {
        const { report } = store.state;
        if (report === null) return;
        await marks.draw(report);
        store.set({ notice: { did: "marked", subject: null, undo: null } });
      }),
    clearMarks: () =>
      store.doing("clear", async () => {
        await marks.clear();
        store.set({ notice: { did: "cleared", subject: null, undo: null } });
      }),
    writeSummary: () =>
      store.doing("summary", async (signal) => {
        const saved = await kept.load();
        const workbook = await checking.read(signal);
        // Where nothing has changed, nothing has to be checked again.
        const { state } = store;
        const known = workbook === state.workbook && saved === state.saved ? state.report : null;
        const report = known ?? (await checking.recheck(workbook, saved, signal));
        const sheet = await host.writeSummary(report, signal);
        checking.wrote({ sheet, number: checkNumber(report) });
        store.set({ summary: { sheet, stale: false }, notice: { did: "summarised", subject: sheet, undo: null } });
      }),

    show: (tab: Tab): void => store.set({ tab }),
    showNotChecked: (notCheckedShown: boolean): void => store.set({ notCheckedShown }),
    backToStart: (): void => store.set({ stage: "start" }),
    dismiss: (): void => store.set({ trouble: null, notice: null }),
    async select(sheet: string, cell: string | null): Promise<void> {
      try {
        await host.select(sheet, cell);
      } catch (error) {
        store.set({ trouble: troubleOf(error) });
      }
    },

    /** What it asks is ticked off from now on. */
    async setLetter(bytes: Uint8Array): Promise<void> {
      const asked = await engine.letterIn(bytes);
      if (asked.length > 0) checking.heed(asked);
    },
    /** Holds other estimates against the lines; null takes them away. */
    async setDocuments(documents: readonly DocumentRead[] | null): Promise<void> {
      store.set({ documents });
      host.documents = documents;
      await checking.recheckQuietly();
    },

    ...asking(parts),
    ...deciding(parts),
    ...writing(parts),
  };
}
