/** How plainly a line says what is bought: the items of a budget do, what a firm has, earns and owes does not. */
import type { Kind } from "./kinds";
import type { LineText } from "./nature";
import { natureOf } from "./remember";

/** Calibrated: four in five are right; of the kinds that unknown words fall to as well nine in ten. */
const SURE = 0.8;
const SURE_OF_GENERAL = 0.9;
/** What unknown words fall to. */
const GENERAL: ReadonlySet<string> = new Set<Kind>(["equipment", "material", "miscellaneous"]);

/**
 * @param firstYear the year in which the grant's period begins; null where it is not known
 * @returns 1 known for what it is and nothing against it (half of that for kinds that unknown words fall to), -1 something
 * against it, 0 neither
 */
export function plainness(line: LineText, firstYear: number | null): number {
  const { kind, confidence, traits } = natureOf(line, firstYear);
  if (traits.length > 0) return -1;
  const isGeneral = GENERAL.has(kind);
  return confidence < (isGeneral ? SURE_OF_GENERAL : SURE) ? 0 : isGeneral ? 0.5 : 1;
}
