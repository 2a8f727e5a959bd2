/** Lines and estimates of one item number. */
import { withoutTax } from "../tax";
import type { EstimateReading } from "../sheet/reading";
import type { LineState } from "../state";

export interface EstimateGroup {
  readonly no: string;
  readonly lines: readonly LineState[];
  readonly estimates: readonly EstimateReading[];
}

/** In the order of first appearance, lines before estimates. */
export function groupByEstimate(lines: readonly LineState[], estimates: readonly EstimateReading[]): EstimateGroup[] {
  const groups = new Map<string, { lines: LineState[]; estimates: EstimateReading[] }>();
  const groupOf = (no: string) => {
    const known = groups.get(no);
    if (known !== undefined) return known;
    const made = { lines: [], estimates: [] };
    groups.set(no, made);
    return made;
  };
  for (const line of lines) if (line.read.evidenceNo !== null) groupOf(line.read.evidenceNo).lines.push(line);
  for (const estimate of estimates) groupOf(estimate.no).estimates.push(estimate);
  return [...groups].map(([no, group]) => ({ no, ...group }));
}

/** The lines add up to the estimate: without tax, with tax, or each as it was typed. */
export function isWholeEstimate(lines: readonly LineState[], estimate: EstimateReading): boolean {
  const typed = lines.reduce((sum, line) => sum + (line.read.amount ?? 0), 0);
  const net = lines.reduce((sum, line) => sum + netOf(line), 0);
  const inclusive = lines.every((line) => line.tax === "inclusive");
  if (estimate.exclusive !== null && net === estimate.exclusive) return true;
  if (estimate.inclusive === null) return false;
  if (inclusive && typed === estimate.inclusive) return true;
  if (estimate.exclusive !== null) return false;
  // An estimate that shows one figure only: with tax, or (for what bears none) without.
  const percent = lines[0]?.taxPercent ?? 10;
  return net === withoutTax(estimate.inclusive, percent) || typed === estimate.inclusive;
}

const netOf = (line: LineState): number =>
  line.read.amount === null
    ? 0
    : line.tax === "inclusive"
      ? withoutTax(line.read.amount, line.taxPercent)
      : line.read.amount;
