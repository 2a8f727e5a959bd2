/** Writes weights as the classifier reads them. */
import {
  evenChances,
  learn,
  LEAST,
  letterOf,
  partOf,
  walk,
  WHOLE,
  type Coder,
  type Rows,
} from "../src/core/classify/learned/packed";

class Packer implements Coder {
  private readonly chances = evenChances();
  private readonly digits: number[] = [];
  private low = 0;
  private range = WHOLE;

  bit(seen: number, bit: boolean): boolean {
    const chance = this.chances[seen]!;
    const part = partOf(this.range, chance);
    if (bit) {
      this.low += part;
      this.range -= part;
    } else this.range = part;
    this.chances[seen] = learn(chance, bit);
    while (this.range < LEAST) {
      this.range *= 64;
      this.shift();
    }
    return bit;
  }

  /** Puts down the first of five digits; what is too much for it goes to those before. */
  private shift(): void {
    if (this.low >= WHOLE) {
      this.low -= WHOLE;
      let at = this.digits.length - 1;
      while (this.digits[at] === 63) this.digits[at--] = 0;
      this.digits[at]!++;
    }
    this.digits.push(Math.floor(this.low / LEAST));
    this.low = (this.low % LEAST) * 64;
  }

  end(): string {
    for (let i = 0; i < 5; i++) this.shift();
    return this.digits.map(letterOf).join("");
  }
}

export function packed(rows: Rows, outputs: number): string {
  const packer = new Packer();
  walk(packer, outputs, rows);
  return packer.end();
}
