/** Whether an amount carries consumption tax, and the amount without it (§5(1)②; domain 1.2 `tax/inclusive`). */
import { compare, floor, fraction, multiply, type Fraction } from "./money/fraction";
import type { BudgetLine, BudgetReading, EstimateReading } from "./sheet/reading";
import { plain } from "./text/plain";

export interface TaxOfLine {
  readonly tax: "exclusive" | "inclusive";
  /** What said so: the line's own words, its column header, its figures, the sheet's notes, or nothing. */
  readonly by: "words" | "header" | "figures" | "sheet" | "silent";
  readonly percent: 10 | 8;
}

const REDUCED = /軽減税率|軽減|\(8%\)|8%対象|税率8%/;
const NOT_INCLUSIVE = /税込み?(では|じゃ|で)(あり|な)/;

/** Yen without tax: floor(amount × 100 ÷ (100 + percent)). [reading: floor] */
export const withoutTax = (yen: number, percent: 10 | 8): number =>
  percent === 10 ? floor(fraction(BigInt(yen) * 10n, 11n)) : floor(fraction(BigInt(yen) * 100n, 108n));

/** The line's own words win over its column's header, that over its figures, those over what the sheet says at large. */
export function taxOfLine(line: BudgetLine, reading: BudgetReading): TaxOfLine {
  const words = plain([line.description, line.specification ?? "", line.note ?? ""].join(" "));
  const percent = REDUCED.test(words) ? 8 : 10;
  const said = taxInWords(words);
  if (said !== null) return { tax: said, by: "words", percent };
  if (line.amountTax !== null) return { tax: line.amountTax, by: "header", percent };
  const estimates = reading.estimates.filter((estimate) => estimate.no === line.evidenceNo);
  if (figuresSayInclusive(line, estimates, percent)) return { tax: "inclusive", by: "figures", percent };
  const notes = reading.taxNotes.filter((note) => note.cell.sheet === line.sheet);
  const first = notes[0];
  if (first !== undefined && notes.every((note) => note.tax === first.tax))
    return { tax: first.tax, by: "sheet", percent };
  return { tax: "exclusive", by: "silent", percent };
}

/** "税込", unless the remark shows how the tax was taken out ("税込110,000円÷1.1"). */
function taxInWords(words: string): "exclusive" | "inclusive" | null {
  const takenOut = /税抜|税別|外税|本体価格|÷1\.1|\/1\.1|÷1\.08|\/1\.08/.test(words);
  if (takenOut) return "exclusive";
  return /税込|内税|消費税込/.test(words) && !NOT_INCLUSIVE.test(words) ? "inclusive" : null;
}

function figuresSayInclusive(line: BudgetLine, estimates: readonly EstimateReading[], percent: 10 | 8): boolean {
  if (line.amount === null || line.amount <= 0) return false;
  const yen = line.amount;
  if (estimates.some((it) => it.exclusive !== null && it.exclusive !== yen && it.inclusive === yen)) return true;
  if (line.unitPrice === null || line.quantity === null) return false;
  return isWithTax(yen, multiply(line.unitPrice, line.quantity), percent);
}

/** Whether `yen` is `net` with tax added, whichever way the tax was rounded. */
export function isWithTax(yen: number, net: Fraction, percent: 10 | 8): boolean {
  const gross = multiply(net, fraction(100 + percent, 100));
  const whole = floor(gross);
  return whole > floor(net) && (yen === whole || (compare(gross, fraction(whole)) > 0 && yen === whole + 1));
}
