/** The rows from the top to some row of a table, each taken for something, and the sums that are open there. */
import type { Role } from "./roles";

export interface Linked<T> {
  readonly it: T;
  readonly next: Linked<T> | null;
}

export interface Head {
  readonly index: number;
  readonly yen: number;
  readonly sum: number;
  readonly of: number;
  /** Finer headings right within it: what they state together, and how many. */
  readonly stated: number;
  readonly statedOf: number;
  /** They state what it states itself. */
  readonly isStated: boolean;
}

interface Trail {
  readonly index: number;
  readonly role: Role;
  readonly next: Trail | null;
}

/** A partial reading. `seg…`: lines since the last total; `open…`: since the last right one; `pending`: wrong totals. */
export interface State {
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

export const START: State = {
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

export function outermostFirst(heads: Linked<Head> | null): Head[] {
  const list: Head[] = [];
  for (let head = heads; head !== null; head = head.next) list.push(head.it);
  return list.reverse();
}

export function emptyHeads(heads: Linked<Head> | null): number {
  let empty = 0;
  for (let head = heads; head !== null; head = head.next) if (head.it.of === 0) empty++;
  return empty;
}

/** Readings with the same sums ahead of them are one: only the better is carried on. */
export function keyOf(state: State): string {
  const whole = Math.round;
  const head = state.heads?.it;
  return [
    whole(state.seg),
    whole(state.open),
    whole(state.all),
    state.subtotals === null ? "" : whole(state.subtotals.it.yen),
    state.subtotalsOf,
    head === undefined ? "" : `${String(head.index)},${String(whole(head.sum))}`,
    state.heads?.next?.it.statedOf ?? "",
    whole(state.pending),
    whole(state.part),
    whole(state.tax),
    whole(state.last),
  ].join("|");
}

export function rolesOf(state: State, length: number): Role[] {
  const roles = new Array<Role>(length);
  for (let at = state.trail; at !== null; at = at.next) roles[at.index] = at.role;
  return roles;
}
