import { Button } from "@fluentui/react-components";
import { useReport } from "../context";

/** What to do once nothing has to be put right any more: the way to the papers that are handed in. */
export function NextSteps() {
  const { session, state, report, words } = useReport();
  const { findings, measure, notChecked, subsidy } = report;
  const open = findings.filter(({ severity, waived }) => waived === null && severity !== "info");
  const errors = open.filter(({ severity }) => severity === "error").length;
  // Nothing is handed in before there is a sum; what the guideline leaves open nobody can wait for.
  const isMissed = subsidy?.amount === null && subsidy.missing.some((name) => name !== "cap");
  if (errors > 0 || isMissed) return null;
  const { next } = words.findings;
  const isSummaryDone = state.summary !== null && !state.summary.stale;
  return (
    <section className="card next" aria-labelledby="next">
      <h4 id="next" className="good">
        {measure === null ? words.findings.clean : words.findings.cleanFigures}
      </h4>
      <ol>
        {open.length > 0 && <li>{next.lookAt(open.length)}</li>}
        {notChecked.length > 0 && (
          <li>
            <button type="button" className="link" onClick={() => session.showNotChecked(true)}>
              {next.notChecked(notChecked.length)}
            </button>
          </li>
        )}
        <li>
          {isSummaryDone ? (
            next.summaryDone(state.summary?.sheet ?? "")
          ) : (
            <Button size="small" disabled={state.work !== null} onClick={() => void session.writeSummary()}>
              {next.summary}
            </Button>
          )}
        </li>
        <li>{next.save}</li>
      </ol>
    </section>
  );
}
