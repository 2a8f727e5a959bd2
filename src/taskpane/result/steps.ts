/** The way from what was budgeted to what can be applied for, in the order in which it is worked out. Whole yen. */
import { floor, fraction, multiply, parseFraction } from "../../core/money/fraction";
import type { Report } from "../../core/report/report";
import type { Scheme } from "../../core/scheme/scheme";

export type StepId =
  | "claimed"
  | "ineligible"
  | "reduced"
  | "ratioCut"
  | "allowed"
  | "income"
  | "rate"
  | "overCap"
  | "belowFloor"
  | "rounding";

export interface Step {
  readonly id: StepId;
  /** What stands after the step. */
  readonly level: number;
  /** What the step takes away; 0 for a level that is only shown. */
  readonly cut: number;
  /** Lines concerned, where the step is about lines. */
  readonly count: number;
}

/** Steps that change nothing are left out. Empty when nothing could be checked. */
export function steps(report: Report, scheme: Scheme | undefined): readonly Step[] {
  const { totals, subsidy } = report;
  if (totals === null) return [];
  const spending = [
    ...report.lines.filter(({ labourRows }) => labourRows.length === 0),
    ...report.labour.map(asSpending),
  ];
  const out = spending.filter(({ eligibility }) => eligibility === "ineligible");
  const ineligible = out.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const reduced = spending.filter(
    (item) => item.eligibility !== "ineligible" && (item.amount ?? 0) > item.eligibleAmount,
  );

  const found: Step[] = [{ id: "claimed", level: totals.claimed, cut: 0, count: 0 }];
  let level = totals.claimed;
  const cutTo = (id: StepId, next: number, count = 0) => {
    if (next !== level) found.push({ id, level: next, cut: level - next, count });
    level = next;
  };
  const show = (id: StepId, next: number) => {
    level = next;
    found.push({ id, level, cut: 0, count: 0 });
  };

  // Of what does not count, the lines that are out are known by their amounts; the rest are reductions.
  cutTo("ineligible", Math.max(totals.eligible, totals.claimed - ineligible), out.length);
  cutTo("reduced", totals.eligible, reduced.length);
  cutTo("ratioCut", totals.allowed);
  if (found.length > 1) show("allowed", totals.allowed);
  if (subsidy === null || subsidy.beforeCap === null || subsidy.amount === null) return found;

  const income = incomeOf(report, scheme);
  cutTo("income", Math.max(0, level - income));
  if (subsidy.rate === null || floor(multiply(parseFraction(subsidy.rate), fraction(level))) !== level) {
    show("rate", subsidy.beforeCap);
  }
  if (subsidy.cap !== null && level > subsidy.cap) cutTo("overCap", subsidy.cap);
  if (subsidy.floor !== null && subsidy.amount === 0 && level < subsidy.floor) cutTo("belowFloor", 0);
  cutTo("rounding", subsidy.amount);
  return found;
}

/** A budget line that stands for labour rows is counted by those rows. */
const asSpending = (row: Report["labour"][number]) => ({
  amount: row.statedAmount ?? row.amount,
  eligibleAmount: row.eligibleAmount,
  eligibility:
    row.eligibleAmount === 0 && (row.statedAmount ?? 0) > 0 ? ("ineligible" as const) : ("eligible" as const),
});

/** Project income that the scheme deducts. Whole yen. */
function incomeOf({ totals, subsidy }: Report, scheme: Scheme | undefined): number {
  if (scheme?.incomeDeducted === undefined || totals === null || subsidy === null) return 0;
  // Where all is paid, what is missing before the cap is the income; that is where documents deduct it.
  return subsidy.rate === "1/1" && subsidy.beforeCap !== null ? Math.max(0, totals.allowed - subsidy.beforeCap) : 0;
}
