/** Every row of the labour sheet with what may count (§5(1)④, domain 1.3). */
import type { Classification } from "../../classify/nature";
import { floor, fraction, multiply, type Fraction } from "../../money/fraction";
import type { BudgetReading, LabourReading, MonthReading } from "../../read/reading";
import type { Field } from "../../read/field";
import type { LabourState, MonthState } from "../state";
import type { Scheme } from "../../scheme/scheme";
import type { Waiver } from "../../decisions/decision";
import { isWithinReach } from "../../text/number";
import { personKey } from "../../text/person";
import { plain } from "../../text/plain";
import { waiverOn } from "../../decisions/waivers";
import { wholeMonths } from "./months";
import { hourlyRate, type ExcludedPay } from "./rate";
import { isWageKind, wageItem, type WageKind } from "./wages";

type ClassifyLabour = (row: LabourReading) => Classification;

/** @param waivers a rate or a month that the foundation agreed to counts as stated */
export function assessLabour(
  reading: BudgetReading,
  scheme: Scheme,
  classify: ClassifyLabour,
  waivers: readonly Waiver[],
): LabourState[] {
  const inside = payInsideAllowances(reading);
  const people = new Map<string, LabourReading[]>();
  for (const row of reading.labour) {
    const key = personKey(row.person);
    people.set(key, [...(people.get(key) ?? []), row]);
  }
  const months = new Map<string, MonthReading[]>();
  for (const month of wholeMonths(reading.months)) {
    const key = personKey(month.person);
    months.set(key, [...(months.get(key) ?? []), month]);
  }
  const states = new Map<LabourReading, LabourState>();
  for (const [key, rows] of people) {
    const drafts = rows.map((row) => assess(row, scheme, classify(row), inside.get(row.sheet) ?? [], waivers));
    for (const state of withMonths(drafts, months.get(key) ?? [], waivers)) states.set(state.read, state);
  }
  return reading.labour.map((row) => states.get(row) as LabourState);
}

/**
 * A person's months limit all the rows of that person together; they are shown with the first. Months of a name that
 * two members share cannot be told apart, so they are held against neither.
 */
function withMonths(
  rows: readonly LabourState[],
  months: readonly MonthReading[],
  waivers: readonly Waiver[],
): LabourState[] {
  const [first, ...others] = rows;
  if (first === undefined || months.length === 0 || others.some(({ read }) => read.member !== first.read.member))
    return [...rows];
  const rates = rows.map(({ allowedRate }) => allowedRate).filter((rate) => rate !== null);
  const rate = rates.length === 0 ? null : Math.min(...rates);
  const judged = months.map((month) => assessMonth(month, rate, waivers));
  let left = Math.max(0, sumOfMonths(judged) ?? Infinity); // hours below zero give nothing back
  return rows.map((row) => {
    const counted = Math.min(row.counted, left);
    left -= counted;
    return { ...row, counted, months: row === first ? judged : [] };
  });
}

function assess(
  row: LabourReading,
  scheme: Scheme,
  classification: Classification,
  inside: readonly ExcludedPay[],
  waivers: readonly Waiver[],
): LabourState {
  const computed = hourlyRate(row, inside);
  const stated = row.statedRate === null ? null : floor(row.statedRate);
  const rate = computed.yen ?? stated;
  const agreed = waiverOn(waivers, "labour/hourly-rate", row.at.hourlyRate) !== undefined;
  const allowedRate = rate === null || stated === null ? rate : agreed ? stated : Math.min(rate, stated);
  const amount = allowedRate === null || row.hours === null ? null : pay(allowedRate, row.hours);
  // The person may ask for less than the sheet's own sum would give; never for more.
  const limits = [amount, row.statedAmount].filter((yen) => yen !== null);
  const told = kindTold(row, classification);
  const kind = told ?? "employee-wage";
  return {
    read: row,
    kind,
    isKindTold: told !== null,
    item: wageItem(scheme, kind),
    rate,
    allowedRate,
    excludedPay: computed.excludedPay,
    insideAllowances: inside,
    months: [],
    amount,
    classification,
    inBudget: false,
    verdict: "eligible",
    counted: limits.length === 0 ? 0 : Math.max(0, Math.min(...limits)),
  };
}

/** Yen: floor(rate × hours) [reading: floor]; null where that is nobody's pay, as a cell with such a figure is read as none. */
export function pay(rate: number, hours: Fraction): number | null {
  const yen = multiply(fraction(rate), hours);
  return isWithinReach(yen) ? floor(yen) : null;
}

function assessMonth(month: MonthReading, rate: number | null, waivers: readonly Waiver[]): MonthState {
  const computed = rate === null || month.hours === null ? null : pay(rate, month.hours);
  const paid = month.payPaid === null ? null : floor(month.payPaid);
  const agreed = waiverOn(waivers, "labour/monthly-cap", month.payCell ?? month.hoursCell) !== undefined;
  const capped = computed !== null && paid !== null && !agreed;
  return { read: month, computed, allowed: capped ? Math.min(computed, paid) : computed };
}

/** null where no month can be worked out. */
function sumOfMonths(months: readonly MonthState[]): number | null {
  const known = months.map((month) => month.allowed).filter((yen) => yen !== null);
  return known.length === 0 || known.length < months.length ? null : known.reduce((sum, yen) => sum + yen, 0);
}

const DISPATCH = /派遣/;
const PART_TIME = /パート|アルバイト|バイト|補助員|臨時|短時間|非常勤|学生/;
const EMPLOYEE = /従業員|社員|職員|正規|常勤/;

/** What the row's own words say of the kind of wages; null where they leave it open. */
function kindTold(row: LabourReading, { nature }: Classification): WageKind | null {
  for (const text of [row.employment, row.position, row.person]) {
    if (text === null) continue;
    if (DISPATCH.test(plain(text))) return "dispatch-wage";
    if (PART_TIME.test(plain(text))) return "part-time-wage";
    if (EMPLOYEE.test(plain(text))) return "employee-wage";
  }
  return isWageKind(nature.kind) && nature.kind !== "employee-wage" ? nature.kind : null;
}

/** What 諸手当 says it holds, by the pay's column. */
const PAY_WORDS: readonly (readonly [ExcludedPay, RegExp])[] = [
  ["overtime", /(?:時間外|残業|超過勤務|超勤)[^除]*(?:含|込)/],
  ["bonus", /(?:賞与|ボーナス|期末)[^除]*(?:含|込)/],
  ["oneOffPay", /(?:一時金|臨時)[^除]*(?:含|込)/],
];

/** By sheet: the pay that is part of 諸手当, because its own column is headed うち… or because 諸手当's says so. */
function payInsideAllowances(reading: BudgetReading): Map<string, ExcludedPay[]> {
  const found = new Map<string, ExcludedPay[]>();
  for (const sheet of reading.sheets) {
    for (const table of sheet.tables) {
      if (table.kind !== "labour") continue;
      const headed = (field: Field, words: RegExp): boolean =>
        table.columns.some((column) => column.field === field && words.test(plain(column.header)));
      for (const [pay, words] of PAY_WORDS) {
        if (headed(pay, /^\(?(?:うち|内)/) || headed("allowances", words))
          found.set(sheet.sheet, [...(found.get(sheet.sheet) ?? []), pay]);
      }
    }
  }
  return found;
}
