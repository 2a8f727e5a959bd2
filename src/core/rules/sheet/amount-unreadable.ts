import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** An amount that no reading makes a number, an Excel error, or a negative one that is no discount: it counts 0. */
export const amountUnreadable = defineLineRule({
  id: "sheet/amount-unreadable",
  severity: "error",
  check({ lines }, report) {
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
    return "checked";
  },
});
