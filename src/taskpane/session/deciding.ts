/** What a person decides: checked first, kept in the workbook after, and taken back with one press. */
import type { ColumnChoice, Correction, Decisions, RowChoice, Waiver } from "../../core/decisions/decision";
import { rowChoiceOf } from "../../core/decisions/rows";
import type { Saved } from "../../core/decisions/saved";
import { isSameLine, together } from "../../core/decisions/together";
import type { DecisionsMode, Weighed } from "../../core/decisions/weigh";
import type { Finding } from "../../core/judge/finding";
import type { Settings } from "../../core/judge/settings";
import type { RowTold } from "../../core/read/reading";
import { HostError, SettingsRefused } from "../../excel/errors";
import type { Engine } from "../engine/engine";
import type { Host } from "../host";
import type { Checking } from "./checking";
import { withoutOthers, type Kept } from "./kept";
import type { Marks } from "./marks";
import { placeOf } from "./place";
import type { Notice } from "./state";
import { troubleOf, type Store } from "./store";

/** Exclusions that a person answers for. */
interface Lifted {
  readonly findings: readonly Finding[];
  readonly reason: string;
  readonly by: string;
}

type Change = Partial<Pick<Saved, "settings" | "decisions">>;

interface Parts {
  readonly host: Host;
  readonly engine: Engine;
  readonly today: () => string;
  readonly store: Store;
  readonly checking: Checking;
  readonly marks: Marks;
  readonly kept: Kept;
}

export function deciding({ host, engine, today, store, checking, marks, kept }: Parts) {
  const saved = (): Saved => store.state.saved;

  /**
   * A refused save loses nothing on screen, a check that was stopped decides nothing.
   * @param change made when its turn comes, of what was decided by then
   */
  const decide = (change: () => Change | Promise<Change>, notice: Notice | null): Promise<boolean> =>
    store.doing("decide", async (signal) => {
      const now = { ...saved(), ...(await change()), revision: saved().revision + 1 };
      const { workbook } = store.state;
      if (workbook === null) store.set({ saved: now });
      else await checking.recheck(workbook, now, signal);
      store.set({ notice });
      try {
        await kept.save(now);
      } catch (error) {
        store.set({ trouble: troubleOf(error instanceof HostError ? error : new SettingsRefused()) });
      }
      await marks.follow();
    });

  /** What was chosen is shown as chosen at once; where it could not be checked, as it was before. */
  const choose = async (settings: Settings, notice: Notice | null): Promise<boolean> => {
    const was = saved().settings;
    store.set({ saved: { ...saved(), settings } });
    const { report } = store.state;
    const isDone = await decide(() => ({ settings: saved().settings }), notice);
    if (store.state.report === report && report !== null) store.set({ saved: { ...saved(), settings: was } });
    return isDone;
  };

  const decisions = (change: Partial<Decisions>): Change => ({ decisions: { ...saved().decisions, ...change } });

  /** Decides, says so, and offers to take it back. */
  const decided = (
    change: () => Partial<Decisions> | Promise<Partial<Decisions>>,
    did: Notice["did"],
    subject: string | null,
  ): Promise<boolean> => {
    let before: Decisions | null = null;
    const undo = () =>
      decide(() => (before === null ? {} : { decisions: before }), {
        did: "undone",
        subject: subject ?? "",
        undo: null,
      });
    return decide(
      async () => {
        before = saved().decisions;
        return decisions(await change());
      },
      { did, subject, undo },
    );
  };

  /** A waiver holds for what was seen, not for whatever will stand in the cell. */
  const waiverOf = async (finding: Finding, reason: string, by: string): Promise<Waiver> => {
    const { rule, sheet, cell } = finding;
    const now = checking.given();
    const seen = now === null ? undefined : await engine.seen(now, finding);
    return { rule, sheet, cell, reason, by, date: today(), ...(seen === undefined ? {} : { seen }) };
  };

  /** Whose name is offered to sign with: who is at work, or who decided last; "" where nobody is known. */
  const signer = (): string => {
    const { waivers, matches = [], typed = [], corrections } = saved().decisions;
    const last = matches.at(-1) ?? typed.at(-1) ?? waivers.at(-1) ?? corrections.at(-1);
    return host.decider === "" ? (last?.by ?? "") : host.decider;
  };
  const signature = (): Pick<Correction, "by" | "date"> => {
    const by = signer();
    return { date: today(), ...(by === "" ? {} : { by }) };
  };

  return {
    signer,
    choose: (settings: Settings) => choose(settings, null),
    /** Another scheme or frame for the whole budget: said, and taken back with one press. */
    switchTo(settings: Settings, name: string): Promise<boolean> {
      const before = saved().settings;
      const undo = () => choose(before, { did: "undone", subject: name, undo: null });
      return choose(settings, { did: "switched", subject: name, undo });
    },
    /** What a person decided of lines and estimates, or typed off a paper. @param subject the line or the paper */
    decideMatches: (change: Pick<Decisions, "matches" | "typed">, subject: string) =>
      decided(() => change, "matched", subject),

    /** What becomes of the decisions that the workbook brought along; nothing is written for it. */
    showOthers: (mode: DecisionsMode) =>
      store.doing("decide", async (signal) => {
        const { others, workbook } = store.state;
        if (others === null || workbook === null || mode === others.mode) return;
        const left = kept.othersLeft(others);
        const apart = others.mode === "apply" ? withoutOthers(saved(), left) : saved().decisions;
        store.set({ others: { mode, decisions: left } });
        try {
          const own = mode === "apply" ? together(left, apart) : apart;
          await checking.recheck(workbook, { ...saved(), decisions: own }, signal);
        } catch (error) {
          store.set({ others });
          throw error;
        }
        await marks.follow();
      }),
    /** What each of those decisions does to the subsidy, and all of them; null where there are none. */
    async weighOthers(): Promise<Weighed | null> {
      const [now, { others }] = [checking.given(), store.state];
      if (now === null || others === null) return null;
      const left = kept.othersLeft(others);
      return engine.weigh({ ...now, decisions: withoutOthers(saved(), left) }, left);
    },
    chooseColumns: (choice: ColumnChoice) =>
      decide(
        () =>
          decisions({
            columns: [...saved().decisions.columns.filter(({ sheet }) => sheet !== choice.sheet), choice],
          }),
        null,
      ),
    /** What a row is, whatever its words and the sums say. */
    readRowAs: (told: RowTold, as: RowChoice["as"]) =>
      decided(
        () => {
          const { rows = [] } = saved().decisions;
          const earlier = (store.state.report?.decisions ?? [])
            .filter(({ kind, sheet, cell }) => kind === "row" && sheet === told.sheet && rowOf(cell) === told.row)
            .map(({ index }) => index);
          const kept = rows.filter((_, index) => !earlier.includes(index));
          return { rows: [...kept, { ...rowChoiceOf(told, as), ...signature() }] };
        },
        "rowRead",
        `${told.sheet} ${told.row}`,
      ),
    forgetRow(index: number): Promise<boolean> {
      const own = saved().decisions.rows?.[index];
      return decided(
        () => ({ rows: (saved().decisions.rows ?? []).filter((row) => row !== own) }),
        "rowForgotten",
        null,
      );
    },
    waive: (finding: Finding, reason: string, by: string) =>
      decided(
        async () => ({ waivers: [...saved().decisions.waivers, await waiverOf(finding, reason, by)] }),
        "waived",
        placeOf(finding),
      ),
    unwaive(index: number): Promise<boolean> {
      const own = saved().decisions.waivers[index];
      return decided(
        () => ({ waivers: saved().decisions.waivers.filter((waiver) => waiver !== own) }),
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
              ...saved().decisions.corrections.filter((one) => !isSameLine(one, correction)),
              { ...correction, ...signature(), ...(lifted === null ? {} : { by }) },
            ],
            waivers: [...saved().decisions.waivers, ...own],
          };
        },
        "corrected",
        correction.middle,
      ),
    uncorrect(index: number): Promise<boolean> {
      const own = saved().decisions.corrections[index];
      return decided(
        () => ({ corrections: saved().decisions.corrections.filter((one) => one !== own) }),
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
              ...saved().decisions.corrections.filter((own) => !imported.some((one) => isSameLine(one, own))),
              ...imported,
            ],
          }),
        { did: "imported", subject: String(imported.length), undo: null },
      ),
  };
}

const rowOf = (cell: string | null): number => Number(cell?.replace(/^[A-Z]+/, ""));
