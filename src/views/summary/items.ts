/** The lines of the summary: everything that counts towards the totals, budget lines first, then labour beside them. */
import type { Eligibility } from "../../core/classify/nature";
import type { LineShown, ReportShown } from "../../core/report/shown";
import { spendingByItem, type CutReason, type Spending } from "../../core/report/spending";
import { totalName } from "../../core/scheme/items";
import type { Scheme } from "../../core/scheme/scheme";
import type { CellRef } from "../../core/workbook/workbook";

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
  /** Where that figure stands in the budget itself; null where it stands there in another form. */
  readonly claimedCell: CellRef | null;
  /** Yen of that figure which other items of this list hold: a line of wages stands in parts. */
  readonly claimedElsewhere: number;
  readonly eligible: number;
  readonly member: string | null;
  readonly unitPrice: number | null;
  readonly quantity: number | null;
  readonly evidenceNo: string | null;
  /** Why less counts than was claimed; null where all of it does. */
  readonly reason: CutReason | null;
}

/** Pauses now and then: a budget may have very many lines. */
export function* itemsOf(report: ReportShown, scheme: Scheme): Generator<void, SummaryItem[]> {
  const items: SummaryItem[] = [];
  let before: LineShown | null = null;
  for (const spending of spendingByItem(report)) {
    const line = "line" in spending ? spending.line : null;
    items.push(itemOf(spending, scheme, line !== before));
    before = line;
    if (items.length % A_TURN === 0) yield;
  }
  return items;
}

/** Items between two pauses. */
const A_TURN = 500;

/** @param isFirst of the parts of its line: there the line's own cell is looked at */
function itemOf(spending: Spending, scheme: Scheme, isFirst: boolean): SummaryItem {
  const { sheet, row, eligibility: verdict, claimed, eligible, member, reason } = spending;
  const counted = { sheet, row, verdict, claimed, eligible, member, reason };
  if ("line" in spending) {
    const { description, unitPrice, quantity, evidenceNo, amount, amountCell } = spending.line;
    const { major, middle, minor } = spending.item;
    const name = totalName(scheme, spending.item);
    const [claimedCell, claimedElsewhere] = isFirst ? [amountCell, (amount ?? 0) - (claimed ?? 0)] : [null, 0];
    const place = { claimedCell, claimedElsewhere };
    return { ...counted, ...place, description, name, major, middle, minor, unitPrice, quantity, evidenceNo };
  }
  const { labour } = spending;
  const category = scheme.categories.find(({ middle }) => middle === labour.kind);
  return {
    ...counted,
    claimedCell: null,
    claimedElsewhere: 0,
    description: labour.position === null ? labour.person : `${labour.person}（${labour.position}）`,
    name: category?.middle ?? null,
    major: category?.major ?? null,
    middle: category?.middle ?? null,
    minor: null,
    unitPrice: labour.statedRate ?? labour.rate,
    quantity: labour.hours,
    evidenceNo: null,
  };
}
