/** Why a line was taken for what it is: worked out for the lines that somebody looks at. */
import { allKinds } from "./families";
import type { Kind } from "./kinds";
import type { Evidence, LineText } from "./nature";
import { readLine, signalsOf } from "./signals";

const strongest: Evidence[] = [];

/** The three strongest words or figures that speak for a line's kind; of equals the first. */
export function evidenceOf(line: LineText, kindOfLine: string): Evidence[] {
  const { count, kinds, weights, fields, starts, ends } = signalsOf(readLine(line));
  const kind = allKinds.indexOf(kindOfLine as Kind);
  let found = 0;
  let before = Infinity;
  let last = -1;
  while (found < 3) {
    let next = -1;
    for (let i = 0; i < count; i++) {
      if (kinds[i] !== kind) continue;
      const weight = weights[i] as number;
      const isLeft = weight < before || (weight === before && i > last);
      if (isLeft && (next < 0 || weight > (weights[next] as number))) next = i;
    }
    if (next < 0) break;
    before = weights[next] as number;
    last = next;
    const field = fields[next] as Evidence["field"];
    const text = textOf(line, field)
      .slice(starts[next], ends[next] === 0 ? undefined : ends[next])
      .trim();
    if (!isAmong(found, field, text)) strongest[found++] = { field, text, for: kindOfLine };
  }
  return strongest.slice(0, found);
}

/** Whether some word speaks for `other` as strongly as the strongest for `kind`. */
export function speaksAsMuch(line: LineText, kind: string, other: string): boolean {
  const { count, kinds, weights } = signalsOf(readLine(line));
  const strongestFor = (name: string): number => {
    const wanted = allKinds.indexOf(name as Kind);
    let highest = 0;
    for (let i = 0; i < count; i++) if (kinds[i] === wanted) highest = Math.max(highest, weights[i] as number);
    return highest;
  };
  const ofOther = strongestFor(other);
  return ofOther > 0 && ofOther >= strongestFor(kind);
}

function isAmong(found: number, field: Evidence["field"], text: string): boolean {
  for (let i = 0; i < found; i++) {
    const other = strongest[i] as Evidence;
    if (other.field === field && other.text === text) return true;
  }
  return false;
}

function textOf(line: LineText, field: Evidence["field"]): string {
  switch (field) {
    case "description":
    case "specification":
    case "vendor":
    case "unit":
    case "note":
      return line[field] ?? "";
    case "unitPrice":
    case "quantity": {
      const figure = line[field];
      return figure === null ? "" : String(Number(figure.n) / Number(figure.d));
    }
    case "stated":
      return line.statedMiddle ?? line.statedMinor ?? line.statedMajor ?? "";
  }
}
