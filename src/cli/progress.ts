/** A line on the terminal that says how far a long check is. */
import { words, type Lang } from "./words";
import type { Terminal } from "./terminal";

/** Milliseconds between two looks. */
const PAUSE = 100;

export class Progress {
  private done = 0;
  private shownAt = 0;
  private shown = false;

  constructor(
    private readonly all: number,
    private readonly terminal: Terminal,
    private readonly lang: Lang,
  ) {
    this.show();
  }

  step(): void {
    this.done += 1;
    if (this.done < this.all && Date.now() - this.shownAt >= PAUSE) this.show();
  }

  /** Takes the line away, so that a result or a message can be written. */
  clear(): void {
    if (!this.shown) return;
    this.terminal.progress("");
    this.shown = false;
  }

  private show(): void {
    if (!this.terminal.interactive) return;
    this.terminal.progress(words[this.lang].progress(this.done, this.all));
    this.shownAt = Date.now();
    this.shown = true;
  }
}
