import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { Changed } from "./Changed";
import { usePane } from "./context";

/** What is going on, what was done, and what went wrong: each said once to a screen reader too. */
export function Messages() {
  const { state } = usePane();
  return (
    <>
      <div role="status" className="messages">
        {state.work !== null && <Working key={state.work} />}
        {state.work === null && state.notice !== null && <Done />}
      </div>
      {state.work === null && state.notice?.changed !== undefined && <Changed cells={state.notice.changed} />}
      <div role="alert" className="messages">
        {state.trouble !== null && <Failure />}
      </div>
    </>
  );
}

/** Work shorter than this needs no word, milliseconds. */
const PATIENCE = 500;

function Working() {
  const { session, state, words } = usePane();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!long || state.work === null) return null;
  const known = state.progress !== null;
  return (
    <div className="message working">
      <div className="message-text">
        <span id="work">{words.work[state.work]}</span>
        <progress
          aria-labelledby="work"
          max={100}
          {...(known ? { value: Math.round((state.progress ?? 0) * 100) } : {})}
        />
      </div>
      <Button size="small" onClick={session.cancel}>
        {words.cancel}
      </Button>
    </div>
  );
}

function Done() {
  const { session, state, words } = usePane();
  const { notice } = state;
  if (notice === null) return null;
  const { undo } = notice;
  // The result itself shows that a check is done: that one is only said.
  return (
    <div className={notice.did === "checked" ? "hidden" : "message done"}>
      <span className="message-text">{words.did[notice.did](notice.subject ?? "", notice.count ?? 1)}</span>
      {undo !== null && (
        <Button size="small" onClick={() => void undo()}>
          {words.undo}
        </Button>
      )}
      {notice.did !== "checked" && (
        <Button size="small" appearance="subtle" onClick={session.dismiss}>
          {words.dismiss}
        </Button>
      )}
    </div>
  );
}

function Failure() {
  const { session, state, words } = usePane();
  if (state.trouble === null) return null;
  const { name, subject, detail } = state.trouble;
  const told = words.trouble[name](subject ?? "");
  return (
    <div className="message failure">
      <div className="message-text">
        <strong>{told.what}</strong>
        <p>{told.todo}</p>
        {detail !== null && (
          <details>
            <summary>{words.detail}</summary>
            <code>{detail}</code>
          </details>
        )}
        <span className="buttons">
          <Button size="small" onClick={() => void (state.stage === "start" ? session.open() : session.check())}>
            {words.retry}
          </Button>
          <Button size="small" appearance="subtle" onClick={session.dismiss}>
            {words.dismiss}
          </Button>
        </span>
      </div>
    </div>
  );
}
