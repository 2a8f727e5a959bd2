import { Button } from "@fluentui/react-components";
import { lazy } from "react";
import { usePane } from "../context";
import { Later } from "../Later";
import { Conditions } from "../start/Conditions";
import { SheetsRead } from "../start/SheetsRead";
import { Template } from "../start/Template";
import { MoreConditions } from "./MoreConditions";

const Share = lazy(() => import("./Share"));

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
          <MoreConditions />
        </details>
      </section>
      <SheetsRead />
      <Waivers />
      <Corrections />
      <Template />
      <p className="label centred">{words.settings.nothingLost}</p>
    </>
  );
}

function Waivers() {
  const { session, state, words } = usePane();
  const { waivers } = state.saved.decisions;
  return (
    <section className="card" aria-labelledby="waivers">
      <h3 id="waivers">{words.settings.waivers}</h3>
      {waivers.length === 0 && <p className="label">{words.settings.none}</p>}
      <ul className="plain">
        {waivers.map((waiver, index) => (
          <li key={index} className="line-head">
            <span>
              {waiver.sheet === null ? waiver.rule : words.cell(waiver.sheet, waiver.cell)}
              <span className="label block">{words.findings.waivedBy(waiver.by, waiver.date, waiver.reason)}</span>
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
