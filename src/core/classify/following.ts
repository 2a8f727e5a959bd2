/** Words that stand right after another word. */
import { ANY, leadsOf } from "./leads";
import type { Reading } from "./reading";

/** By letter, a bit for each pattern that a match can begin with. */
const begun = new Uint8Array(1 << 16);
let patterns = 0;

export class Following {
  private readonly pattern: RegExp;
  private readonly bit: number;

  /** `pattern` matches folded text; its `$` is the end of the text, which is not asked for here. */
  constructor({ source }: RegExp) {
    this.pattern = new RegExp(source, "y");
    this.bit = 1 << patterns++;
    if (patterns > 8) throw new Error("Too many patterns for one byte");
    for (const [letter] of leadsOf(source)) {
      if (letter === ANY) throw new SyntaxError(`May begin with any letter: ${source}`);
      if (letter === undefined) continue;
      const code = letter.charCodeAt(0);
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
