/**
 * What the pane knows and does, without a screen: read, check, decide, fix. The ribbon's commands call the same
 * methods, so that pane and ribbon cannot differ.
 */
import { NOTHING_SAVED, type Saved } from "../core/decisions/saved";
import { askedIn, type AskedItem } from "../core/desk/asked";
import { rowChoiceOf } from "../core/decisions/rows";
import { seenWith } from "../core/decisions/seen";
import type {
  ColumnChoice,
  Correction,
  Decisions,
  Finding,
  Fix,
  Report,
  RowChoice,
  Settings,
  Waiver,
} from "../core/report/report";
import type { DocumentRead } from "../core/documents/document";
import type { Scheme } from "../core/scheme/scheme";
import type { RowTold } from "../core/read/reading";
import { cellAt, columnNumber, type CellValue, type Workbook } from "../core/workbook/workbook";
import { marksOf } from "../views/marks/marks";
import { checkNumber, summaryIn } from "../views/summary/check-number";
import { withFix } from "../views/whatif/fixed";
import type { CellWrite } from "../excel/fix";
import { DecisionsUnreadable, HostError, SettingsRefused, type HostErrorCode } from "../excel/errors";
import type { Host } from "./host";

/** What the pane needs of the engine. It is loaded after the pane has appeared. */
export interface Engine {
  readonly schemes: readonly Scheme[];
  /** @param documents estimates beside the workbook; null where none were given */
  check(
    workbook: Workbook,
    settings: Settings,
    decisions: Decisions,
    documents?: readonly DocumentRead[] | null,
  ): Report;
  /** What a letter of the secretariat asks; nothing where it is none. */
  letterIn(bytes: Uint8Array): Promise<readonly AskedItem[]>;
}

export type Tab = "result" | "labour" | "estimates" | "whatif" | "settings";
export type Work = "open" | "template" | "basis" | "check" | "fix" | "mark" | "clear" | "summary";

/** What went wrong: the code of a host's error, or "Unexpected" with what a developer needs to know. */
export interface Trouble {
  readonly name: HostErrorCode | "Unexpected";
  readonly subject: string | null;
  readonly detail: string | null;
}

/** What was just done, for the eye and for a screen reader. */
export interface Notice {
  readonly did:
    | "fixed"
    | "rowAdded"
    | "undone"
    | "waived"
    | "unwaived"
    | "rowRead"
    | "rowForgotten"
    | "corrected"
    | "uncorrected"
    | "cleared"
    | "marked"
    | "switched"
    | "summarised"
    | "checked"
    | "imported"
    | "matched"
    | "inserted";
  readonly subject: string | null;
  /** How many cells, where it is about cells. */
  readonly count?: number;
  readonly undo: (() => Promise<void>) | null;
}

export interface PaneState {
  readonly stage: "start" | "result";
  readonly tab: Tab;
  readonly work: Work | null;
  /** 0–1 while reading; null when it cannot be told. */
  readonly progress: number | null;
  readonly trouble: Trouble | null;
  readonly notice: Notice | null;
  /** Every grant edition known; empty until the engine is there. */
  readonly schemes: readonly Scheme[];
  readonly workbook: Workbook | null;
  readonly report: Report | null;
  readonly saved: Saved;
  /** Estimates that were given beside the workbook; null where none were. */
  readonly documents: readonly DocumentRead[] | null;
  /** What the secretariat asked, in a letter that was given or in a sheet of the workbook. */
  readonly asked: readonly AskedItem[];
  /** Sheets that could not be marked. */
  readonly unmarked: readonly string[];
  /** The marks could not follow what changed: a person has to ask for them again. */
  readonly marksStale: boolean;
  readonly marked: boolean;
  /** The summary sheet that was written, and whether the figures are no longer those it shows. */
  readonly summary: { readonly sheet: string; readonly stale: boolean } | null;
  /** The most findings that were open at once, errors and warnings: what has been done is told against it. */
  readonly startedWith: number;
  /** What a person has to look at themselves is unfolded at the foot. */
  readonly notCheckedShown: boolean;
}

/** What dealing with a finding does to the subsidy, yen. */
export interface Worth {
  /** "fix": written, the subsidy changes by so much. "finding": were it not for the finding, it would. */
  readonly of: "fix" | "finding";
  readonly yen: number;
}

/** Exclusions that a person answers for. */
export interface Lifted {
  readonly findings: readonly Finding[];
  readonly reason: string;
  readonly by: string;
}

export type Session = ReturnType<typeof createSession>;

/** @param pause milliseconds without an edit after which the sheet is checked again */
export function createSession(host: Host, load: () => Promise<Engine>, today: () => string, pause = 700) {
  let state: PaneState = {
    stage: "start",
    tab: "result",
    work: null,
    progress: null,
    trouble: null,
    notice: null,
    schemes: [],
    workbook: null,
    report: null,
    saved: NOTHING_SAVED,
    documents: host.documents,
    asked: [],
    unmarked: [],
    marksStale: false,
    marked: false,
    summary: null,
    startedWith: 0,
    notCheckedShown: false,
  };
  /** What the marks in the sheets were made from, and the summary sheet that was written here. */
  let drawn = "";
  let summarised: ReturnType<typeof summaryIn> = null;
  /** Given beside the workbook: it stands before one in a sheet. */
  let letter: readonly AskedItem[] | null = null;
  const listeners = new Set<() => void>();
  let cancelling = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;

  const set = (change: Partial<PaneState>): void => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };

  const troubleOf = (error: unknown): Trouble => {
    if (error instanceof HostError) return { name: error.code, subject: error.subject, detail: null };
    return { name: "Unexpected", subject: null, detail: error instanceof Error ? error.message : String(error) };
  };

  /** One piece of work after the other: a command of the ribbon may come while the pane is still opening. */
  let before: Promise<void> = Promise.resolve();
  const doing = (work: Work, act: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    before = before.then(() => told(work, act));
    return before;
  };

  /** What goes wrong is told and leaves the rest as it was. */
  const told = async (work: Work, act: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    cancelling = new AbortController();
    const { signal } = cancelling;
    set({ work, progress: null, trouble: null, notice: null });
    try {
      await act(signal);
    } catch (error) {
      if (!signal.aborted) set({ trouble: troubleOf(error) });
    } finally {
      set({ work: null, progress: null });
    }
  };

  const recheck = async (workbook: Workbook, saved: Saved = state.saved): Promise<Report> => {
    const { check, schemes } = await load();
    const report = check(workbook, saved.settings, saved.decisions, state.documents);
    // A sheet that was written earlier, or elsewhere, is known by the number on it.
    const summary = summarised ?? summaryIn(workbook);
    set({
      schemes,
      workbook,
      saved,
      report,
      asked: letter ?? askedIn(workbook),
      summary: summary === null ? null : { sheet: summary.sheet, stale: summary.number !== checkNumber(report) },
      startedWith: Math.max(state.startedWith, openIn(report)),
    });
    return report;
  };

  const markAll = async (report: Report): Promise<void> => {
    const unmarked = await host.mark(report);
    drawn = marksText(report);
    set({ unmarked, marked: true, marksStale: false });
  };

  /** Marks follow what was found, without a word; where they cannot, the pane says that they are old. */
  const follow = async (): Promise<void> => {
    const { report, marked } = state;
    if (!marked || report === null || drawn === marksText(report)) return;
    try {
      await markAll(report);
    } catch {
      set({ marksStale: true });
    }
  };
  /** The same, in its turn: never while something else is being written. */
  const followInTurn = (): Promise<void> => {
    before = before.then(follow);
    return before;
  };

  const read = async (signal: AbortSignal): Promise<Workbook> => {
    const workbook = await host.readWorkbook((progress) => set({ progress }), signal);
    signal.throwIfAborted();
    return workbook;
  };

  /** Decisions that cannot be read are told of, and are no reason not to check. */
  const kept = async (): Promise<Saved> => {
    if (state.workbook !== null) return state.saved;
    try {
      return await host.loadDecisions();
    } catch (error) {
      if (!(error instanceof DecisionsUnreadable)) throw error;
      set({ trouble: troubleOf(error) });
      return NOTHING_SAVED;
    }
  };

  /** Checks with the decision first and keeps it in the workbook after: a refused save loses nothing on screen. */
  const decide = async (
    change: Partial<Pick<Saved, "settings" | "decisions">>,
    notice: Notice | null,
  ): Promise<void> => {
    const saved = { ...state.saved, ...change, revision: state.saved.revision + 1 };
    set({ trouble: null, notice: null });
    try {
      if (state.workbook === null) set({ saved });
      else await recheck(state.workbook, saved);
      set({ notice });
    } catch (error) {
      set({ trouble: troubleOf(error) });
      return;
    }
    try {
      await host.saveDecisions(saved);
    } catch (error) {
      set({ trouble: troubleOf(error instanceof HostError ? error : new SettingsRefused()) });
    }
    await followInTurn();
  };
  const decisions = (change: Partial<Decisions>): Pick<Saved, "decisions"> => ({
    decisions: { ...state.saved.decisions, ...change },
  });

  /** Decides, says so, and offers to take it back. */
  const decided = (change: Partial<Decisions>, did: Notice["did"], subject: string | null): Promise<void> => {
    const before = state.saved.decisions;
    const undo = () => decide({ decisions: before }, { did: "undone", subject: subject ?? "", undo: null });
    return decide(decisions(change), { did, subject, undo });
  };
  /** A waiver holds for what was seen, not for whatever will stand in the cell. */
  const waiverOf = (finding: Finding, reason: string, by: string): Waiver => {
    const { workbook, report, schemes } = state;
    const { rule, sheet, cell } = finding;
    const scheme = schemes.find(({ id }) => id === report?.scheme);
    const seen = workbook === null || report === null ? undefined : seenWith(finding, workbook, report, scheme);
    return { rule, sheet, cell, reason, by, date: today(), ...(seen === undefined ? {} : { seen }) };
  };
  const signature = (): Pick<Correction, "by" | "date"> => {
    const by = state.saved.decisions.waivers.at(-1)?.by;
    return { date: today(), ...(by === undefined ? {} : { by }) };
  };

  const worths = new WeakMap<Finding, Promise<Worth | null>>();
  const weigh = async (finding: Finding): Promise<Worth | null> => {
    const { workbook, report, saved } = state;
    const now = report?.subsidy?.amount ?? null;
    const { fix, severity, waived } = finding;
    if (workbook === null || now === null || waived !== null || (fix === null && severity === "info")) return null;
    const { check } = await load();
    const then =
      fix !== null
        ? check(withFix(workbook, fix), saved.settings, saved.decisions, state.documents)
        : check(
            workbook,
            saved.settings,
            {
              ...saved.decisions,
              waivers: [...saved.decisions.waivers, waiverOf(finding, "", "")],
            },
            state.documents,
          );
    const amount = then.subsidy?.amount ?? null;
    return amount === null ? null : { of: fix === null ? "finding" : "fix", yen: amount - now };
  };

  const refresh = async (): Promise<void> => {
    if (state.work !== null) return edited();
    try {
      await recheck(await host.readWorkbook());
      if (state.trouble?.name === "CellBeingEdited") set({ trouble: null });
      await followInTurn();
    } catch (error) {
      set({ trouble: troubleOf(error) });
    }
  };
  const edited = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), pause);
  };

  return {
    today,
    state: (): PaneState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Reads the workbook and shows what was recognised. */
    open: () =>
      doing("open", async (signal) => {
        const saved = await kept();
        await recheck(await read(signal), saved);
        stopWatching ??= host.onChange(edited);
      }),
    close(): void {
      clearTimeout(waiting);
      stopWatching?.();
      stopWatching = undefined;
    },
    cancel: (): void => cancelling.abort(),

    /** Reads again, checks, marks what was found, and shows the result. */
    check: () =>
      doing("check", async (signal) => {
        const saved = await kept();
        const report = await recheck(await read(signal), saved);
        stopWatching ??= host.onChange(edited);
        if (report.totals === null) return;
        set({ stage: "result", tab: "result", notice: { did: "checked", subject: null, undo: null } });
        await markAll(report);
      }),
    /** Puts the marks back, or renews those that could not follow. */
    mark: () =>
      doing("mark", async () => {
        if (state.report === null) return;
        await markAll(state.report);
        set({ notice: { did: "marked", subject: null, undo: null } });
      }),
    clearMarks: () =>
      doing("clear", async () => {
        await host.clearMarks();
        set({ marked: false, marksStale: false, unmarked: [], notice: { did: "cleared", subject: null, undo: null } });
      }),
    writeSummary: () =>
      doing("summary", async (signal) => {
        const saved = await kept();
        const workbook = await read(signal);
        // Where nothing has changed, nothing has to be checked again.
        const known = workbook === state.workbook && saved === state.saved ? state.report : null;
        const report = known ?? (await recheck(workbook, saved));
        const sheet = await host.writeSummary(report, signal);
        summarised = { sheet, number: checkNumber(report) };
        set({ summary: { sheet, stale: false }, notice: { did: "summarised", subject: sheet, undo: null } });
      }),

    /** Adds the sheets of the scheme in force, and reads the workbook with them. */
    insertTemplate: () =>
      doing("template", async (signal) => {
        if (state.report === null) return;
        const names = await host.insertTemplate(state.report.scheme);
        await recheck(await read(signal));
        set({ notice: { did: "inserted", subject: names[0] ?? null, undo: null } });
      }),

    show: (tab: Tab): void => set({ tab }),
    showNotChecked: (notCheckedShown: boolean): void => set({ notCheckedShown }),
    backToStart: (): void => set({ stage: "start" }),
    dismiss: (): void => set({ trouble: null, notice: null }),
    async select(sheet: string, cell: string | null): Promise<void> {
      try {
        await host.select(sheet, cell);
      } catch (error) {
        set({ trouble: troubleOf(error) });
      }
    },

    /** Adds the sheet with the hourly rates as formulas, and offers to take it away again. */
    writeLabourBasis: () =>
      doing("basis", async (signal) => {
        const { report } = state;
        if (report === null) return;
        const { sheets, takeBack } = await host.insertLabourBasis(report);
        const subject = sheets[0] ?? "";
        const undo = () =>
          doing("basis", async (again) => {
            await takeBack();
            await recheck(await read(again));
            set({ notice: { did: "undone", subject, undo: null } });
          });
        await recheck(await read(signal));
        set({ notice: { did: "summarised", subject, undo } });
      }),
    /** Writes one or several fixes, checks again, and offers to take all of them back. */
    applyFixes: (fixes: readonly CellWrite[], did: "fixed" | "rowAdded" = "fixed") =>
      doing("fix", async (signal) => {
        const done: (() => Promise<void>)[] = [];
        const subject = placeOf(fixes[0]);
        const undo = () =>
          doing("fix", async (again) => {
            for (const takeBack of done.toReversed()) await takeBack();
            await recheck(await read(again));
            await follow();
            set({ notice: { did: "undone", subject, count: done.length, undo: null } });
          });
        try {
          const seen = state.workbook;
          for (const fix of fixes) done.push(await host.applyFix(fix, valueAt(seen, fix)));
        } finally {
          // Where one is refused, those before it are written: they are checked, and can be taken back.
          if (done.length > 0) {
            await recheck(await read(signal));
            await follow();
            set({ notice: { did, subject, count: done.length, undo } });
          }
        }
      }),

    /** The report that other settings would give; nothing is kept. @throws what the check throws */
    async tryWith(settings: Settings): Promise<Report> {
      if (state.workbook === null) throw new Error("nothing was read yet");
      return (await load()).check(state.workbook, settings, state.saved.decisions, state.documents);
    },
    /** What dealing with the finding would change; null where that cannot be told. Worked out once for each finding. */
    worthOf(finding: Finding): Promise<Worth | null> {
      const known = worths.get(finding) ?? weigh(finding);
      worths.set(finding, known);
      return known;
    },
    /** How many findings would be left at the cell if the value were written. */
    async leftWith(fix: Fix): Promise<number> {
      const { workbook, saved } = state;
      if (workbook === null) return 0;
      const { findings } = (await load()).check(
        withFix(workbook, fix),
        saved.settings,
        saved.decisions,
        state.documents,
      );
      return findings.filter(({ sheet, cell, waived }) => waived === null && sheet === fix.sheet && cell === fix.cell)
        .length;
    },
    /** What it asks is ticked off from now on. */
    async setLetter(bytes: Uint8Array): Promise<void> {
      const asked = await (await load()).letterIn(bytes);
      if (asked.length === 0) return;
      letter = asked;
      set({ asked });
    },
    /** Holds other estimates against the lines; null takes them away. */
    async setDocuments(documents: readonly DocumentRead[] | null): Promise<void> {
      set({ documents });
      host.documents = documents;
      try {
        if (state.workbook !== null) await recheck(state.workbook);
        await followInTurn();
      } catch (error) {
        set({ trouble: troubleOf(error) });
      }
    },
    /** What a person decided of lines and estimates, or typed off a paper. @param subject the line or the paper */
    decideMatches: (change: Pick<Decisions, "matches" | "typed">, subject: string) =>
      decided(change, "matched", subject),

    choose: (settings: Settings) => decide({ settings }, null),
    /** Another scheme or frame for the whole budget: said, and taken back with one press. */
    switchTo(settings: Settings, name: string): Promise<void> {
      const before = state.saved.settings;
      const undo = () => decide({ settings: before }, { did: "undone", subject: name, undo: null });
      return decide({ settings }, { did: "switched", subject: name, undo });
    },
    chooseColumns: (choice: ColumnChoice) =>
      decide(
        decisions({
          columns: [...state.saved.decisions.columns.filter(({ sheet }) => sheet !== choice.sheet), choice],
        }),
        null,
      ),
    /** What a row is, whatever its words and the sums say. */
    readRowAs(told: RowTold, as: RowChoice["as"]): Promise<void> {
      const { rows = [] } = state.saved.decisions;
      const earlier = (state.report?.decisions ?? [])
        .filter(({ kind, sheet, cell }) => kind === "row" && sheet === told.sheet && rowOf(cell) === told.row)
        .map(({ index }) => index);
      const kept = rows.filter((_, index) => !earlier.includes(index));
      return decided(
        { rows: [...kept, { ...rowChoiceOf(told, as), ...signature() }] },
        "rowRead",
        `${told.sheet} ${told.row}`,
      );
    },
    forgetRow: (index: number) =>
      decided({ rows: (state.saved.decisions.rows ?? []).filter((_, place) => place !== index) }, "rowForgotten", null),
    waive: (finding: Finding, reason: string, by: string) =>
      decided(
        { waivers: [...state.saved.decisions.waivers, waiverOf(finding, reason, by)] },
        "waived",
        placeOf(finding),
      ),
    unwaive: (index: number) =>
      decided({ waivers: state.saved.decisions.waivers.filter((_, place) => place !== index) }, "unwaived", null),
    /** @param lifted exclusions of the line that the person answers for, with reason and name */
    correct: (correction: Correction, lifted: Lifted | null = null) =>
      decided(
        {
          corrections: [
            ...state.saved.decisions.corrections.filter((own) => !isSameLine(own, correction)),
            { ...correction, ...signature(), ...(lifted === null ? {} : { by: lifted.by }) },
          ],
          waivers: [
            ...state.saved.decisions.waivers,
            ...(lifted?.findings ?? []).map((finding) => waiverOf(finding, lifted?.reason ?? "", lifted?.by ?? "")),
          ],
        },
        "corrected",
        correction.middle,
      ),
    uncorrect: (index: number) =>
      decided(
        { corrections: state.saved.decisions.corrections.filter((_, place) => place !== index) },
        "uncorrected",
        state.saved.decisions.corrections[index]?.description ?? null,
      ),
    /** Imported corrections join the workbook's own; of two for one line the imported one holds. */
    importCorrections: (imported: readonly Correction[]) =>
      decide(
        decisions({
          corrections: [
            ...state.saved.decisions.corrections.filter((own) => !imported.some((one) => isSameLine(one, own))),
            ...imported,
          ],
        }),
        { did: "imported", subject: String(imported.length), undo: null },
      ),
  };
}

/** What a cell held when the workbook was read; undefined for a formula, which other cells change. */
function valueAt(workbook: Workbook | null, { sheet: name, cell }: CellWrite): CellValue | undefined {
  const sheet = workbook?.sheets.find((one) => one.name === name);
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  if (sheet === undefined || row === "") return undefined;
  const found = cellAt(sheet, Number(row), columnNumber(letters));
  return found === undefined ? null : found.formula === null ? found.value : undefined;
}

const placeOf = (at: { readonly sheet: string | null; readonly cell: string | null } | undefined): string =>
  [at?.sheet, at?.cell].filter((part) => part !== null && part !== undefined).join(" ");

const rowOf = (cell: string | null): number => Number(cell?.replace(/^[A-Z]+/, ""));

/** Findings that somebody has to deal with. */
const openIn = ({ findings }: Report): number =>
  findings.filter(({ severity, waived }) => waived === null && severity !== "info").length;

const marksText = ({ findings }: Report): string => JSON.stringify(marksOf(findings));

const isSameLine = (one: Correction, other: Correction): boolean =>
  one.description === other.description && one.vendor === other.vendor;
