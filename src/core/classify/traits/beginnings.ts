/** The letters of which phrases hold some, as a rule what they begin with, by the first of a pair. */
import { ANY, leadsOf, signsOf } from "../leads";

export interface Beginnings {
  /** How long the patterns are, in their order: they tell whether these are the beginnings of other patterns. */
  readonly of: readonly number[];
  /** By first letter: letters that can follow it (ANY: whatever follows), each before the place of its pattern as a letter. */
  readonly letters: Readonly<Record<string, string>>;
  /** Places of the patterns of which all letters are such that they begin with. */
  readonly led: readonly number[];
}

export function beginningsOf(sources: readonly string[]): Beginnings {
  const letters: Record<string, string> = {};
  const led: number[] = [];
  sources.forEach((source, place) => {
    const signs = signsOf(source);
    for (const [first = ANY, second = ANY] of signs)
      letters[first] = (letters[first] ?? "") + second + String.fromCharCode(place);
    if ([...leadsOf(source)].every((lead) => signs.has(lead) && !lead.startsWith(ANY) && lead !== "")) led.push(place);
  });
  return { of: lengthsOf(sources), letters, led };
}

const lengthsOf = (sources: readonly string[]): number[] => sources.map(({ length }) => length);

/** @throws RangeError if they are of other patterns */
export function ofThese(beginnings: Beginnings, sources: readonly string[]): Beginnings {
  if (String(lengthsOf(sources)) !== String(beginnings.of))
    throw new RangeError("Beginnings were kept of other patterns");
  return beginnings;
}
