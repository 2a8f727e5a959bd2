/** Marks in the sheets follow what was found. */
import type { ReportShown } from "../../core/report/shown";
import { marksOf } from "../../views/marks/marks";
import type { Host } from "../host";
import { aTurn } from "../turns";
import type { Store } from "./store";

export class Marks {
  /** What those in the sheets were made from. */
  private drawn = "";

  constructor(
    private readonly host: Host,
    private readonly store: Store,
  ) {}

  /** What was found is on the screen by then: a long budget's marks take a turn of their own. */
  async draw(report: ReportShown): Promise<void> {
    await aTurn();
    const unmarked = await this.host.mark(report);
    await aTurn();
    this.drawn = textOf(report);
    this.store.set({ unmarked, marked: true, marksStale: false });
  }

  /** Without a word; where they cannot, the pane says that they are old. */
  async follow(): Promise<void> {
    const { report, marked } = this.store.state;
    if (!marked || report === null) return;
    await aTurn();
    if (this.drawn === textOf(report)) return;
    try {
      await this.draw(report);
    } catch {
      this.store.set({ marksStale: true });
    }
  }

  async clear(): Promise<void> {
    await this.host.clearMarks();
    this.store.set({ marked: false, marksStale: false, unmarked: [] });
  }
}

const textOf = ({ findings }: ReportShown): string => JSON.stringify(marksOf(findings));
