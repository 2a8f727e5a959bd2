/** The lines of the summary: everything that counts towards the totals, budget lines first, then labour beside them. */
import type { Eligibility } from "../../core/classify/nature";
import type { Report } from "../../core/report/report";
import { totalName } from "../../core/scheme/items";
import type { Scheme } from "../../core/scheme/scheme";

export interface SummaryItem {
  readonly sheet: string;
  readonly row: number;
  readonly description: string;
  /** Under which name its cost is summed, as in `totals.byMiddle`; null when it belongs to no item. */
  readonly name: string | null;
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
  readonly verdict: Eligibility;
  /** Yen; null when the amount cannot be read. */
  readonly claimed: number | null;
  readonly eligible: number;
  readonly member: string | null;
  readonly unitPrice: number | null;
  readonly quantity: number | null;
  readonly evidenceNo: string | null;
  /** Rules that changed the amount. */
  readonly adjustedBy: readonly string[];
}

export function itemsOf(report: Report, scheme: Scheme): SummaryItem[] {
  const lines = report.lines.map((line): SummaryItem => ({
    sheet: line.sheet,
    row: line.row,
    description: line.description,
    name: totalName(scheme, line),
    major: line.major,
    middle: line.middle,
    minor: line.minor,
    verdict: line.eligibility,
    claimed: line.amount,
    eligible: line.eligibleAmount,
    member: line.member,
    unitPrice: line.unitPrice,
    quantity: line.quantity,
    evidenceNo: line.evidenceNo,
    adjustedBy: line.adjustments.map(({ rule }) => rule),
  }));
  const labour = report.labour
    .filter((row) => !row.inBudget)
    .map((row): SummaryItem => {
      const category = scheme.categories.find(({ middle }) => middle === row.kind);
      return {
        sheet: row.sheet,
        row: row.row,
        description: row.position === null ? row.person : `${row.person}（${row.position}）`,
        name: category?.middle ?? null,
        major: category?.major ?? null,
        middle: category?.middle ?? null,
        minor: null,
        verdict: row.eligibleAmount === 0 && (row.amount ?? 0) > 0 ? "ineligible" : "eligible",
        claimed: row.statedAmount ?? row.amount,
        eligible: row.eligibleAmount,
        member: row.member,
        unitPrice: row.statedRate ?? row.rate,
        quantity: row.hours,
        evidenceNo: null,
        adjustedBy: [],
      };
    });
  return [...lines, ...labour];
}
