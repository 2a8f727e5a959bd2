import { findingText, notCheckedText } from "../../messages";
import { VERSION } from "../../views/version";
import { useReport } from "../context";
import { usePrinting } from "./usePrinting";

/** Of which book and which day a printed result is. */
export function PrintedHead() {
  const { session, words } = useReport();
  if (!usePrinting()) return null;
  return <p className="printed label">{words.printed.head(titleOfBook(), session.today(), VERSION)}</p>;
}

/** What paper shows in place of the cards: every finding with what to do, and what nobody checked. */
export function Printed() {
  const { report, language, words } = useReport();
  if (!usePrinting()) return null;
  const open = report.findings.filter(({ waived }) => waived === null);
  return (
    <section className="printed">
      {open.length > 0 && (
        <table>
          <thead>
            <tr>
              {words.printed.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.map((finding, index) => {
              const { title, what, todo } = findingText(finding, language);
              return (
                <tr key={index}>
                  <td>{words.findings.severities[finding.severity]}</td>
                  <td>{finding.sheet === null ? "" : words.cell(finding.sheet, finding.cell)}</td>
                  <td>
                    <strong>{title}</strong>
                    <br />
                    {what}
                    {finding.clause !== "" && <span className="clause">{words.findings.clause(finding.clause)}</span>}
                  </td>
                  <td>{todo}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {report.notChecked.length > 0 && (
        <>
          <h3>{words.notChecked.title(report.notChecked.length)}</h3>
          <ul>
            {report.notChecked.map((item, index) => (
              <li key={index}>{notCheckedText(item, language)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The page around the pane is called after the book. Excel's page is another's, and tells nothing. */
function titleOfBook(): string {
  try {
    return window.parent.document.title;
  } catch {
    return document.title;
  }
}
