import { useEffect, useState } from "react";
import type { Finding } from "../../core/judge/finding";
import type { ReportShown } from "../../core/report/shown";
import { useReport } from "../context";
import type { Worth } from "../engine/engine";

/** Milliseconds of checking that are spent unasked; beyond them a card is weighed when it is opened. */
const ENOUGH = 10_000;
/** Lines from which on one check holds the pane too long to be done unasked. */
const LONG = 1_000;
/** Milliseconds after which what is known is shown. */
const NOW_AND_THEN = 300;

/** What each finding is worth in yen, as it becomes known: one check after the other, beside the person's own work. */
export function useWorths(): { readonly worths: ReadonlyMap<Finding, Worth>; readonly isWeighing: boolean } {
  const { session, report } = useReport();
  const [worths, setWorths] = useState<ReadonlyMap<Finding, Worth>>(new Map());
  const [weighed, setWeighed] = useState<ReportShown | null>(null);
  useEffect(() => {
    let wanted = true;
    const weigh = async () => {
      const known = new Map<Finding, Worth>();
      let [spent, shown] = [0, performance.now()];
      for (const finding of report.lines.length < LONG ? report.findings : []) {
        await new Promise((resolve) => setTimeout(resolve));
        if (!wanted || spent > ENOUGH) break;
        const start = performance.now();
        const worth = await session.worthOf(finding).catch(() => null);
        spent += performance.now() - start;
        if (worth !== null) known.set(finding, worth);
        if (performance.now() - shown > NOW_AND_THEN) {
          shown = performance.now();
          if (wanted) setWorths(new Map(known));
        }
      }
      if (!wanted) return;
      setWorths(known);
      setWeighed(report);
    };
    void weigh();
    return () => {
      wanted = false;
    };
  }, [session, report]);
  return { worths, isWeighing: weighed !== report };
}
