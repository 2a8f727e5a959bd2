/** For how many months a usage fee is charged, and for how many it may count (§5(1)③ウ). */
import { toNumber } from "../money/fraction";
import type { Period } from "../scheme/scheme";
import type { LineState } from "./state";
import { plain } from "../text/plain";

const MONTH_UNIT = /^(か月|ヶ月|ケ月|カ月|ヵ月|箇月|月|月分|月間|months?|mo)$/i;
const YEAR_UNIT = /^(年|年分|年間|カ年|か年|years?|yr)$/i;
const MONTHS_SAID = /(\d{1,3})(?:か|ヶ|ケ|カ|ヵ|箇)月(?:分|間)?/g;
const YEARLY = /年間|年額|年払|年契約|1年分|一年分|年一括|annual|yearly/i;
const MONTHLY = /月額|月払|月々|毎月|monthly/i;
/** The amount is a part of the fee already: "240,000円÷12か月×6か月", "12か月契約のうち6か月分". */
const APPORTIONED = /÷12|\/12(?!\d|[./月])|月割|按分|のうち/;
const USAGE = /利用料|使用料|サブスク/;

/** Months charged; null for anything but a usage fee by the year or month. */
export function chargedMonths(line: LineState): number | null {
  const { read, classification } = line;
  const { kind } = classification.nature;
  if (kind !== "cloud-service" && kind !== "rental") return null;
  const text = textOf(line);
  if (kind === "rental" && !USAGE.test(text)) return null;
  const said = APPORTIONED.test(text) ? fewestMonthsIn(text) : (spanOf(text) ?? mostMonthsIn(text));
  const unit = plain(read.unit ?? "");
  const quantity = read.quantity === null ? null : toNumber(read.quantity);
  // "20,000円 × 6か月" is charged for six months, however long the contract.
  if (MONTH_UNIT.test(unit) && quantity !== null) return quantity > 1 ? quantity : (said ?? quantity);
  if (said !== null) return said;
  if (YEAR_UNIT.test(unit)) return 12 * (quantity ?? 1);
  if (MONTHLY.test(text) && unit === "" && quantity !== null) return quantity;
  return YEARLY.test(text) ? 12 : null;
}

interface Usable {
  readonly months: number;
  /** First day of use that counts, "2025-08-01". */
  readonly start: string;
}

/** Calendar months from the start to the end of the period, first and last included [reading]; never below 0. */
export function usableMonths(line: LineState, projectStart: string | null, period: Period): Usable {
  const from = projectStart !== null && projectStart > period.from ? projectStart : period.from;
  // Where nothing says when it begins: not before it was ordered.
  const contract = contractStart(line, period) ?? line.read.orderDate?.day ?? null;
  const start = contract !== null && contract > from ? contract : from;
  return { months: Math.max(0, monthIndex(period.to) - monthIndex(start) + 1), start };
}

/** "R8.1 3か月" is no 13か月: figures that a blank parts stay apart. */
const textOf = ({ read }: LineState): string =>
  plain([read.description, read.specification ?? "", read.note ?? ""].join(" ").replace(BETWEEN_FIGURES, "、"));
const BETWEEN_FIGURES = /(?<=[\d０-９])[\s\u3000]+(?=[\d０-９])/g;

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const monthsIn = (text: string): number[] =>
  [...text.matchAll(MONTHS_SAID)].map((match) => Number(match[1])).filter((count) => count > 0 && count <= 120);

function mostMonthsIn(text: string): number | null {
  const months = monthsIn(text);
  return months.length === 0 ? null : Math.max(...months);
}

function fewestMonthsIn(text: string): number | null {
  const months = monthsIn(text);
  return months.length === 0 ? null : Math.min(...months);
}

/** A month as people write it: R7.8, 令和7年8月, 2025/8, 2025年8月1日; without a year only with its 月. */
const DAY =
  "(?:(?:(?:R|令和)(\\d{1,2}|元)|(20\\d\\d))[./年\\-](\\d{1,2})|(\\d{1,2})(?=月))(?!\\d)月?(?:(?<=月)(\\d{1,2})日|[./\\-](\\d{1,2})(?!\\d))?";
const GROUPS = 6;
const SPAN = new RegExp(`${DAY}(?:[~〜～\\-ー―–]|から)+(?:翌年?)?${DAY}`);
const START = new RegExp(
  `(?:開始|始期)(?:年?月?日|月)?[:：は]?${DAY}|契約(?:日|期間)?[:：]?${DAY}|${DAY}(?:から|より|[~〜～]|に?(?:利用|使用|契約|サービス)?開始|に?契約(?!期間)|スタート)`,
);

/** Months of a span such as R7.8~R8.7; null where the text gives none. */
function spanOf(text: string): number | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const [from, to] = [monthOf(match.slice(1), null), monthOf(match.slice(1 + GROUPS), null)];
  if (from === null || to === null) return null;
  let months = to.index - from.index + 1;
  // 8月~1月 runs into the next year; 8月~R8.7 takes its year from the end.
  if (!from.dated || !to.dated) months = ((((to.index - from.index) % 12) + 12) % 12) + 1;
  return months > 0 && months <= 120 ? months : null;
}

/** The first day of use that the line states, as "2025-08-01". A month without a year is the one inside the period. */
function contractStart(line: LineState, period: Period): string | null {
  const text = textOf(line);
  const match = SPAN.exec(text) ?? START.exec(text);
  const found = match === null ? null : monthOf(firstDay(match), period);
  if (found === null) return null;
  const year = Math.floor(found.index / 12);
  const month = (found.index % 12) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(found.day).padStart(2, "0")}`;
}

/** The groups of the first day that took part in a match. */
function firstDay(match: RegExpExecArray): readonly (string | undefined)[] {
  for (let at = 1; at < match.length; at += GROUPS) {
    const groups = match.slice(at, at + GROUPS);
    if (groups.some((group) => group !== undefined)) return groups;
  }
  return [];
}

function monthOf(
  groups: readonly (string | undefined)[],
  period: Period | null,
): { index: number; day: number; dated: boolean } | null {
  const [era, western, datedMonth, bareMonth, dayOfMonth, dayAfterMark] = groups;
  const monthText = datedMonth ?? bareMonth;
  const dayText = dayOfMonth ?? dayAfterMark;
  const month = Number(monthText);
  if (!(month >= 1 && month <= 12)) return null;
  const dated = era !== undefined || western !== undefined;
  const year =
    era !== undefined
      ? 2018 + (era === "元" ? 1 : Number(era))
      : western !== undefined
        ? Number(western)
        : yearInside(month, period);
  return { index: year * 12 + month - 1, day: dayText === undefined ? 1 : Number(dayText), dated };
}

function yearInside(month: number, period: Period | null): number {
  if (period === null) return 0;
  const first = Number(period.from.slice(0, 4));
  return month >= Number(period.from.slice(5, 7)) ? first : first + 1;
}
