import { tellingSteps } from "../../core/report/steps";
import { stepText } from "../../messages/steps";
import { useReport } from "../context";
import { figure, percentOf } from "../figures";

/** From the budgeted cost to the subsidy, which stands above. A cap that holds is told in one line beneath. */
export function Waterfall() {
  const { report, scheme, language, words } = useReport();
  const list = tellingSteps(report.steps).filter(({ id }) => id !== "part" && id !== "amount");
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
                  {label}
                  {step.id === "reduction" && <span className="count"> {note}</span>}
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
      {capHolds && <p className="label">{words.result.within(words.result.cap(cap))}</p>}
    </>
  );
}
