import { Button } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { DecisionState, Waiver } from "../../core/decisions/decision";
import { ruleText } from "../../messages";
import { usePane } from "../context";
import { Later } from "../Later";
import { Conditions } from "../start/Conditions";
import { SheetsRead } from "../start/SheetsRead";
import { Template } from "../start/Template";
import { StateOf } from "./StateOf";
import { TYPED_CONDITIONS, TypedCondition } from "./TypedCondition";

const Share = lazy(() => import("./Share"));
const Rows = lazy(() => import("./Rows"));
const MatchDecisions = lazy(() => import("../documents/MatchDecisions"));

/** Conditions of the application, how sheets are read, and every decision taken so far. */
export function Settings() {
  const { words } = usePane();
  return (
    <>
      <h2 className="hidden">{words.settings.title}</h2>
      <section className="card" aria-labelledby="conditions">
        <h3 id="conditions">{words.settings.conditions}</h3>
        <Conditions />
        <details>
          <summary>{words.conditions.more}</summary>
          <div className="fields">
            {TYPED_CONDITIONS.map((name) => (
              <TypedCondition key={name} name={name} />
            ))}
          </div>
        </details>
      </section>
      <SheetsRead />
      <Waivers />
      <Corrections />
      <Decided />
      <Template />
      <p className="label centred">{words.settings.nothingLost}</p>
    </>
  );
}

/** What few decide comes when it is there. */
function Decided() {
  const { rows = [], matches = [], typed = [] } = usePane().state.saved.decisions;
  return (
    <Suspense>
      {rows.length > 0 && <Rows />}
      {matches.length + typed.length > 0 && <MatchDecisions />}
    </Suspense>
  );
}

function Waivers() {
  const { session, state, language, words } = usePane();
  const { waivers } = state.saved.decisions;
  const states = state.report?.decisions.filter(({ kind }) => kind === "waiver");
  const stands = new Map(states?.map((decision) => [decision.index, decision]));
  return (
    <section className="card" aria-labelledby="waivers">
      <h3 id="waivers">{words.settings.waivers}</h3>
      {waivers.length === 0 && <p className="label">{words.settings.none}</p>}
      <ul className="plain">
        {waivers.map((waiver, index) => (
          <li key={index} className="line-head">
            <span>
              {place(waiver, stands.get(index))} {ruleText(waiver.rule, language)}
              <span className="label block">{words.findings.waivedBy(waiver.by, waiver.date, waiver.reason)}</span>
              <StateOf waiver={stands.get(index)} />
            </span>
            <Button
              size="small"
              aria-label={words.settings.removeOf(waiver.reason)}
              onClick={() => void session.unwaive(index)}
            >
              {words.settings.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );

  function place(waiver: Waiver, now: DecisionState | undefined): string {
    const { sheet, cell } = now ?? waiver;
    return sheet === null ? "" : words.cell(sheet, cell);
  }
}

function Corrections() {
  const { session, state, words } = usePane();
  const { corrections } = state.saved.decisions;
  return (
    <section className="card" aria-labelledby="corrections">
      <h3 id="corrections">{words.settings.corrections}</h3>
      {corrections.length === 0 && <p className="label">{words.settings.none}</p>}
      <ul className="plain">
        {corrections.map((correction, index) => (
          <li key={index} className="line-head">
            <span>
              {correction.description}
              <span className="label block">
                {correction.middle} {correction.minor}
              </span>
            </span>
            <Button
              size="small"
              aria-label={words.settings.removeOf(correction.description)}
              onClick={() => void session.uncorrect(index)}
            >
              {words.settings.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Later title={words.settings.share}>
        <Share />
      </Later>
    </section>
  );
}
