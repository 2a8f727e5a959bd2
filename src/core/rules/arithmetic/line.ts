import { floor, isSameYen, multiply, subtract, ZERO, type Fraction } from "../../money/fraction";
import { isWithTax, withoutTax } from "../../judge/tax";
import { cellName } from "../../workbook/workbook";
import type { MonthState } from "../../judge/state";
import { placeOf } from "../place";
import { correcting } from "../correct";
import { defineLineRule } from "../rule";

/** Amount ≠ unit price × quantity; differences below 1 yen are rounding. */
export const lineArithmetic = defineLineRule({
  id: "arithmetic/line",
  severity: "error",
  check({ lines, labour, workbook }, report) {
    for (const line of lines) {
      const { amount, amountExact, unitPrice, quantity } = line.read;
      if (amount === null || amountExact === null || unitPrice === null || quantity === null) continue;
      const product = multiply(unitPrice, quantity);
      if (isSameYen(amountExact, product)) continue;
      // Taken off the row, or off each piece.
      const takenOff = line.read.takenOff ?? ZERO;
      const left = subtract(product, takenOff);
      if ([left, subtract(product, multiply(takenOff, quantity))].some((due) => isSameYen(amountExact, due))) continue;
      // A discount's price is written without its minus.
      if (line.read.discount && isSameYen(amountExact, subtract(ZERO, product))) continue;
      // Price and count give the whole cost, of which a part is claimed.
      if (line.read.fullCost !== null && isSameYen(line.read.fullCost, product)) continue;
      // A price and an amount that differ by their tax are what tax/inclusive speaks of.
      if (line.tax === "inclusive" && line.priceTax === "exclusive" && isWithTax(amount, product, line.taxPercent))
        continue;
      if (
        line.tax === "exclusive" &&
        line.priceTax === "inclusive" &&
        amount === withoutTax(floor(product), line.taxPercent)
      )
        continue;
      const expected = floor(left);
      const at = placeOf(line, "amount");
      report({
        at,
        data: {
          description: line.read.description,
          amount,
          unitPrice: floor(unitPrice),
          quantity: text(quantity),
          ...(takenOff.n === 0n ? {} : { takenOff: floor(takenOff) }),
          expected,
          difference: amount - expected,
        },
        ...(line.read.amountFormula === null && line.yenPerUnit === 1
          ? { fix: { kind: "review" as const, sheet: at.sheet, cell: cellName(at.row, at.column), value: expected } }
          : {}),
      });
    }
    for (const { read, months } of labour) {
      if (read.statedAmount === null || read.statedAmountExact === null) continue;
      if (read.statedRate === null || read.hours === null || read.at.amount === undefined) continue;
      const product = multiply(read.statedRate, read.hours);
      if (isSameYen(read.statedAmountExact, product) || isSumOfMonths(read.statedAmount, months)) continue;
      report({
        at: read.at.amount,
        data: {
          description: read.person,
          amount: read.statedAmount,
          unitPrice: floor(read.statedRate),
          quantity: text(read.hours),
          expected: floor(product),
          difference: read.statedAmount - floor(product),
        },
        ...correcting(workbook, read.at.amount, read.statedAmount, floor(product)),
      });
    }
    return "checked";
  },
});

const text = (value: Fraction): string => String(Number(value.n) / Number(value.d));

/** A person's amount may be stated month by month: each floored, or limited to the pay. */
const isSumOfMonths = (yen: number, months: readonly MonthState[]): boolean =>
  months.length > 0 &&
  (["computed", "allowed"] as const).some((key) => months.reduce((sum, month) => sum + (month[key] ?? 0), 0) === yen);
