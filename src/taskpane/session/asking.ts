/** What the views ask the engine about what is on screen. Nothing is kept of it in the workbook. */
import type { Finding, Fix } from "../../core/judge/finding";
import type { RowTold } from "../../core/read/reading";
import type { LineShown } from "../../core/report/shown";
import type { Candidate, Comparison } from "../../views/whatif/compare";
import type { Engine, Worth } from "../engine/engine";
import type { Checking } from "./checking";
import type { Store } from "./store";

interface Parts {
  readonly engine: Engine;
  readonly today: () => string;
  readonly store: Store;
  readonly checking: Checking;
}

export function asking({ engine, today, store, checking }: Parts) {
  const worths = new WeakMap<Finding, Promise<Worth | null>>();
  return {
    /** How the budget would fare under another frame; nothing is kept. @throws what the check throws */
    async compare(candidate: Candidate): Promise<Comparison | null> {
      const [now, madeFor] = [checking.given(), store.state.report?.scheme];
      if (now === null || madeFor === undefined) return null;
      return engine.compare(now, candidate, { today: today(), madeFor });
    },
    /** What dealing with the finding would change; null where that cannot be told. Worked out once for each finding. */
    worthOf(finding: Finding): Promise<Worth | null> {
      const now = checking.given();
      if (now === null) return Promise.resolve(null);
      const known = worths.get(finding) ?? engine.worth(now, finding);
      worths.set(finding, known);
      known.catch(() => worths.delete(finding));
      return known;
    },
    /** How many findings would be left at the cell if the value were written. */
    async leftWith(fix: Fix): Promise<number> {
      const now = checking.given();
      return now === null ? 0 : engine.leftWith(now, fix);
    },
    /** The rows of a sheet as they were read. */
    async rowsOf(sheet: string): Promise<readonly RowTold[]> {
      const now = checking.given();
      return now === null ? [] : engine.rowsOf(now, sheet);
    },
    /** The words that decided what a line is. */
    async evidenceOf({ sheet, row }: LineShown): Promise<readonly string[]> {
      const now = checking.given();
      return now === null ? [] : engine.evidence(now, sheet, row);
    },
  };
}
