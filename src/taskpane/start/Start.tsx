import { usePane } from "../context";
import { findingText } from "../../messages";
import { Conditions } from "./Conditions";
import { Doubts } from "./Doubts";
import { SheetsRead } from "./SheetsRead";
import { obstacleOf } from "./obstacle";
import { Template } from "./Template";

/** Before the check: what was recognised, each part open to correction. The main button stands at the foot. */
export function Start() {
  const { state, language, words } = usePane();
  const { report } = state;
  const obstacle = obstacleOf(report);
  return (
    <div className="panel">
      <h2 className="view-title">{words.start.title}</h2>
      {report !== null && obstacle === null && <p className="label">{words.start.hint}</p>}
      {report !== null && obstacle !== null && (
        <section className="card attention">
          <h3>{obstacle === "no-table" ? words.start.noTable : words.start.noLines}</h3>
          {report.findings.map((finding, index) => (
            <p key={index}>{findingText(finding, language).what}</p>
          ))}
          <p>{obstacle === "no-table" ? words.start.noTableHint : words.start.noLinesHint}</p>
        </section>
      )}
      {report !== null && (
        <>
          <section className="card" aria-labelledby="recognised">
            <h3 id="recognised" className="label">
              {words.start.recognised}
            </h3>
            <Conditions />
          </section>
          <Doubts />
          <SheetsRead />
          {obstacle === "no-table" && <Template />}
        </>
      )}
      <p className="label centred">
        <a href={helpAddress()} target="_blank" rel="noreferrer">
          {words.start.help}
        </a>
      </p>
    </div>
  );
}

/** In the one page the help lies in the page itself. */
const helpAddress = (): string =>
  (window.parent as Window & { readonly kenzanHelp?: string }).kenzanHelp ?? "help.html";
