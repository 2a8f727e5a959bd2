/** What is asked together, under one number. */
import { linesFor, sum } from "../heights";
import { figureIn, rightIn, type Asked } from "./asked";
import { POINTS_WIDTH } from "./columns";
import { isList } from "./lists";
import { shapeOf } from "./slots";

/** Findings under one number. */
interface Group {
  readonly group: readonly Asked[];
  /** What else is asked of the same rows, should they be kept. */
  readonly moot: readonly Asked[];
}

/**
 * In the order of the budget. What is asked in the same words of several rows, or in words of which only the name and the
 * figures differ, is asked once; so is what is wrong with one cell, or row, in two ways that come to the same figure.
 */
export function groupsOf(asked: readonly Asked[]): Group[] {
  const ifKept = onlyIfKept(asked);
  const firm = asked.filter((finding) => ![...ifKept.values()].some((moot) => moot.includes(finding)));
  const pairs = pairsOf(firm);
  const groups = new Map<string, Asked[]>();
  for (const finding of firm) {
    if (pairs.some((pair) => pair.includes(finding))) continue;
    const key = [finding.rule, finding.clause, shapeOf(finding.todo), finding.why, finding.since].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const grouped = [...groups.values()].flatMap((group) => (isList(group) ? [group] : byTodo(group))).flatMap(portions);
  return [...pairs, ...grouped]
    .sort((a, b) => asked.indexOf(a[0] as Asked) - asked.indexOf(b[0] as Asked))
    .map((group) => ({ group, moot: group.flatMap((finding) => ifKept.get(finding) ?? []) }));
}

/** Rules that ask for a row to be left out. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "eligibility/excluded-item",
  "eligibility/patent-office-fee",
  "eligibility/executive-pay",
]);

/** By the request to leave a row out, what else is asked of that row: it is settled with the row. */
function onlyIfKept(asked: readonly Asked[]): ReadonlyMap<Asked, readonly Asked[]> {
  const out = asked.filter(({ rule, row }) => LEFT_OUT.has(rule) && row !== null);
  const moot = new Map<Asked, Asked[]>();
  for (const finding of asked) {
    const first = out.find(({ sheet, row }) => sheet === finding.sheet && row === finding.row);
    if (first !== undefined && !LEFT_OUT.has(finding.rule)) moot.set(first, [...(moot.get(first) ?? []), finding]);
  }
  return moot;
}

function byTodo(group: readonly Asked[]): Asked[][] {
  const groups = new Map<string, Asked[]>();
  for (const finding of group) groups.set(finding.todo, [...(groups.get(finding.todo) ?? []), finding]);
  return [...groups.values()];
}

/** Of one cell, or of cells of one row, two findings that come to the same figure. */
function pairsOf(asked: readonly Asked[]): [Asked, Asked][] {
  const used = new Set<Asked>();
  return asked.flatMap((one, at): [Asked, Asked][] => {
    const right = rightIn(one.todo);
    const other = asked
      .slice(at + 1)
      .find(
        ({ sheet, cell, row, rule, todo }) =>
          sheet === one.sheet &&
          (cell === one.cell || (row === one.row && figureIn(todo) === figureIn(one.todo))) &&
          rule !== one.rule &&
          rightIn(todo) === right,
      );
    if (other === undefined || right === null || one.cell === null || used.has(one) || used.has(other)) return [];
    used.add(one).add(other);
    return [[one, other]];
  });
}

/** Lines of points in one row of the sheet: more would not be seen, as no row is higher than 409 points. */
const MOST_LINES = 20;

function portions(group: readonly Asked[]): Asked[][] {
  const lines = group.map(({ what }) => linesFor(what, POINTS_WIDTH));
  const each = sum(lines) / Math.ceil(sum(lines) / MOST_LINES);
  const all: Asked[][] = [];
  let before = 0;
  for (const [at, finding] of group.entries()) {
    const portion = Math.floor(before / each);
    (all[portion] ??= []).push(finding);
    before += lines[at] as number;
  }
  return all.filter((portion) => portion.length > 0);
}
