/** Milliseconds of one turn. */
const TURN = 16;

/** Lets everything else have its turn. */
export const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Lets everything else have its turn between the pieces.
 * @throws the reason of `signal` when it is given up
 */
export async function inTurns<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < TURN) continue;
    await aTurn();
    signal?.throwIfAborted();
    began = performance.now();
  }
}

/** The same of work that nobody waits for: once it is not wanted any more it goes no further, and that is no error. */
export async function whileWanted(work: Generator<void, void>, wanted: AbortSignal): Promise<void> {
  if (wanted.aborted) return;
  try {
    await inTurns(work, wanted);
  } catch (error) {
    if (!wanted.aborted) throw error;
  }
}
