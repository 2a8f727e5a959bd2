/** The letters of which phrases hold some, as a rule what they begin with, by the first of a pair. */
import { ANY, signsOf } from "../leads";

export interface Beginnings {
  /** How long the patterns are, in their order: they tell whether these are the beginnings of other patterns. */
  readonly of: readonly number[];
  /** By first letter: letters that can follow it (ANY: whatever follows), each before the place of its pattern as a letter. */
  readonly letters: Readonly<Record<string, string>>;
}

export function beginningsOf(patterns: readonly RegExp[]): Beginnings {
  const letters: Record<string, string> = {};
  patterns.forEach(({ source }, place) => {
    for (const [first = ANY, second = ANY] of signsOf(source))
      letters[first] = (letters[first] ?? "") + second + String.fromCharCode(place);
  });
  return { of: lengthsOf(patterns), letters };
}

const lengthsOf = (patterns: readonly RegExp[]): number[] => patterns.map(({ source }) => source.length);

/** @throws RangeError if they are of other patterns */
export function ofThese(beginnings: Beginnings, patterns: readonly RegExp[]): Beginnings {
  const lengths = lengthsOf(patterns);
  if (String(lengths) !== String(beginnings.of)) throw new RangeError("Beginnings were kept of other patterns");
  return beginnings;
}
