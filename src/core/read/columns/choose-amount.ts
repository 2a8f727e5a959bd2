/** Settles which column of a table holds the amounts. */
import type { BudgetContext } from "../rows/read";
import { RowSorter } from "../rows/sort";
import { isProof } from "../sums/sum-found";
import type { Part } from "../tables/part";
import type { Tax } from "../words/headers";
import { amountCandidates, inQuestion, isAmount, weighed, withAmounts } from "./amount";
import { Fields } from "./fields";

/** A person chose the column of the amounts. */
export const isSettled = ({ columns }: Part): boolean => columns.some(({ isChosen }) => isChosen === true);

/** Settles which column holds the amounts; where words and values leave it open, the rows are read for their sums. */
export function chooseAmount(part: Part, context: BudgetContext, wanted: Tax): void {
  const { table } = part;
  const candidates = amountCandidates(
    table,
    part.columns,
    wanted,
    context.categories,
    context.byMember,
    context.period,
  );
  const close = inQuestion(candidates);
  const read =
    close.length < 2
      ? close
      : close
          .map(({ candidate }) => {
            const fields = new Fields(table, withAmounts(part.columns, candidate, candidates), wanted);
            const { choice } = new RowSorter(fields, context).sort();
            const proven = choice.sums.filter((sum) => isProof(sum) && sum.of >= 2).length;
            return weighed({ ...candidate, proven });
          })
          .sort((a, b) => b.score - a.score);
  const [best] = read;
  part.columns =
    best !== undefined && isAmount(best)
      ? withAmounts(part.columns, best.candidate, candidates)
      : part.columns.filter(({ field }) => !field.startsWith("amount"));
}
