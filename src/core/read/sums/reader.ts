/** Reads the rows of a table one by one, each as what it is taken for, and keeps account of their sums. */
import { emptyHeads, outermostFirst, type Head, type Linked, type State } from "./partial-reading";
import { RightSums, type Surroundings } from "./right-sums";
import type { Role, Weighed } from "./roles";
import { WEAK, type SumFound } from "./sum-found";
import { digitsOf, near } from "./yen";

export const A_TOTAL_OF_NOTHING = -5;

export class SumReader {
  private readonly rightSums: RightSums;

  constructor(
    private readonly rows: readonly Weighed[],
    around: Surroundings,
  ) {
    this.rightSums = new RightSums(rows, around);
  }

  /** Reads one more row; changes the state it is given. */
  advance(state: State, index: number, role: Role, log: SumFound[] | null): void {
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
        if (!head.isStated) state.score += this.proof(head.yen, head.of + 1, this.rows[head.index] as Weighed);
        log?.push({ index: head.index, by: "lines below", of: head.of + 1 });
      } else heads = { it: { ...head, sum, of: head.of + 1 }, next: heads };
    }
    state.heads = heads;
  }

  /**
   * Within an open heading with room for it stands a finer one; else the open one is over. A heading that says what the finer
   * ones say together is right, though one of them may be wrong about its lines.
   */
  private head(state: State, index: number, yen: number, log: SumFound[] | null): void {
    let heads: Linked<Head> | null = null;
    const open = outermostFirst(state.heads).filter((head) => {
      const holds = head.sum + yen <= head.yen + 1;
      if (!holds && head.of === 0) state.score += A_TOTAL_OF_NOTHING;
      if (!holds) log?.push(leftOpen(head));
      return holds;
    });
    for (const head of open) {
      const stated = head === open.at(-1) ? head.stated + yen : head.stated;
      const statedOf = head === open.at(-1) ? head.statedOf + 1 : head.statedOf;
      const isStated = statedOf > 1 && near(head.yen, stated);
      if (isStated && !head.isStated) state.score += this.proof(head.yen, statedOf, this.rows[head.index] as Weighed);
      heads = { it: { ...head, stated, statedOf, isStated }, next: heads };
    }
    state.heads = { it: { index, yen, sum: 0, of: 0, stated: 0, statedOf: 0, isStated: false }, next: heads };
    if (open.length > 0) return;
    state.headSum += yen;
    state.headOf++;
  }

  private total(state: State, index: number, partOf: number, log: SumFound[] | null): void {
    const row = this.rows[index] as Weighed;
    const { yen } = row;
    state.score += emptyHeads(state.heads) * A_TOTAL_OF_NOTHING;
    for (let head = state.heads; head !== null; head = head.next) log?.push(leftOpen(head.it));
    state.heads = null;
    const right = this.rightSums.of(state, row);
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

  /** What a right sum is worth. A total of one line proves little; one of nothing proves nothing. */
  private proof(yen: number, addends: number, row: Weighed): number {
    if (yen === 0) return 0;
    if (addends >= 2) return 3 + Math.min(5, digitsOf(yen));
    return row.scores.total > 0 ? 1.5 : row.onlyCategory ? 4.5 : 0.5;
  }
}

/** Lines below a heading came to something else. */
const leftOpen = ({ index, isStated, statedOf }: Head): SumFound =>
  isStated ? { index, by: "headings below", of: statedOf } : { index, by: null, of: 0 };
