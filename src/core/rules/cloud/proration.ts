import { chargedMonths, usableMonths } from "../../judge/subscription";
import { fraction, floor, multiply } from "../../money/fraction";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** A cloud or usage fee charged for more months than fall between its start and the end of the period. */
export const cloudProration = defineLineRule({
  id: "cloud/proration",
  severity: "error",
  phase: "settled",
  check({ lines, scheme, conditions }, report) {
    if (scheme.period === null) return "not-applicable";
    const { period } = scheme;
    let found = false;
    for (const line of lines) {
      const charged = chargedMonths(line);
      if (charged === null || line.read.amount === null) continue;
      found = true;
      const usable = usableMonths(line, conditions.start, period);
      if (charged <= usable.months) continue;
      const yen = floor(multiply(fraction(line.counted), fraction(usable.months, charged)));
      report({
        at: placeOf(line, "amount"),
        data: {
          description: line.read.description,
          amount: line.read.amount,
          charged,
          usable: usable.months,
          start: usable.start,
          end: period.to,
          expected: yen,
        },
        effects: [{ on: line, amount: yen }],
      });
    }
    return found ? "checked" : "not-applicable";
  },
});
