/**
 * Letter sequences of a line as numbers, for the learned model: one to three letters of the item, two and three of
 * note and vendor, the unit, the order of magnitude of the price. Hashed; figures count as "0".
 */
import type { Reading } from "./reading";
import type { LineReading } from "./signals";

/** Features are numbers below 2 ** BITS. */
const BITS = 20;

const EDGE = 2;
const ZERO = 0x30;

/** Mixes letters and a salt for field and length into a number below 2 ** BITS. */
function mix(salt: number, a: number, b: number, c: number): number {
  let hash = Math.imul((salt << 16) ^ a ^ 0x51ed27, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - BITS);
}

/** Appends to `found`; a feature that occurs twice is there twice. */
function addSequences(found: number[], { text }: Reading, salt: number, single: boolean): void {
  if (text === "") return;
  let before = EDGE;
  let previous = EDGE;
  for (let i = 0; i <= text.length; i++) {
    let code = i < text.length ? text.charCodeAt(i) : EDGE;
    if (code > 0x30 && code <= 0x39) code = ZERO;
    if (code === ZERO && previous === ZERO) continue;
    if (single && code !== EDGE) found.push(mix(salt, code, 0, 0));
    found.push(mix(salt + 1, previous, code, 0));
    if (i > 0) found.push(mix(salt + 2, before, previous, code));
    before = previous;
    previous = code;
  }
}

export function featuresOf(line: LineReading): number[] {
  const found: number[] = [];
  addSequences(found, line.description, 10, true);
  addSequences(found, line.specification, 10, false);
  addSequences(found, line.note, 20, false);
  addSequences(found, line.vendor, 30, false);
  let unit = 0;
  for (let i = 0; i < line.unit.length; i++) unit = Math.imul(unit, 31) + line.unit.charCodeAt(i);
  found.push(mix(40, unit, 0, 0));
  found.push(mix(41, line.price > 0 ? Math.round(Math.log10(line.price) * 2) : -1, 0, 0));
  if (line.note.text === "") found.push(mix(42, 0, 0, 0));
  return found;
}
