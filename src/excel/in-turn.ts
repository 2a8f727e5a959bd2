/** Pieces of work one after the other, in the order in which they were asked for; one that fails holds up no other. */
export class InTurn {
  /** Ends, never in an error, when everything begun so far has ended. */
  private idle: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.idle.then(work);
    this.idle = done.catch(() => undefined);
    return done;
  }
}
