/**
 * What the pane knows and does, without a screen: read, check, decide, fix. The ribbon's commands call the same
 * methods, so that pane and ribbon cannot differ.
 */
import { NOTHING_SAVED, type Saved } from "../core/decisions/saved";
import type { AskedItem } from "../core/desk/asked";
import { everyOne, isSameLine, only, together, type OneDecision, type Others } from "../core/decisions/together";
import { NO_DECISIONS, type DecisionsMode, type Weighed } from "../core/decisions/weigh";
import { rowChoiceOf } from "../core/decisions/rows";
import type { ColumnChoice, Correction, Decisions, RowChoice, Waiver } from "../core/decisions/decision";
import type { Finding, Fix } from "../core/judge/finding";
import type { Settings } from "../core/judge/settings";
import type { LineShown, ReportShown } from "../core/report/shown";
import type { DocumentRead } from "../core/documents/document";
import type { Scheme } from "../core/scheme/scheme";
import type { RowTold } from "../core/read/reading";
import { cellAt, columnNumber, type CellValue, type Workbook } from "../core/workbook/workbook";
import { marksOf } from "../views/marks/marks";
import { checkNumber, keepNumber } from "../views/summary/check-number";
import type { Candidate, Comparison } from "../views/whatif/compare";
import type { CellWrite } from "../excel/fix";
import { DecisionsUnreadable, HostError, SettingsRefused, type HostErrorCode } from "../excel/errors";
import type { Engine, Given, Worth } from "./engine/engine";
import type { Host } from "./host";
import { addedRow, type AddedRow, type NewPerson } from "./labour/addRow";
import { ownDecisions, type OwnDecisions } from "./ownDecisions";

export type Tab = "result" | "labour" | "estimates" | "whatif" | "settings";
export type Work = "open" | "decide" | "template" | "basis" | "check" | "fix" | "mark" | "clear" | "summary";

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
  readonly report: ReportShown | null;
  /** What is in force. */
  readonly saved: Saved;
  /** What the workbook brought along and somebody else decided; null where there is nothing of the kind. */
  readonly others: Others | null;
  /** Estimates that were given beside the workbook; null where none were. */
  readonly documents: readonly DocumentRead[] | null;
  /** What the secretariat asked, in a letter that was given or in a sheet of the workbook. */
  readonly asked: readonly AskedItem[];
  /** Sheets that could not be marked. */
  readonly unmarked: readonly string[];
  /** The marks could not follow what changed: a person has to ask for them again. */
  readonly marksStale: boolean;
  readonly marked: boolean;
  /** The sheet was edited since, and is checked again after a pause. */
  readonly isBehind: boolean;
  /** The summary sheet that was written, and whether the figures are no longer those it shows. */
  readonly summary: { readonly sheet: string; readonly stale: boolean } | null;
  /** The most findings that were open at once, errors and warnings: what has been done is told against it. */
  readonly startedWith: number;
  /** What a person has to look at themselves is unfolded at the foot. */
  readonly notCheckedShown: boolean;
}

/** Exclusions that a person answers for. */
interface Lifted {
  readonly findings: readonly Finding[];
  readonly reason: string;
  readonly by: string;
}

type Change = Partial<Pick<Saved, "settings" | "decisions">>;

export type Session = ReturnType<typeof createSession>;

/** @param pause milliseconds without an edit after which the sheet is checked again */
export function createSession(
  host: Host,
  engine: Engine,
  today: () => string,
  pause = 700,
  own: OwnDecisions = ownDecisions,
) {
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
    others: null,
    documents: host.documents,
    asked: [],
    unmarked: [],
    marksStale: false,
    marked: false,
    isBehind: false,
    summary: null,
    startedWith: 0,
    notCheckedShown: false,
  };
  /** What the marks in the sheets were made from, and the summary sheet that was written here. */
  let drawn = "";
  let summarised: { readonly sheet: string; readonly number: string | null } | null = null;
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
  /** @param act tells itself what goes wrong */
  const inTurn = (act: () => Promise<void>): Promise<void> => (before = before.then(act));
  const doing = (work: Work, act: (signal: AbortSignal) => Promise<void>): Promise<void> =>
    inTurn(() => told(work, act));

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

  const givenWith = (workbook: Workbook, { settings, decisions }: Saved): Given => ({
    workbook,
    settings,
    decisions,
    documents: state.documents,
  });
  /** What the report on screen follows from; null before there is one. */
  const given = (): Given | null => (state.workbook === null ? null : givenWith(state.workbook, state.saved));

  const recheck = async (
    workbook: Workbook,
    saved: Saved = state.saved,
    signal?: AbortSignal,
  ): Promise<ReportShown> => {
    const before = state.saved;
    const schemes = state.schemes.length > 0 ? state.schemes : await engine.schemes();
    const { report, number, ...found } = await engine.check(givenWith(workbook, saved), signal);
    keepNumber(report, number);
    // A sheet that was written earlier, or elsewhere, is known by the number on it.
    const summary = summarised ?? found.summary;
    host.inForce = { ...saved, others: state.others ?? NO_OTHERS };
    // What was chosen while the engine was at work is checked in its turn.
    const { settings } = state.saved === before ? saved : state.saved;
    set({
      schemes,
      workbook,
      saved: { ...saved, settings },
      report,
      asked: letter ?? found.asked,
      summary: summary === null ? null : { sheet: summary.sheet, stale: summary.number !== number },
      startedWith: Math.max(state.startedWith, openIn(report)),
    });
    return report;
  };

  const markAll = async (report: ReportShown): Promise<void> => {
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
  const read = async (signal: AbortSignal): Promise<Workbook> => {
    const workbook = await host.readWorkbook((progress) => set({ progress }), signal);
    signal.throwIfAborted();
    return workbook;
  };

  /** Decisions that cannot be read are told of, and are no reason not to check. */
  const kept = async (): Promise<Saved> => {
    if (state.workbook !== null) return state.saved;
    try {
      return apart(await host.loadDecisions());
    } catch (error) {
      if (!(error instanceof DecisionsUnreadable)) throw error;
      set({ trouble: troubleOf(error) });
      return NOTHING_SAVED;
    }
  };

  /** Of what a workbook brings only that is in force which was decided here, until a person says otherwise. */
  const apart = (loaded: Saved): Saved => {
    const known = host.inForce?.others;
    const [mode, before] = [known?.mode ?? "show", known && new Set(everyOne(known.decisions).map(textOf))];
    const isOthers = (one: OneDecision): boolean =>
      before === undefined ? !host.ownsDecisions && !own.has(one) : before.has(textOf(one));
    const decisions = only(loaded.decisions, isOthers);
    if (everyOne(decisions).length === 0) return loaded;
    set({ others: { mode, decisions } });
    return mode === "apply" ? loaded : { ...loaded, decisions: only(loaded.decisions, (one) => !isOthers(one)) };
  };
  /** Of others' decisions those that were not taken back since. */
  const othersLeft = (others: Others): Decisions => {
    if (others.mode !== "apply") return others.decisions;
    const left = new Set(everyOne(state.saved.decisions));
    return only(others.decisions, (one) => left.has(one));
  };
  const withoutOthers = ({ decisions }: Saved, others: Decisions): Decisions => {
    const theirs = new Set(everyOne(others));
    return only(decisions, (one) => !theirs.has(one));
  };
  /** Nothing that the workbook brought along is lost, though it be not in force. */
  const save = async (saved: Saved): Promise<void> => {
    const { others } = state;
    const isLeftOut = others !== null && others.mode !== "apply";
    await host.saveDecisions(isLeftOut ? { ...saved, decisions: together(others.decisions, saved.decisions) } : saved);
    own.add(others === null ? saved.decisions : withoutOthers(saved, others.decisions));
  };

  /**
   * Checks with the decision first and keeps it in the workbook after: a refused save loses nothing on screen, a check
   * that was stopped decides nothing.
   * @param change made when its turn comes, of what was decided by then
   */
  const decide = (change: () => Change | Promise<Change>, notice: Notice | null): Promise<void> =>
    doing("decide", async (signal) => {
      const saved = { ...state.saved, ...(await change()), revision: state.saved.revision + 1 };
      if (state.workbook === null) set({ saved });
      else await recheck(state.workbook, saved, signal);
      set({ notice });
      try {
        await save(saved);
      } catch (error) {
        set({ trouble: troubleOf(error instanceof HostError ? error : new SettingsRefused()) });
      }
      await follow();
    });
  /** What was chosen is shown as chosen at once; where it could not be checked, as it was before. */
  const choose = async (settings: Settings, notice: Notice | null): Promise<void> => {
    const was = state.saved.settings;
    set({ saved: { ...state.saved, settings } });
    const { report } = state;
    await decide(() => ({ settings: state.saved.settings }), notice);
    if (state.report === report && report !== null) set({ saved: { ...state.saved, settings: was } });
  };
  const decisions = (change: Partial<Decisions>): Change => ({
    decisions: { ...state.saved.decisions, ...change },
  });

  /** Decides, says so, and offers to take it back. */
  const decided = (
    change: () => Partial<Decisions> | Promise<Partial<Decisions>>,
    did: Notice["did"],
    subject: string | null,
  ): Promise<void> => {
    let before: Decisions | null = null;
    const undo = () =>
      decide(() => (before === null ? {} : { decisions: before }), {
        did: "undone",
        subject: subject ?? "",
        undo: null,
      });
    return decide(
      async () => {
        before = state.saved.decisions;
        return decisions(await change());
      },
      { did, subject, undo },
    );
  };
  /** A waiver holds for what was seen, not for whatever will stand in the cell. */
  const waiverOf = async (finding: Finding, reason: string, by: string): Promise<Waiver> => {
    const { rule, sheet, cell } = finding;
    const now = given();
    const seen = now === null ? undefined : await engine.seen(now, finding);
    return { rule, sheet, cell, reason, by, date: today(), ...(seen === undefined ? {} : { seen }) };
  };
  /** Whose name is offered to sign with: who is at work, or who decided last; "" where nobody is known. */
  const signer = (): string => {
    const { waivers, matches = [], typed = [], corrections } = state.saved.decisions;
    const last = matches.at(-1) ?? typed.at(-1) ?? waivers.at(-1) ?? corrections.at(-1);
    return host.decider === "" ? (last?.by ?? "") : host.decider;
  };
  const signature = (): Pick<Correction, "by" | "date"> => {
    const by = signer();
    return { date: today(), ...(by === "" ? {} : { by }) };
  };

  const worths = new WeakMap<Finding, Promise<Worth | null>>();
  const refresh = (): Promise<void> =>
    inTurn(async () => {
      try {
        await recheck(await host.readWorkbook());
        if (state.trouble?.name === "CellBeingEdited") set({ trouble: null });
        await follow();
      } catch (error) {
        set({ trouble: troubleOf(error) });
      }
      if (waiting === undefined) set({ isBehind: false });
    });
  const edited = (): void => {
    if (!state.isBehind) set({ isBehind: true });
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      void refresh();
    }, pause);
  };

  return {
    today,
    /** What is half written, by what it is about. */
    drafts: new Map<string, unknown>(),
    state: (): PaneState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Reads the workbook and shows what was recognised. */
    open: () =>
      doing("open", async (signal) => {
        const saved = await kept();
        await recheck(await read(signal), saved, signal);
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
        const report = await recheck(await read(signal), saved, signal);
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
        const report = known ?? (await recheck(workbook, saved, signal));
        const sheet = await host.writeSummary(report, signal);
        summarised = { sheet, number: checkNumber(report) };
        set({ summary: { sheet, stale: false }, notice: { did: "summarised", subject: sheet, undo: null } });
      }),

    /** Adds the sheets of the scheme in force, and reads the workbook with them. */
    insertTemplate: () =>
      doing("template", async (signal) => {
        if (state.report === null) return;
        const names = await host.insertTemplate(state.report.scheme);
        await recheck(await read(signal), state.saved, signal);
        set({ notice: { did: "inserted", subject: names[0] ?? null, undo: null } });
      }),

    show: (tab: Tab): void => set({ tab }),
    signer,
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
            await recheck(await read(again), state.saved, again);
            set({ notice: { did: "undone", subject, undo: null } });
          });
        await recheck(await read(signal), state.saved, signal);
        set({ notice: { did: "summarised", subject, undo } });
      }),
    /** Writes a person who is not in the labour sheet yet below the last one; where no row is free, one is put in. */
    addPerson: (person: NewPerson) =>
      doing("fix", async (signal) => {
        const done: (() => Promise<void>)[] = [];
        const added = (): AddedRow => {
          const { workbook, report } = state;
          return workbook === null || report === null
            ? { obstacle: "no-table" }
            : addedRow(workbook, report.reading, person);
        };
        let result = added();
        if ("obstacle" in result && result.obstacle === "no-room") {
          done.push(await host.insertRow(result.sheet, result.row));
          await recheck(await read(signal), state.saved, signal);
          result = added();
        }
        const takeBack = async (again: AbortSignal) => {
          for (const one of done.toReversed()) await one();
          await recheck(await read(again), state.saved, again);
          await follow();
        };
        if ("obstacle" in result) {
          if (done.length > 0) await takeBack(signal);
          return;
        }
        const subject = placeOf(result.writes[0]);
        const undo = () =>
          doing("fix", async (again) => {
            await takeBack(again);
            set({ notice: { did: "undone", subject, undo: null } });
          });
        const seen = state.workbook;
        try {
          for (const write of result.writes) done.push(await host.applyFix(write, valueAt(seen, write)));
          await host.select(result.sheet, result.writes[0]?.cell ?? null);
        } finally {
          await recheck(await read(signal), state.saved, signal);
          await follow();
          set({ notice: { did: "rowAdded", subject, count: done.length, undo } });
        }
      }),
    /** Writes one or several fixes, checks again, and offers to take all of them back. */
    applyFixes: (fixes: readonly CellWrite[]) =>
      doing("fix", async (signal) => {
        const done: (() => Promise<void>)[] = [];
        const subject = placeOf(fixes[0]);
        const undo = () =>
          doing("fix", async (again) => {
            for (const takeBack of done.toReversed()) await takeBack();
            await recheck(await read(again), state.saved, again);
            await follow();
            set({ notice: { did: "undone", subject, count: done.length, undo: null } });
          });
        try {
          const seen = state.workbook;
          for (const fix of fixes) done.push(await host.applyFix(fix, valueAt(seen, fix)));
        } finally {
          // Where one is refused, those before it are written: they are checked, and can be taken back.
          if (done.length > 0) {
            await recheck(await read(signal), state.saved, signal);
            await follow();
            set({ notice: { did: "fixed", subject, count: done.length, undo } });
          }
        }
      }),

    /** How the budget would fare under another frame; nothing is kept. @throws what the check throws */
    async compare(candidate: Candidate): Promise<Comparison | null> {
      const [now, madeFor] = [given(), state.report?.scheme];
      if (now === null || madeFor === undefined) return null;
      return engine.compare(now, candidate, { today: today(), madeFor });
    },
    /** What dealing with the finding would change; null where that cannot be told. Worked out once for each finding. */
    worthOf(finding: Finding): Promise<Worth | null> {
      const now = given();
      if (now === null) return Promise.resolve(null);
      const known = worths.get(finding) ?? engine.worth(now, finding);
      worths.set(finding, known);
      known.catch(() => worths.delete(finding));
      return known;
    },
    /** How many findings would be left at the cell if the value were written. */
    async leftWith(fix: Fix): Promise<number> {
      const now = given();
      return now === null ? 0 : engine.leftWith(now, fix);
    },
    /** The rows of a sheet as they were read. */
    async rowsOf(sheet: string): Promise<readonly RowTold[]> {
      const now = given();
      return now === null ? [] : engine.rowsOf(now, sheet);
    },
    /** The words that decided what a line is. */
    async evidenceOf({ sheet, row }: LineShown): Promise<readonly string[]> {
      const now = given();
      return now === null ? [] : engine.evidence(now, sheet, row);
    },
    /** What it asks is ticked off from now on. */
    async setLetter(bytes: Uint8Array): Promise<void> {
      const asked = await engine.letterIn(bytes);
      if (asked.length === 0) return;
      letter = asked;
      set({ asked });
    },
    /** Holds other estimates against the lines; null takes them away. */
    async setDocuments(documents: readonly DocumentRead[] | null): Promise<void> {
      set({ documents });
      host.documents = documents;
      await inTurn(async () => {
        try {
          if (state.workbook !== null) await recheck(state.workbook);
          await follow();
        } catch (error) {
          set({ trouble: troubleOf(error) });
        }
      });
    },
    /** What a person decided of lines and estimates, or typed off a paper. @param subject the line or the paper */
    decideMatches: (change: Pick<Decisions, "matches" | "typed">, subject: string) =>
      decided(() => change, "matched", subject),

    choose: (settings: Settings) => choose(settings, null),
    /** Another scheme or frame for the whole budget: said, and taken back with one press. */
    switchTo(settings: Settings, name: string): Promise<void> {
      const before = state.saved.settings;
      const undo = () => choose(before, { did: "undone", subject: name, undo: null });
      return choose(settings, { did: "switched", subject: name, undo });
    },
    /** What becomes of the decisions that the workbook brought along; nothing is written for it. */
    showOthers: (mode: DecisionsMode) =>
      doing("decide", async (signal) => {
        const { others, saved, workbook } = state;
        if (others === null || workbook === null || mode === others.mode) return;
        const left = othersLeft(others);
        const apart = others.mode === "apply" ? withoutOthers(saved, left) : saved.decisions;
        set({ others: { mode, decisions: left } });
        try {
          await recheck(workbook, { ...saved, decisions: mode === "apply" ? together(left, apart) : apart }, signal);
        } catch (error) {
          set({ others });
          throw error;
        }
        await follow();
      }),
    /** What each of those decisions does to the subsidy, and all of them; null where there are none. */
    async weighOthers(): Promise<Weighed | null> {
      const [now, { others, saved }] = [given(), state];
      if (now === null || others === null) return null;
      const left = othersLeft(others);
      return engine.weigh({ ...now, decisions: withoutOthers(saved, left) }, left);
    },
    chooseColumns: (choice: ColumnChoice) =>
      decide(
        () =>
          decisions({
            columns: [...state.saved.decisions.columns.filter(({ sheet }) => sheet !== choice.sheet), choice],
          }),
        null,
      ),
    /** What a row is, whatever its words and the sums say. */
    readRowAs: (told: RowTold, as: RowChoice["as"]) =>
      decided(
        () => {
          const { rows = [] } = state.saved.decisions;
          const earlier = (state.report?.decisions ?? [])
            .filter(({ kind, sheet, cell }) => kind === "row" && sheet === told.sheet && rowOf(cell) === told.row)
            .map(({ index }) => index);
          const kept = rows.filter((_, index) => !earlier.includes(index));
          return { rows: [...kept, { ...rowChoiceOf(told, as), ...signature() }] };
        },
        "rowRead",
        `${told.sheet} ${told.row}`,
      ),
    forgetRow(index: number): Promise<void> {
      const own = state.saved.decisions.rows?.[index];
      return decided(
        () => ({ rows: (state.saved.decisions.rows ?? []).filter((row) => row !== own) }),
        "rowForgotten",
        null,
      );
    },
    waive: (finding: Finding, reason: string, by: string) =>
      decided(
        async () => ({ waivers: [...state.saved.decisions.waivers, await waiverOf(finding, reason, by)] }),
        "waived",
        placeOf(finding),
      ),
    unwaive(index: number): Promise<void> {
      const own = state.saved.decisions.waivers[index];
      return decided(
        () => ({ waivers: state.saved.decisions.waivers.filter((waiver) => waiver !== own) }),
        "unwaived",
        null,
      );
    },
    /** @param lifted exclusions of the line that the person answers for, with reason and name */
    correct: (correction: Correction, lifted: Lifted | null = null) =>
      decided(
        async () => {
          const { findings, reason, by } = lifted ?? { findings: [], reason: "", by: "" };
          const own = await Promise.all(findings.map((finding) => waiverOf(finding, reason, by)));
          return {
            corrections: [
              ...state.saved.decisions.corrections.filter((one) => !isSameLine(one, correction)),
              { ...correction, ...signature(), ...(lifted === null ? {} : { by }) },
            ],
            waivers: [...state.saved.decisions.waivers, ...own],
          };
        },
        "corrected",
        correction.middle,
      ),
    uncorrect(index: number): Promise<void> {
      const own = state.saved.decisions.corrections[index];
      return decided(
        () => ({ corrections: state.saved.decisions.corrections.filter((one) => one !== own) }),
        "uncorrected",
        own?.description ?? null,
      );
    },
    /** Imported corrections join the workbook's own; of two for one line the imported one holds. */
    importCorrections: (imported: readonly Correction[]) =>
      decide(
        () =>
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
const openIn = ({ findings }: ReportShown): number =>
  findings.filter(({ severity, waived }) => waived === null && severity !== "info").length;

const marksText = ({ findings }: ReportShown): string => JSON.stringify(marksOf(findings));

const NO_OTHERS: Others = { mode: "show", decisions: NO_DECISIONS };

const textOf = (one: OneDecision): string => JSON.stringify(one);
