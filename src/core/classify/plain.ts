/** How plainly a line says what is bought: the items of a budget do, what a firm has, earns and owes does not. */
import type { LineText } from "./nature";
import { natureOf } from "./remember";

/** Calibrated: nine in ten are right. */
const SURE = 0.9;

/**
 * @param firstYear the year in which the grant's period begins; null where it is not known
 * @returns 1 known for what it is and nothing against it, -1 something against it, 0 neither
 */
export function plainness(line: LineText, firstYear: number | null): -1 | 0 | 1 {
  const { confidence, traits } = natureOf(line, firstYear);
  return traits.length > 0 ? -1 : confidence >= SURE ? 1 : 0;
}
