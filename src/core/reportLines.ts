/** Lines and labour rows as the report shows them. */
import { eligibleYen } from "./count";
import { floor, toNumber, type Fraction } from "./money/fraction";
import type { LabourRow, Line } from "./report";
import type { LabourState, LineState } from "./state";

const number = (value: Fraction | null): number | null => (value === null ? null : toNumber(value));
const yen = (value: Fraction | null): number | null => (value === null ? null : floor(value));

const NONE: readonly string[] = [];
const namesOf = (rows: readonly LabourState[]): readonly string[] =>
  rows.length === 0 ? NONE : rows.map((row) => `${row.read.sheet}!${row.read.row}`);

export function reportLine(line: LineState): Line {
  const { read, classification } = line;
  return {
    sheet: read.sheet,
    row: read.row,
    description: read.description,
    statedMajor: read.statedMajor,
    statedMiddle: read.statedMiddle,
    major: classification.major,
    middle: classification.middle,
    minor: classification.minor,
    eligibility: line.verdict,
    unitPrice: yen(read.unitPrice),
    quantity: number(read.quantity),
    amount: read.amount,
    eligibleAmount: eligibleYen(line),
    member: read.member,
    evidenceNo: read.evidenceNo,
    kind: classification.nature.kind,
    confidence: classification.nature.confidence,
    runnerUp: classification.runnerUp,
    evidence: classification.nature.evidence,
    exclusions: classification.exclusions,
    clause: classification.clause,
    corrected: line.corrected,
    labourRows: namesOf(line.labourRows),
    adjustments: line.adjustments,
  };
}

export function reportLabour(row: LabourState): LabourRow {
  const { read } = row;
  return {
    sheet: read.sheet,
    row: read.row,
    person: read.person,
    position: read.position,
    kind: row.kind,
    statedRate: number(read.statedRate),
    rate: row.rate,
    hours: number(read.hours),
    statedAmount: read.statedAmount,
    amount: row.amount,
    eligibleAmount: eligibleYen(row),
    member: read.member,
    parts: {
      basePay: number(read.basePay),
      allowances: number(read.allowances),
      overtime: number(read.overtime),
      bonus: number(read.bonus),
      oneOffPay: number(read.oneOffPay),
      welfare: number(read.welfare),
      scheduledHours: number(read.scheduledHours),
    },
    months: row.months.map(({ read: month, computed, allowed }) => ({
      month: month.month,
      sheet: month.sheet,
      row: month.row,
      hours: number(month.hours),
      payPaid: yen(month.payPaid),
      computed,
      allowed,
    })),
    inBudget: row.inBudget,
  };
}
