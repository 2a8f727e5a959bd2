/** Reading and checking: when somebody asks, and a pause after each edit. */
import type { Saved } from "../../core/decisions/saved";
import type { AskedItem } from "../../core/desk/asked";
import type { ReportShown } from "../../core/report/shown";
import type { Workbook } from "../../core/workbook/workbook";
import { keepNumber } from "../../views/summary/check-number";
import type { Engine, Given } from "../engine/engine";
import type { Host } from "../host";
import { NO_OTHERS } from "./kept";
import type { Marks } from "./marks";
import { troubleOf, type Store } from "./store";

export class Checking {
  /** Given beside the workbook: it stands before one in a sheet. */
  private letter: readonly AskedItem[] | null = null;
  /** The summary sheet that was written here. */
  private summarised: { readonly sheet: string; readonly number: string | null } | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private stopWatching: (() => void) | undefined;

  /** @param pause milliseconds without an edit after which the sheet is checked again */
  constructor(
    private readonly host: Host,
    private readonly engine: Engine,
    private readonly store: Store,
    private readonly marks: Marks,
    private readonly pause: number,
  ) {}

  /** What the report on screen follows from; null before there is one. */
  given(): Given | null {
    const { workbook, saved } = this.store.state;
    return workbook === null ? null : this.givenWith(workbook, saved);
  }

  private givenWith(workbook: Workbook, { settings, decisions }: Saved): Given {
    return { workbook, settings, decisions, documents: this.store.state.documents };
  }

  async read(signal: AbortSignal): Promise<Workbook> {
    const workbook = await this.host.readWorkbook((progress) => this.store.set({ progress }), signal);
    signal.throwIfAborted();
    return workbook;
  }

  async recheck(workbook: Workbook, saved?: Saved, signal?: AbortSignal): Promise<ReportShown> {
    const { store, engine, host } = this;
    const before = store.state.saved;
    const by = saved ?? before;
    const schemes = store.state.schemes.length > 0 ? store.state.schemes : await engine.schemes();
    const { report, number, ...found } = await engine.check(this.givenWith(workbook, by), signal);
    keepNumber(report, number);
    // A sheet that was written earlier, or elsewhere, is known by the number on it.
    const summary = this.summarised ?? found.summary;
    host.inForce = { ...by, others: store.state.others ?? NO_OTHERS };
    // What was chosen while the engine was at work is checked in its turn.
    const { settings } = store.state.saved === before ? by : store.state.saved;
    store.set({
      schemes,
      workbook,
      saved: { ...by, settings },
      report,
      asked: this.letter ?? found.asked,
      summary: summary === null ? null : { sheet: summary.sheet, stale: summary.number !== number },
      startedWith: Math.max(store.state.startedWith, openIn(report)),
    });
    return report;
  }

  /**
   * After something was written: the workbook as it is now, under what is in force, and its marks with it. Stopped, it comes as
   * after an edit.
   */
  async anew(signal: AbortSignal): Promise<void> {
    try {
      await this.recheck(await this.read(signal), this.store.state.saved, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      this.edited();
    }
    await this.marks.follow();
  }

  /** The summary sheet was written from what was checked last. */
  wrote(summary: { readonly sheet: string; readonly number: string | null }): void {
    this.summarised = summary;
  }

  /** What the letter asks is ticked off from now on. */
  heed(letter: readonly AskedItem[]): void {
    this.letter = letter;
    this.store.set({ asked: letter });
  }

  watch(): void {
    this.stopWatching ??= this.host.onChange(() => this.edited());
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  private edited(): void {
    if (!this.store.state.isBehind) this.store.set({ isBehind: true });
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      void this.refresh();
    }, this.pause);
  }

  private refresh(): Promise<void> {
    const { store, host } = this;
    return store.inTurn(async () => {
      await this.followed(async () => {
        await this.recheck(await host.readWorkbook());
        if (store.state.trouble?.name === "CellBeingEdited") store.set({ trouble: null });
      });
      if (this.waiting === undefined) store.set({ isBehind: false });
    });
  }

  /** Estimates beside the workbook came or went. */
  recheckQuietly(): Promise<void> {
    return this.store.inTurn(() =>
      this.followed(async () => {
        const { workbook } = this.store.state;
        if (workbook !== null) await this.recheck(workbook);
      }),
    );
  }

  /** The marks follow; what goes wrong is told. */
  private async followed(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      await this.marks.follow();
    } catch (error) {
      this.store.set({ trouble: troubleOf(error) });
    }
  }
}

/** Findings that somebody has to deal with. */
const openIn = ({ findings }: ReportShown): number =>
  findings.filter(({ severity, waived }) => waived === null && severity !== "info").length;
