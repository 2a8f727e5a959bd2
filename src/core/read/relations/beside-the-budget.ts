/**
 * Tables of money that a firm hands in beside its budget: what it owns, earns, owes and has in stock. Nobody can list all
 * their words, so the burden of proof is theirs: once one table is clearly the budget, another counts where it is as clear,
 * or where something says that it belongs to it. Where the clearest is only likely to be one, another has to be nearly as clear.
 */
import { evidenceFor, weightOf, type Evidence } from "../hypothesis";
import { BONDS } from "./budget-bonds";
import { SIGNS } from "./budget-signs";
import { Surroundings, type Known } from "./surroundings";
import type { Money } from "./table-view";

/** What signs of a budget, and bonds to it, come to. */
const CLEAR = 6;
const LIKELY = 2.5;
/**
 * How much less clear another table may be: beside a budget that is only likely, and than the clearest of those that are
 * asked together. How little it has to be in any case.
 */
const MARGIN = 1.5;
const POSSIBLE = 1;

/**
 * @param counted tables that count so far
 * @returns those that are none of the budget
 */
export function besideTheBudget(counted: readonly Money[], known: Known): Money[] {
  const tables = counted.filter(({ view }) => view.of > 0);
  if (tables.length < 2) return [];
  const around = new Surroundings(tables, known);
  const signs = new Map(tables.map((table) => [table, evidenceFor({ ...table, around }, SIGNS)]));
  const signsOf = (table: Money): number => weightOf(signs.get(table) ?? []);
  const first = tables.reduce((best, table) => (signsOf(table) > signsOf(best) ? table : best));
  if (signsOf(first) < LIKELY) return [];
  const needed = Math.max(POSSIBLE, Math.min(CLEAR, signsOf(first) - MARGIN));
  const budget = [first];
  const whole = wholeWith(first, bySigns(tables, signsOf), around);
  const clearness = (table: Money): number =>
    table.view.hasChosenLine
      ? Infinity
      : clearnessOf(
          [...(signs.get(table) ?? []), ...evidenceFor({ ...table, around, budget, whole }, BONDS)],
          budget.some((other) => signs.get(other)?.some(({ detector }) => detector === "total-agrees") === true),
        );
  let others = tables.filter((table) => table !== first);
  // The clearest first: what so belongs may speak for or against the rest.
  for (let found = [first]; found.length > 0;) {
    const clear = new Map(others.map((table) => [table, clearness(table)]));
    const least = Math.max(needed, Math.max(...clear.values()) - MARGIN);
    found = others.filter((table) => (clear.get(table) ?? 0) >= least);
    budget.push(...found);
    others = others.filter((table) => !found.includes(table));
  }
  return others;
}

/**
 * A right total proves that a table is read well, not that it tells of spending: beside a budget that has none it is worth
 * nothing where only the form of the table speaks for it.
 */
function clearnessOf(evidence: readonly Evidence[], isBudgetProven: boolean): number {
  const counts = isBudgetProven || evidence.some(({ detector, weight }) => weight > 0 && !OF_FORM.has(detector));
  return weightOf(evidence.filter(({ detector }) => counts || detector !== "total-agrees"));
}

/** 魚種 heads no items that are bought, 機材 does. */
const OF_FORM = new Set(["total-agrees", "products-agree", "amounts-headed", "same-columns"]);

const bySigns = (tables: readonly Money[], signsOf: (table: Money) => number): readonly Money[] =>
  tables
    .map((table, at) => ({ table, at }))
    .sort((a, b) => signsOf(b.table) - signsOf(a.table) || a.at - b.at)
    .map(({ table }) => table);

/**
 * Of tables none of which is the whole: those of the first one's sheet, or the likeliest, that come to a whole told elsewhere
 * (事業費 合計（1～4）). Not any of them: among many sums one would agree by chance.
 */
function wholeWith(first: Money, tables: readonly Money[], around: Surroundings): readonly Money[] {
  const others = tables.filter((table) => table !== first && table.view.sum > 0);
  const here = others.filter(({ part }) => part.table.grid === first.part.table.grid);
  const groups = [here, ...others.map((_, at) => others.slice(0, at + 1))];
  const isTold = (group: readonly Money[]): boolean => around.tells([first, ...group], first);
  // 下半期 計 is told as well, and 年間 is what both halves come to.
  return isTold([]) ? [] : (groups.findLast(isTold) ?? []);
}
