/**
 * Which of very many texts were said more than once, in four bytes for each. A text that was said once may be called
 * repeated too, as another has its number; one that was said twice is never missed.
 */
import { hash } from "./alike";

export class Repeated {
  private numbers = new Uint32Array(1024);
  private size = 0;
  private found: ReadonlySet<number> | null = null;

  add(text: string): void {
    if (this.size === this.numbers.length) {
      const larger = new Uint32Array(this.size * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.size++] = hash(text);
  }

  has(text: string): boolean {
    this.found ??= this.twice();
    return this.found.has(hash(text));
  }

  private twice(): Set<number> {
    const sorted = this.numbers.subarray(0, this.size).sort();
    const found = new Set<number>();
    for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) found.add(sorted[at] as number);
    return found;
  }
}
