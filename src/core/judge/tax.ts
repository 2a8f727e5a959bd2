/** Whether an amount carries consumption tax, and the amount without it (§5(1)②; domain 1.2 `tax/inclusive`). */
import { byNumber } from "./estimates/numbers";
import { compare, floor, fraction, multiply, toNumber, type Fraction } from "../money/fraction";
import type { BudgetLine, BudgetReading, EstimateReading } from "../read/reading";
import { taxOf } from "../read/words/headers";
import type { Field } from "../read/field";
import { compact, oneLine } from "../text/fold";
import { plain } from "../text/plain";
import type { Tax, TaxSaid } from "./settings";

export interface TaxOfLine {
  readonly tax: "exclusive" | "inclusive";
  /** Of the unit price, which may differ from the amount's. */
  readonly priceTax: "exclusive" | "inclusive";
  /** What said so: the line's own words, its column header, its figures, the sheet's notes, or nothing. */
  readonly by: "words" | "header" | "figures" | "sheet" | "silent";
  readonly percent: 10 | 8;
}

type Claim = Pick<TaxOfLine, "tax" | "by">;

/** A letter of every word below, in whatever width it was typed. */
const MAY_SPEAK_OF_TAX = /[税軽体%％÷/／]/;
const REDUCED = /軽減税率|軽減|\(8%\)|8%対象|税率8%/;
const EXCLUSIVE = /税抜|税別|外税|本体価格|÷1\.1|\/1\.1|÷1\.08|\/1\.08/;
const INCLUSIVE = /税込|内税/;
const NOT_INCLUSIVE = /税込み?(では|じゃ|で)(あり|な)/;

/**
 * What titles, notes and headers of amounts say of tax: without and with it, each where it is said first. Of columns with and
 * without tax beside each other those that count speak.
 * @param counts how amounts count
 */
export function taxSaid({ taxNotes, sheets }: Pick<BudgetReading, "taxNotes" | "sheets">, counts: Tax): TaxSaid[] {
  const headers = sheets.flatMap(({ sheet, tables }) =>
    tables
      .filter(({ kind }) => kind === "budget")
      .flatMap(({ columns, headerBottom: row }) => {
        const said = columns.flatMap(({ field, header: text, column }) => {
          const tax = AMOUNTS.has(field) ? taxOf(compact(text)) : null;
          return tax === null ? [] : [{ tax, text: oneLine(text), cell: { sheet, row, column } }];
        });
        const counted = said.filter(({ tax }) => tax === counts);
        return counted.length > 0 ? counted : said;
      }),
  );
  const said = [...taxNotes, ...headers];
  return (["exclusive", "inclusive"] as const).flatMap((tax) => said.find((one) => one.tax === tax) ?? []);
}
const AMOUNTS: ReadonlySet<Field> = new Set(["amount", "amountExclusive", "amountInclusive"]);

/** Yen without tax: floor(amount × 100 ÷ (100 + percent)). [reading: floor] */
export const withoutTax = (yen: number, percent: 10 | 8): number =>
  percent === 10 ? floor(fraction(BigInt(yen) * 10n, 11n)) : floor(fraction(BigInt(yen) * 100n, 108n));

/**
 * The line's own words win over its figures, those over its column's header, that over what the sheet says at large.
 * Where they say "with tax" but the figures show that it was taken out already, it was.
 */
export function tellTax(reading: BudgetReading): (line: BudgetLine) => TaxOfLine {
  const estimates = byNumber(reading.estimates);
  return (line) => {
    const words = maySpeakOfTax(line) ? wordsOf(line) : "";
    const own = line.evidenceNo === null ? NONE : (estimates.get(line.evidenceNo) ?? NONE);
    const product = productOf(line);
    if (line.taxRate === 0) return UNTAXED;
    const percent = line.taxRate ?? percentOf(line, words, product);
    const claim =
      claimedInWords(words) ??
      claimedByFigures(line, own, product, percent) ??
      claimedByHeader(line, product) ??
      claimedBySheet(line, reading);
    const takenOut = claim.tax === "inclusive" && isTakenOut(line, claim.by, own, product, percent);
    const tax = takenOut ? "exclusive" : claim.tax;
    return { tax, by: claim.by, priceTax: taxOfPrice(line, tax, takenOut, product, percent), percent };
  };
}

/** 非課税, 不課税: nothing to take out. */
const UNTAXED: TaxOfLine = { tax: "exclusive", priceTax: "exclusive", by: "words", percent: 10 };

const NONE: readonly EstimateReading[] = [];

const wordsOf = ({ description, specification, note }: BudgetLine): string =>
  plain(`${description} ${specification ?? ""} ${note ?? ""}`);

const maySpeakOfTax = ({ description, specification, note }: BudgetLine): boolean =>
  MAY_SPEAK_OF_TAX.test(description) ||
  (specification !== null && MAY_SPEAK_OF_TAX.test(specification)) ||
  (note !== null && MAY_SPEAK_OF_TAX.test(note));

const productOf = ({ unitPrice, quantity }: BudgetLine): Fraction | null =>
  unitPrice === null || quantity === null ? null : multiply(unitPrice, quantity);

/** 8 where the line says so, or where only 8% on price × quantity gives the amount. */
function percentOf({ amount }: BudgetLine, words: string, product: Fraction | null): 10 | 8 {
  if (words !== "" && REDUCED.test(words)) return 8;
  return amount !== null && product !== null && isWithTax(amount, product, 8) && !isWithTax(amount, product, 10)
    ? 8
    : 10;
}

/** "税込", unless the remark shows how the tax was taken out ("税込110,000円÷1.1"). */
function claimedInWords(words: string): Claim | null {
  if (words === "") return null;
  if (EXCLUSIVE.test(words)) return { tax: "exclusive", by: "words" };
  return INCLUSIVE.test(words) && !NOT_INCLUSIVE.test(words) ? { tax: "inclusive", by: "words" } : null;
}

/** The amount's header; where only the unit price's speaks, an amount that is price × quantity is of its kind. */
function claimedByHeader(line: BudgetLine, product: Fraction | null): Claim | null {
  if (line.amountTax !== null) return { tax: line.amountTax, by: "header" };
  const isProduct = line.amount !== null && product !== null && line.amount === floor(product);
  if (line.at.unitPriceInclusive !== undefined && isProduct) return { tax: "inclusive", by: "header" };
  return null;
}

function claimedByFigures(
  { amount }: BudgetLine,
  estimates: readonly EstimateReading[],
  product: Fraction | null,
  percent: 10 | 8,
): Claim | null {
  if (amount === null || amount <= 0) return null;
  const asGross =
    estimates.length > 0 &&
    estimates.some((it) => it.exclusive !== null && it.exclusive !== amount && it.inclusive === amount);
  return asGross || (product !== null && isWithTax(amount, product, percent))
    ? { tax: "inclusive", by: "figures" }
    : null;
}

const SILENT: Claim = { tax: "exclusive", by: "silent" };

function claimedBySheet(line: BudgetLine, reading: BudgetReading): Claim {
  if (reading.taxNotes.length === 0) return SILENT;
  const notes = reading.taxNotes.filter((note) => note.cell.sheet === line.sheet);
  const [first] = notes;
  return first !== undefined && notes.every((note) => note.tax === first.tax)
    ? { tax: first.tax, by: "sheet" }
    : SILENT;
}

/** The amount's formula, the estimate, price × quantity or a figure of the remarks show that the tax is out already. */
function isTakenOut(
  line: BudgetLine,
  by: Claim["by"],
  estimates: readonly EstimateReading[],
  product: Fraction | null,
  percent: 10 | 8,
): boolean {
  const { amount, amountFormula } = line;
  if (amount === null || amount <= 0) return false;
  if (amountFormula !== null && /\/\(?1\.(1|08)(?!\d)|\*10\/11|\*100\/108/.test(amountFormula)) return true;
  if (estimates.some((it) => it.exclusive === amount && it.inclusive !== amount)) return true;
  const isNetOf = (gross: number) => gross > amount && withoutTax(gross, percent) === amount;
  if (product !== null) {
    const yen = floor(product);
    // A price column headed 税抜 outweighs the amount's header, not the line's own words.
    const isNetPrice = line.at.unitPriceExclusive !== undefined && by !== "words";
    if (isNetPrice ? by === "header" && yen === amount : isNetOf(yen)) return true;
  }
  return (wordsOf(line).match(/\d[\d,]*/g) ?? []).some((figure) => {
    const yen = Number(figure.replaceAll(",", ""));
    return Number.isSafeInteger(yen) && isNetOf(yen);
  });
}

function taxOfPrice(
  line: BudgetLine,
  tax: TaxOfLine["tax"],
  takenOut: boolean,
  product: Fraction | null,
  percent: 10 | 8,
): TaxOfLine["tax"] {
  if (line.amount !== null && product !== null && line.amount === floor(product)) return tax;
  if (line.at.unitPriceExclusive !== undefined) return "exclusive";
  if (line.at.unitPriceInclusive !== undefined) return "inclusive";
  if (line.amount === null || product === null) return tax;
  if (takenOut && line.amount === withoutTax(floor(product), percent)) return "inclusive";
  return tax === "inclusive" && isWithTax(line.amount, product, percent) ? "exclusive" : tax;
}

/** Whether `yen` is `net` with tax added, whichever way the tax was rounded. */
export function isWithTax(yen: number, net: Fraction, percent: 10 | 8): boolean {
  // Nearly every line is far from it, and plain numbers tell that soonest.
  if (Math.abs((toNumber(net) * (100 + percent)) / 100 - yen) > 2 + Math.abs(yen) * 1e-9) return false;
  const gross = multiply(net, fraction(100 + percent, 100));
  const whole = floor(gross);
  return whole > floor(net) && (yen === whole || (compare(gross, fraction(whole)) > 0 && yen === whole + 1));
}
