/** Days on estimates: of issue, and the last day of validity, which a paper often counts from the day of issue. */
import { plain } from "../../text/plain";
import { normal } from "../../text/fold";
import { inKanji } from "./figures";

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 令: 2018, R: 2018, r: 2018, 平成: 1988, H: 1988 };
const KANJI_NUMBER = /[〇一二三四五六七八九十]+(?=[年ヶかカヵ箇個月日週])/g;
const ANY_DAY =
  /(?:(20\d\d)|(令和|令|平成|[RHr])\.?(元|\d{1,2}))(?:年|[./-])(\d{1,2})(?:月|[./-])(?:(\d{1,2})(?!\d)日?|(末))/;

/** 13 May 2025, May 13, 2025, 13-May-25: the month in English letters, the day before or behind it. */
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const IN_ENGLISH = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?[-./, ]*)?(?<![a-z])(${MONTHS.join("|")})(?:[a-z]{0,6})[-./, ]*(?:(\\d{1,2})(?:st|nd|rd|th)?[-./, ]*)??(20\\d\\d)(?!\\d)`,
  "i",
);
/** 05/13/2025 and 13.05.2025, where one figure can be no month; 05/06/2025 may be either. */
const YEAR_LAST = /(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](20\d\d)(?!\d)/;

const two = (value: number): string => String(value).padStart(2, "0");
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const digitsOf = (text: string): string => text.replace(KANJI_NUMBER, (number) => String(inKanji(number) ?? number));
const settled = (text: string): string => digitsOf(plain(text)).replace(/[−‐–—―ー─]/g, "-");

/** The first day a text names; "2025年6月末" is the last of that month. */
export function dayIn(text: string): string | null {
  const match = ANY_DAY.exec(settled(text));
  if (match === null) return /^20\d{6}$/.test(plain(text)) ? solid(plain(text)) : inEnglish(text);
  const era = match[3] === "元" ? 1 : Number(match[3]);
  const year = match[1] !== undefined ? Number(match[1]) : (ERAS[match[2] as string] as number) + era;
  const month = Number(match[4]);
  if (month < 1 || month > 12) return null;
  const day = match[6] !== undefined ? lastOf(year, month) : Number(match[5]);
  return day < 1 || day > lastOf(year, month) ? null : `${String(year)}-${two(month)}-${two(day)}`;
}

function inEnglish(text: string): string | null {
  const named = IN_ENGLISH.exec(normal(text));
  if (named !== null) {
    const [, before, month, behind, year] = named;
    const day = before ?? behind;
    const at = MONTHS.indexOf((month as string).slice(0, 3).toLowerCase()) + 1;
    return day === undefined ? null : dayIn(`${year as string}/${String(at)}/${day}`);
  }
  const [, one, other, year] = YEAR_LAST.exec(settled(text)) ?? [];
  const [a, b] = [Number(one), Number(other)];
  if (year === undefined || (a <= 12 && b <= 12 && a !== b)) return null;
  return dayIn(a > 12 ? `${year}/${String(b)}/${String(a)}` : `${year}/${String(a)}/${String(b)}`);
}

const solid = (text: string): string | null => dayIn(`${text.slice(0, 4)}/${text.slice(4, 6)}/${text.slice(6)}`);

/** "2025-01-31" and 1 month → "2025-02-28": the last day of a month that has no such day. */
function addMonths(from: string, months: number): string {
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return `${String(y)}-${two(m)}-${two(Math.min(day, lastOf(y, m)))}`;
}

function addDays(from: string, days: number): string {
  let [year, month, day] = from.split("-").map(Number) as [number, number, number];
  day += Math.min(days, 10_000);
  while (day > lastOf(year, month)) {
    day -= lastOf(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return `${String(year)}-${two(month)}-${two(day)}`;
}

const endOfMonth = (day: string, later = 0): string => {
  const first = addMonths(`${day.slice(0, 7)}-01`, later);
  return `${first.slice(0, 8)}${two(lastOf(Number(first.slice(0, 4)), Number(first.slice(5, 7))))}`;
};

/**
 * The last day that a statement of validity means: a day itself, or a time from the day of issue.
 * @param issued null where it is not known: a span then means nothing
 */
export function validUntilIn(text: string, issued: string | null): string | null {
  const own = dayIn(text);
  if (own !== null) return own;
  const told = settled(text);
  const monthEnd = /(?:(20\d\d)年)?(\d{1,2})月(?:末日?|中)/.exec(told);
  if (monthEnd !== null) {
    const year = monthEnd[1] ?? issued?.slice(0, 4);
    const month = Number(monthEnd[2]);
    if (year === undefined || month < 1 || month > 12) return null;
    const day = endOfMonth(`${year}-${two(month)}-01`);
    return monthEnd[1] === undefined && issued !== null && day < issued ? addMonths(day, 12) : day;
  }
  const monthDay = /(?<!\d)(\d{1,2})月(\d{1,2})日/.exec(told);
  if (monthDay !== null && issued !== null) {
    const day = dayIn(`${issued.slice(0, 4)}/${monthDay[1] as string}/${monthDay[2] as string}`);
    return day !== null && day < issued ? addMonths(day, 12) : day;
  }
  if (issued === null) return null;
  const months = /(\d{1,2})(?:[ヶかカケヵ箇個]月|months?)/i.exec(told);
  if (months !== null) return addMonths(issued, Number(months[1]));
  if (/半年/.test(told)) return addMonths(issued, 6);
  const weeks = /(\d{1,2})(?:週|weeks?)/i.exec(told);
  if (weeks !== null) return addDays(issued, 7 * Number(weeks[1]));
  const years = /(\d)(?:[ヶかカケヵ箇個]年|年間?|years?)/i.exec(told);
  if (years !== null) return addMonths(issued, 12 * Number(years[1]));
  const days = /(\d{1,3})(?:日|days?)/i.exec(told);
  if (days !== null) return addDays(issued, Number(days[1]));
  if (/翌々月末/.test(told)) return endOfMonth(issued, 2);
  if (/翌月末/.test(told)) return endOfMonth(issued, 1);
  return /月末|末日/.test(told) ? endOfMonth(issued) : null;
}
