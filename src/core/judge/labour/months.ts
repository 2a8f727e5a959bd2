/** A person's months, each once, however many rows the sheet gives it (a row a task, a week or a day). */
import { add, compare, type Fraction } from "../../money/fraction";
import type { MonthReading } from "../../read/reading";
import { personKey } from "../../text/person";

const known = new WeakMap<readonly MonthReading[], readonly MonthReading[]>();

/** In the order of their first rows, which say where each stands. */
export function wholeMonths(rows: readonly MonthReading[]): readonly MonthReading[] {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const months = new Map<string | MonthReading, MonthReading[]>();
  for (const row of rows) {
    const key = row.month === null ? row : `${personKey(row.person)} ${row.month}`;
    months.set(key, [...(months.get(key) ?? []), row]);
  }
  const whole = [...months.values()].map(together);
  known.set(rows, whole);
  return whole;
}

function together(rows: readonly MonthReading[]): MonthReading {
  const [first] = rows as [MonthReading];
  if (rows.length === 1) return first;
  const hours = rows.flatMap((row) => (row.hours === null ? [] : [row.hours]));
  const pays = rows.flatMap((row) => (row.payPaid === null ? [] : [row.payPaid]));
  return {
    ...first,
    hours: hours.length === 0 ? null : sum(hours),
    payPaid: pays.length === 0 ? null : isOne(pays) ? (pays[0] as Fraction) : sum(pays),
    payCell: rows.find((row) => row.payPaid !== null)?.payCell ?? null,
  };
}

/** The month's pay beside each of its rows is paid once; other figures are parts of it. */
const isOne = (pays: readonly Fraction[]): boolean => pays.every((pay) => compare(pay, pays[0] as Fraction) === 0);

const sum = (parts: readonly Fraction[]): Fraction => parts.reduce((all, part) => add(all, part));
