import { tellingSteps } from "../../core/report/steps";
import { stepText } from "../../messages/steps";
import { useState } from "react";
import { cellName } from "../../core/workbook/workbook";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { figure, percentOf } from "../figures";

/** From the budgeted cost to the subsidy, which stands above. A cap that holds is told in one line beneath. */
export function Waterfall() {
  const { report, scheme, language, words } = useReport();
  const list = tellingSteps(report.steps).filter(({ id }) => id !== "part" && id !== "amount");
  const [opened, setOpened] = useState<string | null>(null);
  const behind = list.find(({ lines, of }) => lines.length > 0 && of === opened);
  const named = new Map([
    ...report.lines.map((line) => [`${line.sheet}!${line.row}`, line.description] as const),
    ...report.labour.map((row) => [`${row.sheet}!${row.row}`, row.person] as const),
  ]);
  const whole = Math.max(1, ...list.map(({ level, yen, kind }) => (kind === "cut" ? level + yen : level)));
  if (list.length === 0) return null;
  const cap = report.subsidy?.cap ?? null;
  const capHolds = cap !== null && report.subsidy?.amount != null && !list.some(({ id }) => id === "cap");

  return (
    <>
      <table className="steps">
        <caption className="hidden">{words.result.steps}</caption>
        <tbody>
          {list.map((step) => {
            const { label, note } = stepText(step, report, scheme, language);
            const isCut = step.kind === "cut";
            return (
              <tr key={`${step.id} ${step.of ?? ""}`} className={isCut ? "cut" : "level"} title={note}>
                <th scope="row">
                  {step.lines.length === 0 ? (
                    label
                  ) : (
                    <button
                      type="button"
                      className="link"
                      aria-expanded={opened === step.of}
                      onClick={() => setOpened(opened === step.of ? null : step.of)}
                    >
                      {label} {note}
                    </button>
                  )}
                </th>
                <td aria-hidden="true" className="bar">
                  <i
                    style={{
                      left: percentOf(isCut ? step.level : 0, whole),
                      width: percentOf(step.yen, whole),
                    }}
                  />
                </td>
                <td className="number">{figure(isCut ? -step.yen : step.level)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {behind !== undefined && (
        <ul className="plain behind">
          <Few items={behind.lines}>
            {({ sheet, row, yen }) => (
              <li key={`${sheet}!${row}`} className="line-head">
                <span>
                  <CellLink sheet={sheet} cell={cellName(row, 1)} /> {named.get(`${sheet}!${row}`)}
                </span>
                <span className="number">{figure(-yen)}</span>
              </li>
            )}
          </Few>
        </ul>
      )}
      {capHolds && <p className="label">{words.result.within(words.result.cap(cap))}</p>}
    </>
  );
}
