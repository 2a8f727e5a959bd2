/** Why a line was taken for what it is: worked out for the lines that somebody looks at. */
import { allKinds } from "./families";
import type { Kind } from "./kinds";
import type { Evidence, LineText } from "./nature";
import { signalsOf } from "./kind/signals";
import { readLine } from "./reading/line";

interface Speaking extends Evidence {
  readonly weight: number;
}

/** What speaks for a kind, the strongest first; of equals what comes first in the line. */
function speakingFor(line: LineText, kind: string): Speaking[] {
  const wanted = allKinds.indexOf(kind as Kind);
  return signalsOf(readLine(line))
    .filter((signal) => signal.kind === wanted)
    .map(({ field, weight, start, end }) => {
      const text = (line[field] ?? "").slice(start, end === 0 ? undefined : end);
      return { field, text: text.trim(), for: kind, weight };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** The three strongest words or figures that speak for a line's kind. */
export function evidenceOf(line: LineText, kind: string): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { field, text } of speakingFor(line, kind)) found.set(`${field} ${text}`, { field, text, for: kind });
  return [...found.values()].slice(0, 3);
}

/** Whether a word of the description speaks for a kind: of names, letters alone may have been learned to. */
export const isWorded = (line: LineText, kind: string): boolean =>
  speakingFor(line, kind).some(({ field }) => field === "description");

/** Whether some word speaks for `other` as strongly as the strongest for `kind`. */
export function speaksAsMuch(line: LineText, kind: string, other: string): boolean {
  const strongestFor = (name: string): number => speakingFor(line, name)[0]?.weight ?? 0;
  const ofOther = strongestFor(other);
  return ofOther > 0 && ofOther >= strongestFor(kind);
}
