import { defineReadingRule } from "../rule";

/** A figure in the amounts of a counted table that is no line, total, tax, funding or breakdown: no yen goes in silence. */
export const moneyUnread = defineReadingRule({
  id: "sheet/money-unread",
  severity: "warning",
  answer: "row",
  check({ reading }, report) {
    const { unread } = reading.account;
    const sums = new Map<string, number>();
    for (const { cell, yen } of unread) sums.set(cell.sheet, (sums.get(cell.sheet) ?? 0) + yen);
    for (const { cell, yen, why } of unread) report({ at: cell, data: { yen, why, sum: sums.get(cell.sheet) ?? yen } });
    return "checked";
  },
});
