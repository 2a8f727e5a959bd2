/** Lines and estimates of one item number. */
import { withoutTax } from "../tax";
import type { EstimateReading } from "../../read/reading";
import type { LineState } from "../state";
import { furtherNumbersOf } from "./numbers";

export interface EstimateGroup {
  readonly no: string;
  readonly lines: readonly LineState[];
  /** Discounts below them that bear no number of their own. */
  readonly discounts: readonly LineState[];
  readonly estimates: readonly EstimateReading[];
}

/** Most numbers stand for one line and nothing else, and need no lists that could grow. */
interface Growing {
  readonly no: string;
  lines: LineState[];
  discounts: LineState[] | null;
  estimates: EstimateReading[] | null;
}

const NONE: readonly never[] = [];

/** In the order of first appearance, lines before estimates. */
export function groupByEstimate(lines: readonly LineState[], estimates: readonly EstimateReading[]): EstimateGroup[] {
  const groups = new Map<string, Growing>();
  let above: Growing | null = null;
  for (const line of lines) {
    const { evidenceNo, discount } = line.read;
    if (evidenceNo === null) {
      if (!discount) above = null;
      else if (above !== null) (above.discounts ??= []).push(line);
      continue;
    }
    const known = groups.get(evidenceNo);
    if (known !== undefined) known.lines.push(line);
    above = known ?? { no: evidenceNo, lines: [line], discounts: null, estimates: null };
    if (known === undefined) groups.set(evidenceNo, above);
  }
  for (const estimate of estimates) {
    const known = groups.get(estimate.no);
    if (known === undefined)
      groups.set(estimate.no, { no: estimate.no, lines: [], discounts: null, estimates: [estimate] });
    else (known.estimates ??= []).push(estimate);
  }
  return Array.from(groups.values(), ({ no, lines, discounts, estimates }) => ({
    no,
    lines,
    discounts: discounts ?? NONE,
    estimates: estimates ?? NONE,
  }));
}

/** The lines add up to the estimate, which may have been drawn up before or after the discount. */
export const isWholeEstimate = ({ lines, discounts }: EstimateGroup, estimate: EstimateReading): boolean =>
  addUp(lines, estimate) || (discounts.length > 0 && addUp([...lines, ...discounts], estimate));

/** The lines add up to several estimates that they name ("項番3・4"). */
export function isWholeOfSeveral(
  group: EstimateGroup,
  first: EstimateReading,
  estimates: ReadonlyMap<string, readonly EstimateReading[]>,
): boolean {
  const further = new Set(group.lines.flatMap(({ read }) => furtherNumbersOf(read, group.no)));
  if (further.size === 0) return false;
  const all = [first, ...[...further].map((no) => estimates.get(no)?.[0])];
  const sumOf = (figure: "exclusive" | "inclusive"): number | null => {
    const yen = all.map((estimate) => estimate?.[figure] ?? null);
    return yen.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  };
  return isWholeEstimate(group, { ...first, exclusive: sumOf("exclusive"), inclusive: sumOf("inclusive") });
}

/** Without tax, with tax, or each as it was typed. */
function addUp(lines: readonly LineState[], estimate: EstimateReading): boolean {
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
