/** The state, who hears of it, and one piece of work after the other. */
import { HostError } from "../../excel/errors";
import type { PaneState, Trouble, Work } from "./state";

export class Store {
  private readonly listeners = new Set<() => void>();
  private cancelling = new AbortController();
  /** A command of the ribbon may come while the pane is still opening. */
  private before: Promise<unknown> = Promise.resolve();

  constructor(private now: PaneState) {}

  get state(): PaneState {
    return this.now;
  }

  set(change: Partial<PaneState>): void {
    this.now = { ...this.now, ...change };
    this.listeners.forEach((listener) => listener());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  cancel(): void {
    this.cancelling.abort();
  }

  /** @param act tells itself what goes wrong */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    const own = this.before.then(act);
    this.before = own;
    return own;
  }

  /**
   * In its turn; what goes wrong is told and leaves the rest as it was.
   * @returns whether it was done: neither stopped nor refused
   */
  doing(work: Work, act: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    return this.inTurn(async () => {
      this.cancelling = new AbortController();
      const { signal } = this.cancelling;
      this.set({ work, progress: null, trouble: null, notice: null });
      try {
        await act(signal);
        return true;
      } catch (error) {
        if (!signal.aborted) this.set({ trouble: troubleOf(error) });
        return false;
      } finally {
        this.set({ work: null, progress: null });
      }
    });
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof HostError) return { name: error.code, subject: error.subject, detail: null };
  return { name: "Unexpected", subject: null, detail: error instanceof Error ? error.message : String(error) };
}
