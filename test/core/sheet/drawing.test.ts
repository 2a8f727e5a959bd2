import * as fc from "fast-check";
import { readBudget } from "../../../src/core/sheet/read";
import type { BudgetReading } from "../../../src/core/sheet/reading";
import { draw, items, styles, type Item } from "./drawing";
import { HINTS } from "./hints";

const expected = (budget: readonly Item[]): string[] =>
  budget.map(({ major, middle, item, price, count }) => [major, middle, item, price * count].join("|"));
const brief = (reading: BudgetReading): string[] =>
  reading.lines.map((line) => [line.statedMajor, line.statedMiddle, line.description, line.amount].join("|"));
const wrong = (reading: BudgetReading): string[] =>
  reading.totals
    .filter((total) => !total.candidates.some(({ yen }) => yen === total.amount))
    .map((total) => `${total.sheet}!${String(total.row)} ${total.label} ${String(total.amount)}`);

const runs = Number(process.env.DRAWINGS ?? 400);

test("however a budget is drawn, the same lines are read and its totals are right", () => {
  fc.assert(
    fc.property(items, styles, (budget, style) => {
      const { book, totals } = draw(budget, style);
      const reading = readBudget(book, [], HINTS);
      expect(brief(reading)).toEqual(expected(budget));
      expect(wrong(reading)).toEqual([]);
      expect(reading.totals).toHaveLength(totals);
    }),
    { numRuns: runs },
  );
});
