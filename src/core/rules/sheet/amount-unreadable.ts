import type { LineState } from "../../judge/state";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/**
 * An amount that no reading makes a number, an Excel error, or a negative one that is no discount: it counts 0. A
 * discount of more than everything claimed is told, too.
 */
export const amountUnreadable = defineLineRule({
  id: "sheet/amount-unreadable",
  severity: "error",
  answer: null,
  check({ lines, labour }, report) {
    for (const line of lines) {
      const { amount, amountText, amountFormula, discount } = line.read;
      const negative = amount !== null && amount < 0 && !discount;
      if (amount !== null && !negative) continue;
      if (amountText === null && amountFormula !== null) continue; // sheet/no-results
      report({
        at: placeOf(line, "amount"),
        data: {
          description: line.read.description,
          text: amountText ?? (amount === null ? "" : String(amount)),
          negative,
        },
        effects: [
          { on: line, verdict: "review" },
          { on: line, amount: 0 },
        ],
      });
    }
    const largest = lines.filter(({ read }) => read.discount).sort((a, b) => yenOf(a) - yenOf(b))[0];
    const total = sum(lines.filter(isCounted).map(yenOf)) + sum(labour.map(({ read }) => read.statedAmount ?? 0));
    if (largest !== undefined && total < 0)
      report({
        at: placeOf(largest, "amount"),
        data: { description: largest.read.description, amount: yenOf(largest), total },
      });
    return "checked";
  },
});

const yenOf = ({ read }: LineState): number => read.amount ?? 0;
const isCounted = (line: LineState): boolean => yenOf(line) >= 0 || line.read.discount;
const sum = (yen: readonly number[]): number => yen.reduce((total, one) => total + one, 0);
