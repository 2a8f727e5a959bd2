/**
 * Chooses what every row of a table is: of all roles of the rows in doubt, those under which most of the sheet's own sums
 * are right; then those with most evidence. A right sum is a bonus that grows with its digits, a wrong one no penalty, so
 * that the reading by words is what remains where no sum helps.
 */
import { emptyHeads, keyOf, rolesOf, START, type State } from "./partial-reading";
import { A_TOTAL_OF_NOTHING, SumReader } from "./reader";
import type { Surroundings } from "./right-sums";
import type { Role, Weighed } from "./roles";
import type { SumFound } from "./sum-found";
import { near } from "./yen";

export interface Choice {
  readonly roles: readonly Role[];
  readonly sums: readonly SumFound[];
  /** Σ of the lines, yen. */
  readonly yen: number;
  readonly score: number;
  /** How far the chosen reading is ahead of the best one with another Σ of lines, and that Σ; null when none was tried. */
  readonly second: { readonly yen: number; readonly behind: number; readonly roles: readonly Role[] } | null;
  /** Rows whose reading was searched, and the steps that took: bounded (see `MOST_OPEN`, `BEAM`). */
  readonly open: number;
  readonly steps: number;
}

/** To here every combination is tried; beyond, the best `BEAM` partial readings are carried on. */
const EXACT = 12;
const BEAM = 80;
const MOST_OPEN = 200;
/** A role less likely than the best by more than this is not tried. */
export const WORTH_TRYING = 8;
/** Below this margin a row is in doubt. */
const IN_DOUBT = 4.6;
/** Rows behind a doubtful one that its reading can matter for. */
const REACH = 40;

/** @param rows in their order, each with a figure */
export function choose(rows: readonly Weighed[], around: Surroundings): Choice {
  return new Chooser(rows, around).choose();
}

class Chooser {
  private steps = 0;
  private readonly reader: SumReader;

  constructor(
    private readonly rows: readonly Weighed[],
    around: Surroundings,
  ) {
    this.reader = new SumReader(rows, around);
  }

  choose(): Choice {
    const { rows } = this;
    const byWords = rows.map((row) => row.best);
    const first = this.replay(byWords);
    const open = this.openRows(first.sums);
    const words: Choice = {
      roles: byWords,
      sums: first.sums,
      yen: first.state.all,
      score: first.state.score,
      second: null,
      open: open.size,
      steps: this.steps,
    };
    if (open.size === 0) return words;
    const beam = this.search(open);
    const [best] = beam;
    if (best === undefined) return words;
    let chosen = words;
    if (best.score > first.state.score + 1e-9) {
      const roles = rolesOf(best, rows.length);
      const { state, sums } = this.replay(roles);
      chosen = { ...words, roles, sums, yen: state.all, score: state.score };
    }
    const other = beam.find((state) => !near(state.all, chosen.yen));
    const second =
      other === undefined
        ? null
        : { yen: other.all, behind: chosen.score - other.score, roles: rolesOf(other, rows.length) };
    return { ...chosen, second, steps: this.steps };
  }

  /** Only the stretches between totals that are right are open again, and what follows a row in doubt. */
  private openRows(sums: readonly SumFound[]): Set<number> {
    const { rows } = this;
    const wrong = sums.filter(({ index, by }) => by === null && rows[index]?.yen !== 0).map(({ index }) => index);
    const right = sums
      .filter(({ index, by, of }) => by !== null && of >= 2 && rows[index]?.best === "total")
      .filter(({ by }) => by !== "parts of the lines")
      .map(({ index }) => index)
      .sort((a, b) => a - b);
    const open = new Set<number>();
    const add = (from: number, to: number): void => {
      for (let index = Math.max(0, from); index <= to && index < rows.length; index++)
        if ((rows[index] as Weighed).options.length > 1) open.add(index);
    };
    for (const index of wrong) {
      const before = right.findLast((at) => at < index) ?? -1;
      const whole = rows[index]?.best === "total" && before === index - 1;
      const end = rows[index]?.best === "head" ? (right.find((at) => at > index) ?? rows.length - 1) : index;
      add(whole ? 0 : before + 1, end);
    }
    rows.forEach((row, index) => {
      if (row.margin >= IN_DOUBT || row.best === "total") return;
      add(index, index);
      for (let at = index + 1; at < rows.length && at < index + REACH; at++) {
        add(at, at);
        if (rows[at]?.best === "total") break;
      }
    });
    if (open.size <= MOST_OPEN) return open;
    const closest = [...open].sort((a, b) => (rows[a] as Weighed).margin - (rows[b] as Weighed).margin || a - b);
    return new Set(closest.slice(0, MOST_OPEN));
  }

  private search(open: ReadonlySet<number>): State[] {
    const { rows } = this;
    const width = open.size <= EXACT ? Infinity : BEAM;
    let beam: State[] = [START];
    let idle = 0;
    for (const [index, row] of rows.entries()) {
      if (!open.has(index)) {
        // Far from any row in doubt only a few readings are carried on.
        if (++idle === 25 && beam.length > 6) beam = best(beam, 6);
        beam = beam.map((state) => this.step(state, index, row.best));
        continue;
      }
      idle = 0;
      const next = new Map<string, State>();
      for (const state of beam)
        for (const role of row.options) {
          const after = this.step(state, index, role);
          const key = keyOf(after);
          const known = next.get(key);
          if (known === undefined || after.score > known.score) next.set(key, after);
        }
      beam = [...next.values()];
      if (beam.length > width) beam = best(beam, width);
    }
    for (const state of beam) state.score += emptyHeads(state.heads) * A_TOTAL_OF_NOTHING;
    return best(beam, beam.length);
  }

  private replay(roles: readonly Role[]): { state: State; sums: SumFound[] } {
    const sums: SumFound[] = [];
    const state: State = { ...START };
    this.steps += roles.length;
    roles.forEach((role, index) => this.reader.advance(state, index, role, sums));
    for (let head = state.heads; head !== null; head = head.next) sums.push({ index: head.it.index, by: null, of: 0 });
    state.score += emptyHeads(state.heads) * A_TOTAL_OF_NOTHING;
    return { state, sums: lastOfEach(sums) };
  }

  private step(before: State, index: number, role: Role): State {
    const state = { ...before };
    this.steps++;
    this.reader.advance(state, index, role, null);
    return state;
  }
}

/** A total may be found right only by what follows it: the last word counts. */
function lastOfEach(sums: readonly SumFound[]): SumFound[] {
  return [...new Map(sums.map((sum) => [sum.index, sum])).values()].sort((a, b) => a.index - b.index);
}

const best = (beam: readonly State[], most: number): State[] =>
  [...beam].sort((a, b) => b.score - a.score).slice(0, most);
