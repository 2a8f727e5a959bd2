/** What is kept in the workbook of decisions: the user's own are in force, others' once a person says so. */
import { NOTHING_SAVED, type Saved } from "../../core/decisions/saved";
import { everyOne, only, together, type OneDecision, type Others } from "../../core/decisions/together";
import type { Decisions } from "../../core/decisions/decision";
import { NO_DECISIONS } from "../../core/decisions/weigh";
import { DecisionsUnreadable } from "../../excel/errors";
import type { Host } from "../host";
import type { OwnDecisions } from "../ownDecisions";
import { troubleOf, type Store } from "./store";

export const NO_OTHERS: Others = { mode: "show", decisions: NO_DECISIONS };

export class Kept {
  constructor(
    private readonly host: Host,
    private readonly own: OwnDecisions,
    private readonly store: Store,
  ) {}

  /** What is in force; decisions that cannot be read are told of, and are no reason not to check. */
  async load(): Promise<Saved> {
    const { workbook, saved } = this.store.state;
    if (workbook !== null) return saved;
    try {
      return this.apart(await this.host.loadDecisions());
    } catch (error) {
      if (!(error instanceof DecisionsUnreadable)) throw error;
      this.store.set({ trouble: troubleOf(error) });
      return NOTHING_SAVED;
    }
  }

  /** Of what a workbook brings only that is in force which was decided here, until a person says otherwise. */
  private apart(loaded: Saved): Saved {
    const { host, own } = this;
    const known = host.inForce?.others;
    const [mode, before] = [known?.mode ?? "show", known && new Set(everyOne(known.decisions).map(textOf))];
    const isOthers = (one: OneDecision): boolean =>
      before === undefined ? !host.ownsDecisions && !own.has(one) : before.has(textOf(one));
    const decisions = only(loaded.decisions, isOthers);
    if (everyOne(decisions).length === 0) return loaded;
    this.store.set({ others: { mode, decisions } });
    return mode === "apply" ? loaded : { ...loaded, decisions: only(loaded.decisions, (one) => !isOthers(one)) };
  }

  /** Of others' decisions those that were not taken back since. */
  othersLeft(others: Others): Decisions {
    if (others.mode !== "apply") return others.decisions;
    const left = new Set(everyOne(this.store.state.saved.decisions));
    return only(others.decisions, (one) => left.has(one));
  }

  /** Nothing that the workbook brought along is lost, though it be not in force. */
  async save(saved: Saved): Promise<void> {
    const { others } = this.store.state;
    const isLeftOut = others !== null && others.mode !== "apply";
    const all = isLeftOut ? together(others.decisions, saved.decisions) : saved.decisions;
    await this.host.saveDecisions({ ...saved, decisions: all });
    this.own.add(others === null ? saved.decisions : withoutOthers(saved, others.decisions));
  }
}

export function withoutOthers({ decisions }: Saved, others: Decisions): Decisions {
  const theirs = new Set(everyOne(others));
  return only(decisions, (one) => !theirs.has(one));
}

const textOf = (one: OneDecision): string => JSON.stringify(one);
