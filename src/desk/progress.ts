/** How far a round is, and how long it will still take: measured over what was done in this run, whatever becomes of the clock. */
import type { Terminal } from "../cli/terminal";
import type { DeskWords } from "./words";

/** Milliseconds between two looks. */
const PAUSE = 200;
/** Applications after which the time left can be told. */
const FEW = 5;

export class RoundProgress {
  private readonly began = performance.now();
  private done = 0;
  private shownAt = 0;

  /** @param before applications that an earlier run has done */
  constructor(
    private readonly before: number,
    private readonly waiting: number,
    private readonly terminal: Terminal,
    private readonly say: DeskWords,
  ) {}

  step(): void {
    this.done += 1;
    if (!this.terminal.interactive || performance.now() - this.shownAt < PAUSE) return;
    this.shownAt = performance.now();
    const seconds = ((this.shownAt - this.began) / 1000 / this.done) * (this.waiting - this.done);
    const left = this.done < FEW ? null : this.say.timeLeft(seconds);
    this.terminal.progress(this.say.progressOf(this.before + this.done, this.before + this.waiting, left));
  }

  clear(): void {
    if (this.shownAt > 0) this.terminal.progress("");
  }
}
