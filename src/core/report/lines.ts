/** Lines and labour rows as the report shows them. */
import { evidenceOf } from "../classify/evidence";
import { KINDS } from "../classify/kinds";
import type { Evidence } from "../classify/nature";
import type { BudgetLine } from "../read/reading";
import { cellAt, type CellRef, type Workbook } from "../workbook/workbook";
import { eligibleYen } from "../subsidy/count";
import { floor, toNumber, type Fraction } from "../money/fraction";
import type { LabourRow, Line } from "./report";
import type { LabourState, LineState } from "../judge/state";

const number = (value: Fraction | null): number | null => (value === null ? null : toNumber(value));
const yen = (value: Fraction | null): number | null => (value === null ? null : floor(value));

const NONE: readonly string[] = [];
const namesOf = (rows: readonly LabourState[]): readonly string[] =>
  rows.length === 0 ? NONE : rows.map((row) => `${row.read.sheet}!${row.read.row}`);

const TEXT = Symbol("text");

/** Evidence is worked out for the lines that somebody looks at, the rest is plain data. */
class ReportedLine implements Line {
  readonly sheet: string;
  readonly row: number;
  readonly description: string;
  readonly statedMajor: string | null;
  readonly statedMiddle: string | null;
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
  readonly eligibility: Line["eligibility"];
  readonly unitPrice: number | null;
  readonly quantity: number | null;
  readonly amount: number | null;
  readonly eligibleAmount: number;
  readonly member: string | null;
  readonly evidenceNo: string | null;
  readonly kind: string;
  readonly confidence: number;
  readonly eligibilityConfidence: number;
  readonly runnerUp: string | null;
  readonly exclusions: Line["exclusions"];
  readonly clause: string | null;
  readonly corrected: boolean;
  readonly labourRows: readonly string[];
  readonly shares: Line["shares"];
  readonly adjustments: Line["adjustments"];
  private readonly [TEXT]: BudgetLine;
  /** Truly private: no part of the report. */
  readonly #workbook: Workbook;

  constructor(line: LineState, workbook: Workbook) {
    this.#workbook = workbook;
    const { read, classification } = line;
    this.sheet = read.sheet;
    this.row = read.row;
    this.description = read.description;
    this.statedMajor = read.statedMajor;
    this.statedMiddle = read.statedMiddle;
    this.major = classification.major;
    this.middle = classification.middle;
    this.minor = classification.minor;
    this.eligibility = line.verdict;
    this.unitPrice = yen(read.unitPrice);
    this.quantity = number(read.quantity);
    this.amount = read.amount;
    this.eligibleAmount = eligibleYen(line);
    this.member = read.member;
    this.evidenceNo = read.evidenceNo;
    this.kind = classification.nature.kind;
    // What a person decided, and what a rule reads in a cell, is no guess.
    this.confidence = line.corrected ? 1 : classification.nature.confidence;
    this.eligibilityConfidence = line.verdict === classification.eligibility ? classification.eligibilityConfidence : 1;
    this.runnerUp = classification.runnerUp;
    this.exclusions = classification.exclusions;
    this.clause = classification.clause;
    this.corrected = line.corrected;
    this.labourRows = namesOf(line.labourRows);
    this.shares = line.shares;
    this.adjustments = line.adjustments;
    this[TEXT] = read;
  }

  get specification(): string | null {
    return this[TEXT].specification;
  }

  get vendor(): string | null {
    return this[TEXT].vendor;
  }

  get amountCell(): CellRef | null {
    const at = this[TEXT].at.amount;
    const sheet = this.#workbook.sheets.find(({ name }) => name === at?.sheet);
    if (at === undefined || sheet === undefined) return null;
    return cellAt(sheet, at.row, at.column)?.value === this.amount ? at : null;
  }

  get evidence(): readonly Evidence[] {
    return evidenceOf(this[TEXT], this.kind);
  }
}

export const reportLine = (line: LineState, workbook: Workbook): Line => new ReportedLine(line, workbook);

export function reportLabour(row: LabourState): LabourRow {
  const { read } = row;
  return {
    sheet: read.sheet,
    row: read.row,
    person: read.person,
    position: read.position,
    major: row.item?.major ?? null,
    kind: row.item?.middle ?? KINDS[row.kind].ja,
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
    insideAllowances: row.insideAllowances,
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
