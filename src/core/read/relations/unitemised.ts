/**
 * Tables of money that a firm hands in beside its budget: 棚卸, 標準原価, リース契約, 借入予定, 取引先. Where the budget says of its lines
 * what items of the grant they are, and its total is right, nobody says of what item these would be.
 */
import { near } from "../sums/yen";
import { isDocument, isNamedBudget } from "./table-detectors";
import type { TableView } from "./table-view";

/**
 * @param counted the tables that count so far
 * @param all those that do not, too: a sum of one may be a line there
 * @returns those of the counted that are none of the budget
 */
export function withoutItems(counted: readonly TableView[], all: readonly TableView[]): TableView[] {
  const budgets = counted.filter((table) => isItemised(table) && !isDocument(table));
  return counted.filter(
    (table) =>
      table.of > 0 &&
      table.items.length === 0 &&
      !table.hasChosenLine &&
      !isNamedBudget(table) &&
      budgets.some(
        (budget) =>
          budget !== table &&
          !areDrawnAlike(table, budget) &&
          // The funding comes to the same as the whole, which is told in many places.
          (near(budget.sum, table.sum) || !all.some((other) => other !== table && isLineOf(other, table.sum))),
      ),
  );
}

const isLineOf = ({ lines }: TableView, sum: number): boolean => lines.some(({ yen }) => near(yen, sum));

/** Nearly every line states its item, of two and more, and the total is right: a budget as the office asks for it. */
const isItemised = ({ isProven, items, of }: TableView): boolean =>
  isProven && items.length >= FEWEST_LINES && items.length * 5 >= of * 4 && new Set(items).size > 1;
const FEWEST_LINES = 3;

/** A sheet an account, a table a member: parts of one budget. */
const areDrawnAlike = (table: TableView, budget: TableView): boolean =>
  table.saysBesides.join("|") === budget.saysBesides.join("|");
