/**
 * Chooses what every row of a table is: of all roles of the rows in doubt, those under which most of the sheet's own sums
 * are right; then those with most evidence. A right sum is a bonus that grows with its digits, a wrong one no penalty, so
 * that the reading by words is what remains where no sum helps.
 */
import type { Role, RowRange, Weighed } from "./roles";

export interface Surroundings {
  /** Yen of the lines of the tables above, the nearest first: a total may include them. */
  readonly above: readonly number[];
  /** Yen that stand elsewhere and may belong to a grand total (the labour sheet). */
  readonly outside: readonly number[];
  /** Words a row's line may be summed by: categories, member, vendor, tax rate. Asked for only where a total names some. */
  readonly keysOf: (index: number) => readonly string[];
}

/** A sum that was looked at: `by` is how it is right, null when it is not. */
export interface SumFound {
  readonly index: number;
  readonly by: HowRight | null;
  /** How many figures it sums: one alone proves little. */
  readonly of: number;
}

type HowRight =
  | "lines since the last total"
  | "lines since the last right total"
  | "totals and lines"
  | "totals and lines, a total among them wrong"
  | "all lines"
  | "parts of the lines"
  | "total and tax"
  | "headings"
  | "same as a total"
  | "with tax"
  | "tables above too"
  | "the labour sheet too"
  | "its own formula"
  | "lines of one kind"
  | "lines below"
  | "parts of the line above";

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

export const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;

/** How improbable it is that a sum is right by chance: its digits without final zeros. */
export function digitsOf(yen: number): number {
  let rest = Math.round(Math.abs(yen));
  if (rest === 0 || !Number.isSafeInteger(rest)) return 0;
  while (rest % 10 === 0) rest /= 10;
  return String(rest).length;
}

interface Linked<T> {
  readonly it: T;
  readonly next: Linked<T> | null;
}

interface Head {
  readonly index: number;
  readonly yen: number;
  readonly sum: number;
  readonly of: number;
}

interface Trail {
  readonly index: number;
  readonly role: Role;
  readonly next: Trail | null;
}

/** A partial reading. `seg…`: lines since the last total; `open…`: since the last right one; `pending`: wrong totals. */
interface State {
  score: number;
  trail: Trail | null;
  seg: number;
  segOf: number;
  open: number;
  openOf: number;
  all: number;
  allOf: number;
  /** Totals that a total above them may still take up. */
  subtotals: Linked<{ readonly yen: number; readonly isRight: boolean }> | null;
  subtotalsOf: number;
  totals: Linked<number> | null;
  last: number;
  tax: number;
  pending: number;
  pendingOf: number;
  pendingRows: Linked<number> | null;
  heads: Linked<Head> | null;
  headSum: number;
  headOf: number;
  line: number;
  part: number;
  partOf: number;
}

const START: State = {
  score: 0,
  trail: null,
  seg: 0,
  segOf: 0,
  open: 0,
  openOf: 0,
  all: 0,
  allOf: 0,
  subtotals: null,
  subtotalsOf: 0,
  totals: null,
  last: 0,
  tax: 0,
  pending: 0,
  pendingOf: 0,
  pendingRows: null,
  heads: null,
  headSum: 0,
  headOf: 0,
  line: 0,
  part: 0,
  partOf: 0,
};

const A_TOTAL_OF_NOTHING = -5;

/** @param rows in their order, each with a figure */
export function choose(rows: readonly Weighed[], around: Surroundings): Choice {
  return new Chooser(rows, around).choose();
}

class Chooser {
  private steps = 0;

  constructor(
    private readonly rows: readonly Weighed[],
    private readonly around: Surroundings,
  ) {}

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
    roles.forEach((role, index) => this.advance(state, index, role, sums));
    for (let head = state.heads; head !== null; head = head.next) sums.push({ index: head.it.index, by: null, of: 0 });
    state.score += emptyHeads(state.heads) * A_TOTAL_OF_NOTHING;
    return { state, sums: lastOfEach(sums) };
  }

  private step(before: State, index: number, role: Role): State {
    const state = { ...before };
    this.advance(state, index, role, null);
    return state;
  }

  /** Reads one more row; changes the state it is given. */
  private advance(state: State, index: number, role: Role, log: SumFound[] | null): void {
    this.steps++;
    const row = this.rows[index] as Weighed;
    const { yen } = row;
    const { partOf } = state;
    state.score += row.scores[role];
    state.trail = { index, role, next: state.trail };
    if (role !== "part") state.part = state.partOf = 0;
    switch (role) {
      case "line":
        this.line(state, yen, log);
        break;
      case "head":
        this.head(state, index, yen, log);
        break;
      case "total":
        this.total(state, index, partOf, log);
        break;
      case "tax":
        state.tax += yen;
        break;
      case "part":
        state.part += yen;
        state.partOf++;
        if (near(state.part, state.line) && state.line !== 0) {
          state.score += 3;
          log?.push({ index, by: "parts of the line above", of: state.partOf });
        }
        break;
      default:
    }
  }

  private line(state: State, yen: number, log: SumFound[] | null): void {
    state.seg += yen;
    state.segOf++;
    state.open += yen;
    state.openOf++;
    state.all += yen;
    state.allOf++;
    state.line = yen;
    if (state.heads === null) return;
    let heads: Linked<Head> | null = null;
    for (const head of outermostFirst(state.heads)) {
      const sum = head.sum + yen;
      if (near(head.yen, sum) && head.yen !== 0) {
        state.score += this.proof(head.yen, head.of + 1, this.rows[head.index] as Weighed);
        log?.push({ index: head.index, by: "lines below", of: head.of + 1 });
      } else heads = { it: { ...head, sum, of: head.of + 1 }, next: heads };
    }
    state.heads = heads;
  }

  /** Within an open heading with room for it stands a finer one; else the open one is over. */
  private head(state: State, index: number, yen: number, log: SumFound[] | null): void {
    let heads: Linked<Head> | null = null;
    let depth = 0;
    for (const head of outermostFirst(state.heads)) {
      const holds = head.sum + yen <= head.yen + 1;
      if (holds) {
        heads = { it: head, next: heads };
        depth++;
      } else {
        if (head.of === 0) state.score += A_TOTAL_OF_NOTHING;
        log?.push({ index: head.index, by: null, of: 0 });
      }
    }
    state.heads = { it: { index, yen, sum: 0, of: 0 }, next: heads };
    if (depth > 0) return;
    state.headSum += yen;
    state.headOf++;
  }

  private total(state: State, index: number, partOf: number, log: SumFound[] | null): void {
    const row = this.rows[index] as Weighed;
    const { yen } = row;
    state.score += emptyHeads(state.heads) * A_TOTAL_OF_NOTHING;
    for (let head = state.heads; head !== null; head = head.next) log?.push({ index: head.it.index, by: null, of: 0 });
    state.heads = null;
    const right = this.rightSum(state, index);
    if (right === null) {
      log?.push({ index, by: null, of: 0 });
      if (state.allOf === 0 && partOf === 0 && yen !== 0) state.score += A_TOTAL_OF_NOTHING;
      state.pending += yen;
      state.pendingOf++;
      state.pendingRows = { it: index, next: state.pendingRows };
      state.subtotals = { it: { yen, isRight: false }, next: state.subtotals };
      state.subtotalsOf++;
    } else {
      const { by, of, takes } = right;
      log?.push({ index, by, of });
      const weak = WEAK.has(by);
      state.score += weak
        ? row.scores.total > 0
          ? 2
          : 0.5
        : this.proof(yen, of, row) * (by === "parts of the lines" ? 1.5 : 1);
      if (by === "lines since the last total") state.subtotals = { it: { yen, isRight: true }, next: state.subtotals };
      else if (
        by === "lines since the last right total" ||
        by === "all lines" ||
        by === "headings" ||
        by === "tables above too"
      )
        state.subtotals = { it: { yen, isRight: true }, next: null };
      else if (by === "totals and lines" || by === "totals and lines, a total among them wrong") {
        let rest = state.subtotals;
        for (let taken = 0; taken < takes && rest !== null; taken++) rest = rest.next;
        state.subtotals = { it: { yen, isRight: by === "totals and lines" }, next: rest };
      }
      if (by === "parts of the lines")
        for (let part = state.pendingRows; part !== null; part = part.next) log?.push({ index: part.it, by, of });
      if (by === "lines of one kind") {
        state.pending += yen;
        state.pendingOf++;
        state.pendingRows = { it: index, next: state.pendingRows };
      } else if (!weak) {
        state.open = state.openOf = state.pending = state.pendingOf = 0;
        state.pendingRows = null;
      }
    }
    state.seg = state.segOf = 0;
    state.last = yen;
    // 10%対象額 | 消費税 | 8%対象額 | 消費税: the tax of both belongs to the total below.
    if (right?.by !== "lines of one kind") state.tax = 0;
    state.totals = { it: yen, next: state.totals };
  }

  /** Which sum a total states; null when none that it could state. */
  private rightSum(state: State, index: number): { by: HowRight; of: number; takes: number } | null {
    const row = this.rows[index] as Weighed;
    const { yen } = row;
    if (yen === 0) return null;
    const is = (by: HowRight, of: number, takes = 0) => ({ by, of, takes });
    if (state.segOf > 0 && near(yen, state.seg)) return is("lines since the last total", state.segOf);
    if (state.openOf > state.segOf && near(yen, state.open))
      return is("lines since the last right total", state.openOf);
    let sum = state.seg;
    let taken = 0;
    let areRight = true;
    for (let total = state.subtotals; total !== null; total = total.next) {
      sum += total.it.yen;
      areRight &&= total.it.isRight;
      taken++;
      if (near(yen, sum) && (taken >= 2 || state.segOf > 0))
        return is(
          areRight ? "totals and lines" : "totals and lines, a total among them wrong",
          taken + state.segOf,
          taken,
        );
    }
    if (state.allOf > 0 && near(yen, state.all)) return is("all lines", state.allOf);
    if (
      state.pendingOf > 0 &&
      state.segOf + state.openOf > 0 &&
      (near(yen + state.pending, state.open) || near(yen + state.pending, state.all))
    )
      return is("parts of the lines", state.pendingOf + 1);
    if (state.tax !== 0 && (near(yen, state.last + state.tax) || near(yen, state.all + state.tax)))
      return is("total and tax", 2);
    if (state.headOf > 1 && state.allOf >= state.headOf && near(yen, state.headSum))
      return is("headings", state.headOf);
    for (let total = state.totals; total !== null; total = total.next)
      if (near(total.it, yen)) return is("same as a total", 1);
    if (row.saysInclusive && state.tax === 0 && [1.1, 1.08].some((rate) => near(yen, state.all * rate)))
      return is("with tax", 1);
    let more = state.all;
    for (const above of this.around.above) {
      more += above;
      if (above !== 0 && near(yen, more)) return is("tables above too", state.allOf + 1);
    }
    for (const outside of this.around.outside)
      if (outside !== 0 && state.allOf > 0 && (near(yen, state.all + outside) || near(yen, outside)))
        return is("the labour sheet too", state.allOf + 1);
    return this.byFormula(state, row) ?? this.byKey(state, row);
  }

  private byFormula(state: State, { sums, yen }: Weighed): { by: HowRight; of: number; takes: number } | null {
    if (sums === null) return null;
    const found: Record<"line" | "total" | "head", { sum: number; of: number }> = {
      line: { sum: 0, of: 0 },
      total: { sum: 0, of: 0 },
      head: { sum: 0, of: 0 },
    };
    const first = Math.min(...sums.map(({ from }) => from));
    for (let at = state.trail; at !== null; at = at.next) {
      const row = this.rows[at.index] as Weighed;
      if (row.row < first) break;
      const { role } = at;
      if ((role !== "line" && role !== "total" && role !== "head") || !covers(sums, row.row)) continue;
      found[role].sum += row.yen;
      found[role].of++;
    }
    for (const { sum, of } of Object.values(found))
      if (of > 0 && near(sum, yen)) return { by: "its own formula", of, takes: 0 };
    return null;
  }

  /** "8%対象計", "株式会社A 小計", "旅費計" over lines that are not together. */
  private byKey(state: State, { label, yen }: Weighed): { by: HowRight; of: number; takes: number } | null {
    if (label.length < 3) return null;
    const sums = new Map<string, number>();
    for (let at = state.trail; at !== null; at = at.next) {
      if (at.role !== "line") continue;
      const row = this.rows[at.index] as Weighed;
      for (const key of this.around.keysOf(at.index))
        if (key.length >= 2 && label.includes(key)) sums.set(key, (sums.get(key) ?? 0) + row.yen);
    }
    for (const sum of sums.values()) if (near(sum, yen)) return { by: "lines of one kind", of: 1, takes: 0 };
    return null;
  }

  /** What a right sum is worth. A total of one line proves little; one of nothing proves nothing. */
  private proof(yen: number, addends: number, row: Weighed): number {
    if (yen === 0) return 0;
    if (addends >= 2) return 3 + Math.min(5, digitsOf(yen));
    return row.scores.total > 0 ? 1.5 : row.onlyCategory ? 4.5 : 0.5;
  }
}

const WEAK: ReadonlySet<HowRight> = new Set<HowRight>([
  "same as a total",
  "with tax",
  "its own formula",
  "lines of one kind",
  "the labour sheet too",
]);

/** A formula shows what its row is; that it sums what it should is another matter. */
const FITS_WHAT_WAS_TYPED: ReadonlySet<HowRight> = new Set<HowRight>([
  "totals and lines, a total among them wrong",
  "same as a total",
  "its own formula",
]);

/** Whether the lines themselves show that the sum is right. */
export const isProof = ({ by }: SumFound): boolean => by !== null && !FITS_WHAT_WAS_TYPED.has(by);

const covers = (ranges: readonly RowRange[], row: number): boolean =>
  ranges.some(({ from, to }) => row >= from && row <= to);

/** A total may be found right only by what follows it: the last word counts. */
function lastOfEach(sums: readonly SumFound[]): SumFound[] {
  return [...new Map(sums.map((sum) => [sum.index, sum])).values()].sort((a, b) => a.index - b.index);
}

function outermostFirst(heads: Linked<Head> | null): Head[] {
  const list: Head[] = [];
  for (let head = heads; head !== null; head = head.next) list.push(head.it);
  return list.reverse();
}

function emptyHeads(heads: Linked<Head> | null): number {
  let empty = 0;
  for (let head = heads; head !== null; head = head.next) if (head.it.of === 0) empty++;
  return empty;
}

const best = (beam: readonly State[], most: number): State[] =>
  [...beam].sort((a, b) => b.score - a.score).slice(0, most);

/** Readings with the same sums ahead of them are one: only the better is carried on. */
function keyOf(state: State): string {
  const whole = Math.round;
  const head = state.heads?.it;
  return [
    whole(state.seg),
    whole(state.open),
    whole(state.all),
    state.subtotals === null ? "" : whole(state.subtotals.it.yen),
    state.subtotalsOf,
    head === undefined ? "" : `${String(head.index)},${String(whole(head.sum))}`,
    whole(state.pending),
    whole(state.part),
    whole(state.tax),
    whole(state.last),
  ].join("|");
}

function rolesOf(state: State, length: number): Role[] {
  const roles = new Array<Role>(length);
  for (let at = state.trail; at !== null; at = at.next) roles[at.index] = at.role;
  return roles;
}
