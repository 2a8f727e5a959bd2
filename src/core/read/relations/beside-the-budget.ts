/**
 * Tables of money that a firm hands in beside its budget: what it owns, earns, owes and has in stock. Nobody can list all
 * their words, so the burden of proof is theirs: once one table is clearly the budget, another counts where it is as clear,
 * or where something says that it belongs to it. Where none is clear, only what hardly looks like one at all is set aside.
 */
import { evidenceFor, weightOf } from "../hypothesis";
import type { Page } from "../tables/part";
import { BONDS } from "./budget-bonds";
import { SIGNS } from "./budget-signs";
import { Surroundings } from "./surroundings";
import type { Money } from "./table-view";

/** What signs of a budget, and bonds to it, come to. */
const CLEAR = 5;
const LIKELY = 2.5;
/** Enough beside a budget that is only likely: its items and its amounts are headed as such. */
const POSSIBLE = 1;

/**
 * @param counted tables that count so far
 * @param labour Σ of the labour tables, yen: a whole may be told with it
 * @returns those that are none of the budget
 */
export function besideTheBudget(counted: readonly Money[], pages: readonly Page[], labour: number): Money[] {
  const tables = counted.filter(({ view }) => view.of > 0);
  if (tables.length < 2) return [];
  const around = new Surroundings(tables, pages, labour);
  const signs = new Map(tables.map((table) => [table, weightOf(evidenceFor({ ...table, around }, SIGNS))]));
  const signsOf = (table: Money): number => signs.get(table) ?? 0;
  const first = tables.reduce((best, table) => (signsOf(table) > signsOf(best) ? table : best));
  if (signsOf(first) < LIKELY) return [];
  const needed = signsOf(first) < CLEAR ? POSSIBLE : CLEAR;
  const budget = [first];
  const belongs = (table: Money): boolean =>
    table.view.hasChosenLine ||
    signsOf(table) >= needed ||
    signsOf(table) + weightOf(evidenceFor({ ...table, around, budget }, BONDS)) >= needed;
  let others = tables.filter((table) => table !== first);
  for (let found = [first]; found.length > 0;) {
    found = others.filter(belongs);
    budget.push(...found);
    others = others.filter((table) => !found.includes(table));
  }
  return others;
}
