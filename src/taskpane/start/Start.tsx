import { usePane } from "../context";
import { findingText } from "../../messages";
import { Conditions } from "./Conditions";
import { SheetsRead } from "./SheetsRead";
import { Template } from "./Template";

/** Before the check: what was recognised, each part open to correction. The main button stands at the foot. */
export function Start() {
  const { state, language, words } = usePane();
  const { report } = state;
  const missing = report !== null && report.totals === null;
  const isEmpty = missing && report.findings.some(({ rule }) => rule === "sheet/no-lines");
  return (
    <div className="panel">
      <h2 className="view-title">{words.start.title}</h2>
      {missing && (
        <section className="card attention">
          <h3>{isEmpty ? words.start.noLines : words.start.noTable}</h3>
          {report.findings.map((finding, index) => (
            <p key={index}>{findingText(finding, language).what}</p>
          ))}
          <p>{isEmpty ? words.start.noLinesHint : words.start.noTableHint}</p>
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
          <SheetsRead />
          {missing && !isEmpty && <Template />}
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
