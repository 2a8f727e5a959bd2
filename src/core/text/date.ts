/** Days and months as people type them: serials, 2025/6/1, R7.6.1, 令和7年6月15日, 令和元年. Results are "2025-06-01" and "2025-06". */
import { fold } from "./fold";
import { KANJI_FIGURE, kanjiFigure } from "./kanji-figures";

/** The year before an era's first. That an era had ended by then is not checked: people write 平成32年. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  令: 2018,
  r: 2018,
  平成: 1988,
  平: 1988,
  h: 1988,
  昭和: 1925,
  昭: 1925,
  s: 1925,
};
const YEAR = "(?:(令和|令|r|平成|平|h|昭和|昭|s)\\.?(元|\\d{1,2})|((?:19|20)\\d\\d))";
const DAY = new RegExp(`^${YEAR}(?:年度?|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?`);
const MONTH = new RegExp(`^${YEAR}(?:年|[./-])(\\d{1,2})月?(?:分|度)?$`);
const SOLID_DAY = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
/** What may follow a day without making it vague. */
const AFTER_DAY =
  /^(?:\([日月火水木金土](?:曜日?)?\)|[日月火水木金土]曜日?)?(?:\(?(?:予定|付け?|締め?切?り?|済み?)\)?)?$/;

/** No day is written in more. */
const LONGEST = 60;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (value: number): string => String(value).padStart(2, "0");

const lengthOf = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (LENGTHS[month - 1] as number);

/** null where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null;
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** null where there is no such month. */
export const lastDayOf = (year: number, month: number): string | null => dayOf(year, month, lengthOf(year, month));

/** Of 令和 7, R 元, H 31, or the western one. */
export function yearOf(era: string | undefined, eraYear: string | undefined, western: string | undefined): number {
  if (western !== undefined) return Number(western);
  return (ERAS[era as string] as number) + (eraYear === "元" ? 1 : Number(eraYear));
}

const serialDays = new Map<number, string | null>();

/** The day of an Excel serial number; null outside 1900–2199. Lines of a budget share their few days. */
export function serialDay(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  // Serial 60 is Excel's 29 February 1900, which never was.
  if (!Number.isFinite(serial) || days < 1 || days > 109_575 || days === 60) return null;
  const remembered = serialDays.get(days);
  if (remembered !== undefined) return remembered;
  const day = civilDay(days);
  if (serialDays.size < 5_000) serialDays.set(days, day);
  return day;
}

/** Days count from the first of January 1900, as Excel does. */
function civilDay(days: number): string | null {
  // Days from 0000-03-01, in the proleptic Gregorian calendar.
  const shifted = days + (days < 60 ? 1 : 0) + 693_899;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** 令和七年六月十日, 二〇二五年六月: the figures before 年, 月 and 日 in digits. */
const inDigits = (text: string): string =>
  text.replace(IN_KANJI, (figure) => {
    const value = kanjiFigure(figure);
    return value === null ? figure : String(value);
  });
const IN_KANJI = new RegExp(`[${KANJI_FIGURE}]+(?=[年月日])`, "g");

/** A full day, or null: "7月1日" has no year, "令和7年7月上旬" no day. */
export function readDay(text: string): string | null {
  if (text.length > LONGEST) return null;
  const rest = inDigits(
    fold(text)
      .replace(/(?<=\d)(?:\s+|t)\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?z?\s*$/, "")
      .replace(/\s+/g, ""),
  );
  if (rest.length < 5 || rest.length > 40) return null;
  const solid = SOLID_DAY.exec(rest);
  if (solid !== null) return dayOf(Number(solid[1]), Number(solid[2]), Number(solid[3]));
  const match = DAY.exec(rest);
  if (match === null || !AFTER_DAY.test(rest.slice(match[0].length))) return null;
  return dayOf(yearOf(match[1], match[2], match[3]), Number(match[4]), Number(match[5]));
}

/** The first full day in a text such as "令和7年6月1日～令和8年1月31日", or null. */
export function firstDay(text: string): string | null {
  const from = fold(text)
    .replace(/\s+/g, "")
    .split(/[~〜～]|から|より|至/)[0] as string;
  return readDay(from.replace(/^(?:自|交付決定日?)[::]?/, ""));
}

/** Days within which a month without a year is meant. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** "2025-09" of "2025年9月", "R7.9", "令和7年9月分", "2025/9/1", or of "9月" and "9" within the span. */
export function readMonth(text: string, within: Span | null): string | null {
  const rest = inDigits(fold(text).replace(/\s+/g, ""));
  const match = MONTH.exec(rest);
  if (match !== null) {
    const month = Number(match[4]);
    return month >= 1 && month <= 12 ? `${String(yearOf(match[1], match[2], match[3]))}-${two(month)}` : null;
  }
  const day = readDay(rest);
  if (day !== null) return day.slice(0, 7);
  const bare = /^(\d{1,2})(?:月(?:分|度)?)?$/.exec(rest);
  return bare === null ? null : monthWithin(Number(bare[1]), within);
}

/** The one month of this number that lies in the span; null when none or several do. */
function monthWithin(month: number, within: Span | null): string | null {
  if (within === null || month < 1 || month > 12) return null;
  const found: string[] = [];
  for (let year = Number(within.from.slice(0, 4)); year <= Number(within.to.slice(0, 4)); year++) {
    const candidate = `${String(year)}-${two(month)}`;
    if (candidate >= within.from.slice(0, 7) && candidate <= within.to.slice(0, 7)) found.push(candidate);
  }
  return found.length === 1 ? (found[0] as string) : null;
}

/** The fiscal year (April to March) that a title names: "令和7年度 …" is 2025-04-01 to 2026-03-31. */
export function fiscalYear(text: string): Span | null {
  const match = new RegExp(`${YEAR}年度`).exec(fold(text).replace(/\s+/g, ""));
  if (match === null) return null;
  const year = yearOf(match[1], match[2], match[3]);
  return { from: `${String(year)}-04-01`, to: `${String(year + 1)}-03-31` };
}

/** The year in which a period begins; null where there is none. */
export const firstYearOf = (period: Span | null | undefined): number | null =>
  period == null ? null : Number(period.from.slice(0, 4));

const A_YEAR = new RegExp(`(?<![a-z\\d.,])${YEAR}(?![\\d,])(?!年度?補正)`, "g");

/** Years that a text names, of the calendar or fiscal ones: 令和6年度, R6予算書, 2016年導入. 令和6年度補正 is whose money a grant is. */
export const yearsIn = (text: string): number[] =>
  [...inDigits(fold(text).replace(/\s+/g, "")).matchAll(A_YEAR)].map(([, era, eraYear, western]) =>
    yearOf(era, eraYear, western),
  );

const dateFormats = new Map<string, boolean>();

/** Whether a number format shows dates: y, m, d, e or g outside quotes, brackets and escapes. */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const remembered = dateFormats.get(format);
  if (remembered !== undefined) return remembered;
  const bare = format.replace(/"[^"]*"|\\.|\[(?!\$)[^\]]*\]|\[\$[^\]]*\]|_.|\*./g, "").split(";")[0] as string;
  const shows = /[ymdeg]/i.test(bare.replace(/general|g\/標準/gi, "")) && !/[0#?]/.test(bare);
  if (dateFormats.size < 1_000) dateFormats.set(format, shows);
  return shows;
}
