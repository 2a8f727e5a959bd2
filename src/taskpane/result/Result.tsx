import { Button } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { useReport } from "../context";
import { Doubts } from "../start/Doubts";
import { Findings } from "./Findings";
import { Measure } from "./Measure";
import { NextSteps } from "./NextSteps";
import { Others } from "./Others";
import { Printed, PrintedHead } from "./Printed";
import { Verdict } from "./Verdict";

const Asked = lazy(() => import("./Asked"));

/** How much can be applied for, how that came about, and what is to be put right. */
export function Result() {
  const { session, state, report, words } = useReport();
  const { crashed } = report.rules;
  const outdated = report.decisions.filter(({ state: how }) => how === "changed").length;
  return (
    <>
      <h2 className="hidden">{words.result.title}</h2>
      <PrintedHead />
      {crashed.length > 0 && <p className="note bad">{words.crashed(crashed.length)}</p>}
      {state.unmarked.length > 0 && <p className="note">{words.unmarked(state.unmarked.join(words.listJoin))}</p>}
      {outdated > 0 && (
        <div className="note stale">
          <span>{words.outdated(outdated)}</span>
          <Button size="small" onClick={() => session.show("settings")}>
            {words.tabs.settings}
          </Button>
        </div>
      )}
      <Verdict />
      <Others />
      {state.asked.length > 0 && (
        <Suspense>
          <Asked />
        </Suspense>
      )}
      <NextSteps />
      <Doubts />
      <Measure />
      {state.marksStale && (
        <div className="note stale">
          <span>{words.marksStale}</span>
          <Button size="small" disabled={state.work !== null} onClick={() => void session.mark()}>
            {words.remark}
          </Button>
        </div>
      )}
      {state.summary?.stale === true && (
        <div className="note stale">
          <span>{words.summaryStale(state.summary.sheet)}</span>
          <Button size="small" disabled={state.work !== null} onClick={() => void session.writeSummary()}>
            {words.renewSummary}
          </Button>
        </div>
      )}
      <Findings />
      <Printed />
    </>
  );
}
