/** Everything that counts towards the totals, once: budget lines first, then labour rows that no line stands for. */
import type { Eligibility } from "../classify/nature";
import type { LabourRow } from "./report";
import type { LineShown, ReportShown } from "./shown";

/** Why less counts than was claimed: "ineligible", "labour" (recomputed), or the rule that changed the amount. */
export type CutReason = string;

interface Counted {
  readonly sheet: string;
  readonly row: number;
  /** Yen as read; null when the amount cannot be read. */
  readonly claimed: number | null;
  /** Yen, before the limits on shares. */
  readonly eligible: number;
  readonly eligibility: Eligibility;
  readonly member: string | null;
  readonly item: { readonly major: string | null; readonly middle: string | null; readonly minor: string | null };
  /** null where everything claimed counts. One item has one reason: the one that takes most. */
  readonly reason: CutReason | null;
}

export type Spending = Counted & ({ readonly line: LineShown } | { readonly labour: LabourRow });

export const spendingOf = ({ lines, labour }: Pick<ReportShown, "lines" | "labour">): Spending[] => [
  ...lines.map(ofLine),
  ...labour.filter(({ inBudget }) => !inBudget).map(ofLabour),
];

/** The same, a line of several items or members in its parts. */
export const spendingByItem = (report: Pick<ReportShown, "lines" | "labour">): Spending[] =>
  spendingOf(report).flatMap((spending) => ("line" in spending ? partsOf(spending) : [spending]));

function partsOf(whole: Spending & { readonly line: LineShown }): Spending[] {
  if (whole.line.shares.length === 0) return [whole];
  return whole.line.shares.map(({ major, middle, minor, member, claimed, eligible }) => ({
    ...whole,
    item: { major, middle, minor },
    member,
    claimed,
    eligible,
    reason: claimed === eligible ? null : whole.reason,
  }));
}

function ofLine(line: LineShown): Spending & { readonly line: LineShown } {
  const { sheet, row, amount: claimed, eligibleAmount: eligible, eligibility, member, major, middle, minor } = line;
  const item = { major, middle, minor };
  return { sheet, row, claimed, eligible, eligibility, member, item, line, reason: reasonOf(line) };
}

function reasonOf({ amount, eligibleAmount, eligibility, labourRows, adjustments }: LineShown): CutReason | null {
  if ((amount ?? 0) === eligibleAmount) return null;
  if (eligibility === "ineligible") return "ineligible";
  if (labourRows.length > 0) return "labour";
  const [most] = [...adjustments].sort((a, b) => b.from - b.to - (a.from - a.to));
  return most?.rule ?? "other";
}

function ofLabour(labour: LabourRow): Spending {
  const { sheet, row, eligibleAmount: eligible, member } = labour;
  const claimed = labour.statedAmount ?? labour.amount;
  const eligibility = eligible === 0 && (claimed ?? 0) > 0 ? "ineligible" : "eligible";
  const reason = (claimed ?? 0) === eligible ? null : eligibility === "ineligible" ? "ineligible" : "labour";
  const item = { major: labour.major, middle: labour.kind, minor: null };
  return { sheet, row, claimed, eligible, eligibility, member, item, labour, reason };
}
