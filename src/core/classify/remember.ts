/** Natures of lines that were classified before: a live check after one edit meets the same lines again. */
import type { Fraction } from "../money/fraction";
import { classify } from "./classify";
import type { LineText, Nature } from "./nature";

/** As many as a person's own budget has; the lines of a longer one are better classified anew than kept. */
export const MOST_REMEMBERED = 5_000;
/** One item may stand in several lines, with different figures and remarks. */
const MOST_OF_ITEM = 8;

interface Known {
  readonly line: LineText;
  readonly firstYear: number | null;
  readonly nature: Nature;
}

const known = new Map<string, Known[]>();
let kept = 0;

/** The same answer as `classify`. */
export function natureOf(line: LineText, firstYear: number | null): Nature {
  const ofItem = known.get(line.description) ?? [];
  for (const before of ofItem)
    if (before.firstYear === firstYear && saysTheSame(before.line, line)) return before.nature;
  const nature = classify(line, firstYear);
  if (ofItem.length === MOST_OF_ITEM) return nature;
  if (kept++ >= MOST_REMEMBERED) {
    known.clear();
    kept = 1;
  }
  known.set(line.description, [...ofItem, { line: textOf(line), firstYear, nature }]);
  return nature;
}

const isSame = (a: Fraction | null, b: Fraction | null): boolean =>
  a === b || (a !== null && b !== null && a.n === b.n && a.d === b.d);

const saysTheSame = (a: LineText, b: LineText): boolean =>
  a.note === b.note &&
  a.vendor === b.vendor &&
  a.unit === b.unit &&
  a.specification === b.specification &&
  a.isShare === b.isShare &&
  a.statedMajor === b.statedMajor &&
  a.statedMiddle === b.statedMiddle &&
  a.statedMinor === b.statedMinor &&
  isSame(a.unitPrice, b.unitPrice) &&
  isSame(a.quantity, b.quantity);

/** Without the cells and the rest of a budget line, which would be kept along. */
function textOf(line: LineText): LineText {
  const { description, specification, vendor, unitPrice, quantity, unit, note } = line;
  const { isShare, statedMajor, statedMiddle, statedMinor } = line;
  const item = { description, specification, vendor, unitPrice, quantity, unit, note, statedMajor, statedMiddle };
  return { ...item, statedMinor, ...(isShare === undefined ? {} : { isShare }) };
}
