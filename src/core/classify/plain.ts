/** How plainly a line says what is bought: the items of a budget do, what a firm has, earns and owes does not. */
import type { Kind } from "./kinds";
import type { LineText } from "./nature";
import { natureOf } from "./remember";

/** Calibrated: nine in ten are right. */
const SURE = 0.9;
/** What unknown words fall to as well. */
const GENERAL: ReadonlySet<string> = new Set<Kind>(["equipment", "material", "miscellaneous"]);

/**
 * @param firstYear the year in which the grant's period begins; null where it is not known
 * @returns 1 known for what it is and nothing against it (half of that for kinds that unknown words fall to), -1 something
 * against it, 0 neither
 */
export function plainness(line: LineText, firstYear: number | null): number {
  const { kind, confidence, traits } = natureOf(line, firstYear);
  if (traits.length > 0) return -1;
  return confidence < SURE ? 0 : GENERAL.has(kind) ? 0.5 : 1;
}
