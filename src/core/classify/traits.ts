import type { Kind } from "./kinds";
import type { TraitFound } from "./nature";
import type { LineReading } from "./signals";

export function traitsOf(reading: LineReading, kind: Kind): TraitFound[] {
  void reading;
  void kind;
  return [];
}
