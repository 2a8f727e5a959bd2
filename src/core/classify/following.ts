/** Words that stand right after another word. */
import { kept } from "./kept";
import { ANY, leadsOf } from "./leads";
import type { Reading } from "./reading";

/** By letter, a bit for each pattern that a match can begin with. */
const begun = new Uint8Array(1 << 16);
/** By pattern, the letters that a match can begin with. */
export const lettersOf: Record<string, string> = {};

function firstLetters(source: string): string {
  const letters = new Set<string>();
  for (const [letter] of leadsOf(source)) {
    if (letter === ANY) throw new SyntaxError(`May begin with any letter: ${source}`);
    if (letter !== undefined) letters.add(letter);
  }
  return [...letters].join("");
}

export class Following {
  private readonly pattern: RegExp;
  private readonly bit: number;

  /** `pattern` matches folded text; its `$` is the end of the text, which is not asked for here. */
  constructor({ source }: RegExp) {
    this.pattern = new RegExp(source, "y");
    const letters = (lettersOf[source] = kept?.following[source] ?? firstLetters(source));
    const place = Object.keys(lettersOf).indexOf(source);
    if (place >= 8) throw new Error("Too many patterns for one byte");
    this.bit = 1 << place;
    for (let i = 0; i < letters.length; i++) {
      const code = letters.charCodeAt(i);
      begun[code] = (begun[code] as number) | this.bit;
    }
  }

  /** Whether it stands at `index`, which is not the end. */
  standsAt(index: number, reading: Reading): boolean {
    if (((begun[reading.codes[index] as number] as number) & this.bit) === 0) return false;
    this.pattern.lastIndex = index;
    return this.pattern.test(reading.text);
  }
}
