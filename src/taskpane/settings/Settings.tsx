import { Button, Textarea } from "@fluentui/react-components";
import { useId, useState } from "react";
import { parseSaved, serialise } from "../../core/decisions/saved";
import { usePane } from "../context";
import { Conditions } from "../start/Conditions";
import { SheetsRead } from "../start/SheetsRead";
import { MoreConditions } from "./MoreConditions";

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
      <Share />
    </section>
  );
}

/** Corrections as text: files cannot be downloaded from every Excel, copying and pasting works in all. */
function Share() {
  const { session, state, words } = usePane();
  const id = useId();
  const { corrections } = state.saved.decisions;
  const own = serialise({ revision: 0, settings: {}, decisions: { corrections, waivers: [], columns: [] } });
  const [text, setText] = useState<string | null>(null);
  const [bad, setBad] = useState(false);
  const take = () => {
    try {
      const { decisions } = parseSaved(text ?? own);
      setBad(false);
      void session.importCorrections(decisions.corrections);
      setText(null);
    } catch {
      setBad(true); // whatever is wrong with pasted text, the advice is the same
    }
  };
  return (
    <details>
      <summary>{words.settings.share}</summary>
      <p className="label" id={`${id}-hint`}>
        {words.settings.shareHint}
      </p>
      <Textarea
        className="wide"
        size="small"
        aria-label={words.settings.text}
        aria-describedby={`${id}-hint`}
        value={text ?? own}
        onChange={(_, { value }) => setText(value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {bad && (
        <p className="bad" role="alert">
          {words.settings.importBad}
        </p>
      )}
      <div className="buttons">
        <Button size="small" disabled={text === null} onClick={take}>
          {words.settings.import}
        </Button>
      </div>
    </details>
  );
}
