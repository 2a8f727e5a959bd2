import { compare, isSameYen, multiply, ONE, toNumber } from "../../money/fraction";
import type { Fix } from "../../judge/finding";
import type { Workbook } from "../../workbook/workbook";
import { withoutTax } from "../../judge/tax";
import { byNumber } from "../../judge/estimates/numbers";
import type { EstimateReading } from "../../read/reading";
import type { LineState } from "../../judge/state";
import { isWage } from "../category";
import { placeOf } from "../place";
import { correcting } from "../correct";
import { figure } from "../../text/figure";
import { defineLineRule } from "../rule";

/** "86,000円×2本", "3,200円/箱×5", "@500*3", "1,000+2,000", "110,000円/1.1" */
const CALCULATION = /\d[^×✕xX*÷+]{0,12}[×✕xX*÷+]\D{0,4}\d|@\d|\d円?\/[\d.]+/;
/** Days and item numbers hold strokes too. */
const NO_CALCULATION = /(?:20\d\d|[RH]\d{1,2})[/.-]\d{1,2}(?:[/.-]\d{1,2})?|(?:項番|No\.?)[\d/・、,~-]+/gi;
const TAKEN_OUT = /割り?戻/;

/** A quantity above 1, or tax taken out, and no calculation in the remarks. */
export const noFormula = defineLineRule({
  id: "evidence/no-formula",
  severity: "info",
  check({ lines, reading, workbook }, report) {
    const estimates = byNumber(reading.estimates);
    for (const line of lines) {
      if (isWage(line) || line.labourRows.length > 0 || line.read.discount || line.read.amount === null) continue;
      const several = line.read.quantity !== null && compare(line.read.quantity, ONE) > 0;
      const note = line.read.note ?? "";
      const mayBeTakenOut = note.includes("戻");
      const estimate = estimates.get(line.read.evidenceNo ?? "")?.[0];
      const isNet = isBackedOut(line, estimate);
      if (!several && !mayBeTakenOut && !isNet) continue;
      const remarks = remarksIn(note);
      const backedOut = isNet || (mayBeTakenOut && TAKEN_OUT.test(remarks));
      if ((!several && !backedOut) || CALCULATION.test(remarks)) continue;
      const told = isNet ? takenOut(line, estimate) : several ? calculationOf(line) : null;
      report({
        at: placeOf(line, "note", "evidenceNo"),
        data: { description: line.read.description, backedOut, calculation: told, amount: line.read.amount },
        ...(told !== null ? behindRemarks(line, told, workbook) : {}),
      });
    }
    return "checked";
  },
});

/** Folded, without days and item numbers. */
const remarksIn = (note: string): string => note.normalize("NFKC").replace(NO_CALCULATION, ";").replace(/\s+/g, "");

/** The estimate only shows a tax-inclusive figure, and the line is that figure without tax. */
function isBackedOut(line: LineState, estimate: EstimateReading | undefined): boolean {
  return (
    estimate !== undefined &&
    estimate.exclusive === null &&
    estimate.inclusive !== null &&
    line.read.amount === withoutTax(estimate.inclusive, line.taxPercent)
  );
}

/** 46,000円×2名: the line's own price and quantity, where they make its amount; else arithmetic/line speaks. */
function calculationOf({ read: { unitPrice, quantity, amountExact, unit }, yenPerUnit }: LineState): string | null {
  if (yenPerUnit !== 1 || unitPrice === null || quantity === null || amountExact === null) return null;
  if (!isSameYen(amountExact, multiply(unitPrice, quantity))) return null;
  return `${figure(toNumber(unitPrice), 3)}円×${toNumber(quantity)}${unit ?? ""}`;
}

/** 50,600円÷1.1: the estimate's amount without its tax. */
const takenOut = ({ taxPercent }: LineState, estimate: EstimateReading | undefined): string | null =>
  estimate?.inclusive == null ? null : `${figure(estimate.inclusive)}円÷${(100 + taxPercent) / 100}`;

/** Put behind the remarks that the line has. */
function behindRemarks({ read: { note, at } }: LineState, told: string, workbook: Workbook): { readonly fix?: Fix } {
  if (at.note === undefined) return {};
  return correcting(workbook, at.note, note, note === null || note === "" ? told : `${note} ${told}`);
}
