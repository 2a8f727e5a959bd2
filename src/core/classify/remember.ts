/** Natures of lines that were classified before: a live check after one edit meets the same lines again. */
import { toText, type Fraction } from "../money/fraction";
import { classify } from "./classify";
import type { LineText, Nature } from "./nature";

/** As many as a person's own budget has; a longer one is classified anew rather than kept. */
const MOST = 5_000;

const known = new Map<string, Nature>();

/** The same answer as `classify`. */
export function natureOf(line: LineText): Nature {
  const key = keyOf(line);
  const before = known.get(key);
  if (before !== undefined) return before;
  const nature = classify(line);
  if (known.size >= MOST) known.clear();
  known.set(key, nature);
  return nature;
}

const figure = (value: Fraction | null): string => (value === null ? "" : toText(value));

function keyOf(line: LineText): string {
  const {
    description,
    specification,
    vendor,
    unitPrice,
    quantity,
    unit,
    note,
    statedMajor,
    statedMiddle,
    statedMinor,
  } = line;
  return [
    description,
    specification,
    vendor,
    figure(unitPrice),
    figure(quantity),
    unit,
    note,
    statedMajor,
    statedMiddle,
    statedMinor,
  ].join("\u0000");
}
