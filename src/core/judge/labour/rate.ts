/** The hourly rate (§5(1)④ア–ウ): pay of the base month, divided by the scheduled hours, floored. */
import { ZERO, add, divide, floor, subtract, toNumber, type Fraction } from "../../money/fraction";
import type { LabourReading } from "../../read/reading";

/** Pay that the hourly rate may not hold (§5(1)④イ). */
export type ExcludedPay = "overtime" | "bonus" | "oneOffPay";
const EXCLUDED: readonly ExcludedPay[] = ["overtime", "bonus", "oneOffPay"];

interface HourlyRate {
  /** Yen an hour; null where the sheet gives no pay or no hours to divide by. */
  readonly yen: number | null;
  /** What seems to be in the stated rate although it may not be. */
  readonly excludedPay: readonly ExcludedPay[];
}

/**
 * @param partOfAllowances the excluded pay that the sheet says is inside 諸手当 ("うち時間外手当"): it is taken out;
 *   pay in a column of its own was never in.
 */
export function hourlyRate(row: LabourReading, partOfAllowances: readonly ExcludedPay[]): HourlyRate {
  if (row.basePay === null || row.scheduledHours === null || row.scheduledHours.n <= 0n)
    return { yen: null, excludedPay: [] };
  const hours = row.scheduledHours;
  const inside = partOfAllowances.reduce((sum, pay) => add(sum, row[pay] ?? ZERO), ZERO);
  const pay = subtract(add(add(row.basePay, row.allowances ?? ZERO), row.welfare ?? ZERO), inside);
  const yen = floor(divide(pay, hours));
  return { yen, excludedPay: row.statedRate === null ? [] : explained(row, pay, hours, yen) };
}

/** The fewest kinds of excluded pay that, added to the pay, give the stated rate to within its rounding. */
function explained(row: LabourReading, pay: Fraction, hours: Fraction, computed: number): readonly ExcludedPay[] {
  const stated = toNumber(row.statedRate as Fraction);
  if (stated <= computed) return [];
  const present = EXCLUDED.filter((kind) => (row[kind]?.n ?? 0n) > 0n);
  const choices: ExcludedPay[][] = [];
  for (let mask = 1; mask < 1 << present.length; mask++) choices.push(present.filter((_, bit) => (mask >> bit) & 1));
  choices.sort((a, b) => a.length - b.length);
  return (
    choices.find((choice) => {
      const withIt = choice.reduce((sum, kind) => add(sum, row[kind] as Fraction), pay);
      return Math.abs(toNumber(divide(withIt, hours)) - stated) <= 1;
    }) ?? []
  );
}
