/** The hours that a person is to work in a month: as stated, or worked out of a year's, or of days and the hours of one. */
import { divide, fraction, multiply, toNumber, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import type { FieldColumn } from "../columns/field-column";
import type { Entry } from "./entries";
import { quantityOf } from "./values";

/** How many weeks make a month nobody says: a week's hours tell none. */
type Span = "day" | "week" | "month" | "year";

const MONTHS_OF_A_YEAR = fraction(12);
/** Of what is told for a year. */
export const aMonth = (ofYear: Fraction): Fraction => divide(ofYear, MONTHS_OF_A_YEAR);
const HOURS_OF_A_DAY = 24;
const DAYS_OF_A_MONTH = 31;
const HOURS_OF_A_MONTH = DAYS_OF_A_MONTH * HOURS_OF_A_DAY;

/** Hours; null where the row tells too little. A part-timer's month may hold fewer hours than a day has: 月 decides. */
export function scheduledHours(columns: readonly FieldColumn[], entry: Entry): Fraction | null {
  const hours = new Map<Span, Fraction>();
  const days = new Map<Span, Fraction>();
  for (const column of columns) {
    if (column.field !== "scheduledHours" && column.field !== "scheduledDays") continue;
    const count = quantityOf(entry.carriedIn(column))?.value;
    if (count === undefined) continue;
    const told = column.field === "scheduledHours" ? hours : days;
    const span = (told === hours ? spanOfHours : spanOfDays)(compact(column.header), toNumber(count));
    if (!told.has(span)) told.set(span, count);
  }
  const [month, year, day] = [hours.get("month"), hours.get("year"), hours.get("day")];
  if (month !== undefined) return month;
  if (year !== undefined) return aMonth(year);
  if (day === undefined) return null;
  const [ofMonth, ofYear] = [days.get("month"), days.get("year")];
  if (ofMonth !== undefined) return multiply(ofMonth, day);
  return ofYear === undefined ? null : aMonth(multiply(ofYear, day));
}

function spanOfHours(header: string, count: number): Span {
  if (/日/.test(header) && count <= HOURS_OF_A_DAY) return "day";
  if (/週/.test(header)) return "week";
  if (/月/.test(header)) return "month";
  if (/年/.test(header) || count > HOURS_OF_A_MONTH) return "year";
  return count <= HOURS_OF_A_DAY ? "day" : "month";
}

const spanOfDays = (header: string, count: number): Span =>
  /年/.test(header) || (count > DAYS_OF_A_MONTH && !/月/.test(header)) ? "year" : "month";
