/** Estimates by their item number. */
import type { EstimateReading } from "../sheet/reading";

export function byNumber(estimates: readonly EstimateReading[]): ReadonlyMap<string, readonly EstimateReading[]> {
  const found = new Map<string, EstimateReading[]>();
  for (const estimate of estimates) {
    const known = found.get(estimate.no);
    if (known === undefined) found.set(estimate.no, [estimate]);
    else known.push(estimate);
  }
  return found;
}
