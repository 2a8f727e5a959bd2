/** The value of one cell in the meaning of its column: money, quantity, day, text. */
import { CIRCLED, circledNumber } from "../../text/circled";
import { fraction, fromNumber, multiply, type Fraction } from "../../money/fraction";
import { compact, fold, oneLine, saysNothing } from "../../text/fold";
import { isDateFormat, readDay, serialDay } from "../../text/date";
import { readAmount, readThousands } from "../../text/amount";
import { isFigure, isWithinReach, readQuantity } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import { taxOf, type Tax } from "../words/headers";
import type { DateReading, TextReading } from "../reading";
import { isCellError, type Cell, type CellRef } from "../../workbook/workbook";

export interface Money {
  /** Yen; null when the cell holds something that is no number. */
  readonly yen: Fraction | null;
  /** What it holds instead. */
  readonly text: string | null;
  /** What the cell itself says of tax. */
  readonly tax: Tax | null;
}

/** How a number format shows a figure: thousands by trailing commas, a unit and tax as text (#,##0"千円（税込）"). */
interface Shown {
  readonly commas: number;
  readonly scale: number | null;
  readonly tax: Tax | null;
}

const formats = new Map<string, Shown>();
function formatOf(format: string): Shown {
  const remembered = formats.get(format);
  if (remembered !== undefined) return remembered;
  const first = format.split(";")[0] as string;
  const literal =
    [...first.matchAll(/"([^"]*)"/g)].map((match) => match[1] as string).join("") + first.replace(/"[^"]*"/g, "");
  const bare = first.replace(/"[^"]*"|\\.|_./g, " ").trimEnd();
  const commas = /[0#?](,+)(?:\.[0#]*)?(?=[^,0#?]|$)/.exec(bare)?.[1]?.length ?? 0;
  const scale = literal.includes("百万円")
    ? 1_000_000
    : literal.includes("千円")
      ? 1_000
      : literal.includes("万円")
        ? 10_000
        : literal.includes("円")
          ? 1
          : null;
  const found = { commas, scale, tax: taxOf(compact(literal)) };
  if (formats.size < 1_000) formats.set(format, found);
  return found;
}

/** Yen of a numeric cell whose column counts in `scale` yen. */
function yenOf(value: number, format: string | null, scale: number): Fraction {
  const exact = fromNumber(value);
  if (format === null || (scale === 1 && !format.includes("円")))
    return scale === 1 ? exact : multiply(exact, fraction(scale));
  const shown = formatOf(format);
  // #,##0, shows thousands of a figure that is stored in yen.
  if (shown.commas > 0) return exact;
  const unit = shown.scale ?? scale;
  return unit === 1 ? exact : multiply(exact, fraction(unit));
}

/** null for a blank cell; "―" is nothing, too, and read as no amount. */
export function moneyOf(cell: Cell | undefined, scale: number): Money | null {
  const value = cell?.value ?? null;
  if (cell === undefined || value === null) return null;
  if (typeof value === "number") {
    // A formula may well come out at −0; as a value it is nothing anybody can type.
    const isMeant = isFigure(value) || (cell.formula !== null && value === 0);
    const yen = isMeant ? yenOf(value, cell.format, scale) : null;
    return yen !== null && isWithinReach(yen)
      ? { yen, text: null, tax: cell.format?.includes("税") === true ? formatOf(cell.format).tax : null }
      : { yen: null, text: digitsOf(value), tax: null };
  }
  if (typeof value === "string") {
    if (saysNothing(value)) return null;
    const read = readAmount(value) ?? readThousands(value);
    if (read === null) return { yen: null, text: oneLine(value), tax: null };
    return withinReach(
      read.yen || scale === 1 ? read.value : multiply(read.value, fraction(scale)),
      oneLine(value),
      read.tax,
    );
  }
  return { yen: null, text: isCellError(value) ? value.error : String(value), tax: null };
}

const withinReach = (yen: Fraction, text: string, tax: Tax | null): Money =>
  isWithinReach(yen) ? { yen, text: null, tax } : { yen: null, text, tax };

const digitsOf = (value: number): string => (Object.is(value, -0) ? "−0" : String(value));

/** A count or hours; null when blank or no number. */
export function quantityOf(cell: Cell | undefined): { readonly value: Fraction; readonly unit: string | null } | null {
  const value = cell?.value;
  if (typeof value === "number") return isFigure(value) ? { value: fromNumber(value), unit: null } : null;
  if (typeof value !== "string") return null;
  const read = readQuantity(value);
  return read === null ? null : { value: read.value, unit: read.unit };
}

/** A plain figure below it is no day of a budget: 6 under 月 is a month. */
const FIRST_SERIAL = 20_000;

/** null for blanks and "―"; a text that is no day has `day` null. */
export function dateOf(cell: Cell | undefined, at: CellRef, date1904: boolean): DateReading | null {
  const value = cell?.value ?? null;
  if (value === null) return null;
  if (typeof value === "number") {
    const isSerial = value >= FIRST_SERIAL || isDateFormat(cell?.format ?? null);
    const day = value >= 19_000_101 ? readDay(String(value)) : isSerial ? serialDay(value, date1904) : null;
    return { day, text: day ?? String(value), cell: at };
  }
  if (typeof value !== "string") return { day: null, text: isCellError(value) ? value.error : String(value), cell: at };
  return saysNothing(value) ? null : { day: readDay(value), text: oneLine(value), cell: at };
}

export function textReading(cell: Cell | undefined, at: CellRef): TextReading | null {
  const text = shownText(cell);
  return text === null ? null : { text, cell: at };
}

/** Text on one line; null for blanks and "―". Numbers as their digits. */
export function shownText(cell: Cell | undefined): string | null {
  const value = cell?.value ?? null;
  if (typeof value === "string") return saysNothing(value) ? null : oneLine(value);
  return value === null || isCellError(value) ? null : String(value);
}

const NAMES_A_PAPER =
  "項番|見積書?(?:番号|no\\.?|№)?|資料(?:番号|no\\.?)?|証憑(?:番号|no\\.?)?|証拠(?:書類)?(?:番号|no\\.?)?|添付(?:資料|書類)?(?:番号|no\\.?)?|根拠(?:資料)?(?:番号|no\\.?)?|書類番号|整理番号|(?<![a-z])(?:evidence|quote|estimate|ref|no\\.?)";
const BETWEEN = "\\s*[:.#-]?\\s*(?:no\\.?\\s*)?[(（]?";
const LETTERS = "[a-z]{0,3}-?";
/** Behind a number: it counts or measures something, and names no estimate. */
export const COUNTS = "[円千万社者件枚部回通%年月日名台個本人式]|か月|ヶ月";
/** More digits than four are a number only where the words say so: "見積120000" may be an amount. */
const DIGITS = `(?:\\d{1,4}|(?<=(?:項番|番号|no\\.?|№)${BETWEEN}${LETTERS})\\d{5,6})`;
const NUMBER_WORDS = new RegExp(
  `(?:${NAMES_A_PAPER})${BETWEEN}(${LETTERS}${DIGITS}(?:-\\d{1,3})?)(?![\\d,.]*(?:${COUNTS}|\\d))`,
);
const BARE_NUMBER = /^[(（#]?([a-z]{0,3}-?\d{1,4}(?:-\d{1,3})?)[)）]?(?:番)?$/;

const ANY_NUMBER = new RegExp(`[\\d０-９${CIRCLED}㈠-㈩⑴-⒇]`);

/** 03 is 3, a-1 is A-1: letters of an item number are capitals by custom. */
const plainNumber = (number: string): string =>
  PLAIN_NUMBER.test(number) ? number : number.replace(/^0+(?=\d)/, "").toUpperCase();
const PLAIN_NUMBER = /^[1-9]\d*$/;

/** The number of an estimate in a column of such numbers: 3, "No.3", "③", "見積3". */
export function evidenceNoOf(cell: Cell | undefined): string | null {
  if (cell === undefined || isBlank(cell)) return null;
  if (typeof cell.value === "number") return Number.isInteger(cell.value) ? String(cell.value) : null;
  if (typeof cell.value !== "string" || saysNothing(cell.value)) return null;
  const folded = fold(cell.value).trim();
  const bare = SEVERAL_NUMBERS.exec(folded) ?? BARE_NUMBER.exec(compact(folded)) ?? NUMBER_WORDS.exec(folded);
  return bare === null ? null : plainNumber(bare[1] as string);
}

/** What joins the numbers of a list: 3・4, 15,16, No.3～No.5; a comma before three figures is one of thousands. */
export const NUMBERED_ALSO = String.raw`\s*(?:[・、と&/~〜]|,(?!\d{3})|及び|および|から)\s*(?:項番|no\.?|№)?\s*`;
/** In a column of numbers also one below the other. */
const SEVERAL_NUMBERS = new RegExp(
  String.raw`^[(（]?(?:項番|no\.?|№)?\s*(\d{1,3})(?:(?:${NUMBERED_ALSO}|\s*\n\s*)\d{1,3})+[)）]?$`,
);

/** What a cell of numbers says that names several; null where it names one or none. */
export const evidenceNosOf = (cell: Cell | undefined): string | null =>
  typeof cell?.value === "string" && SEVERAL_NUMBERS.test(fold(cell.value).trim()) ? cell.value.trim() : null;

/** "3,4" are two numbers; a comma before three figures is one of thousands. */
const COMMA_OF_LIST = /(?<=\d),(?=\d{1,2}(?!\d))/g;
const listed = (folded: string): string => folded.replace(COMMA_OF_LIST, "、");

/** The number of an estimate that remarks name, the first of several: "項番1 86,000円×2本", "見積No.3", "①". */
export function evidenceNoIn(remark: string, headerNamesIt: boolean): string | null {
  if (!ANY_NUMBER.test(remark)) return null;
  const circled = circledNumber(remark);
  if (circled !== null) return circled;
  const folded = listed(fold(remark)).trim();
  const named = NUMBER_WORDS.exec(folded);
  if (named !== null) return plainNumber(named[1] as string);
  if (!headerNamesIt) return null;
  const bare = BARE_NUMBER.exec(compact(folded)) ?? /^[(（#]?(\d{1,3})[)）]?(?=[\s、,.:])(?!,\d{3})/.exec(folded);
  return bare === null ? null : plainNumber(bare[1] as string);
}
