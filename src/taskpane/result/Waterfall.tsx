import { useReport } from "../context";
import { figure, percentOf } from "../figures";
import { steps, type Step } from "./steps";

/** From the budgeted cost to the subsidy. Steps that change nothing are told in one line instead. */
export function Waterfall() {
  const { report, scheme, words } = useReport();
  const list = steps(report, scheme);
  const whole = Math.max(1, ...list.map(({ level, cut }) => level + cut));
  if (list.length === 0) return null;
  const cap = report.subsidy?.cap ?? null;
  const capHolds = cap !== null && report.subsidy?.amount != null && !list.some(({ id }) => id === "overCap");

  return (
    <>
      <table className="steps">
        <caption className="hidden">{words.result.steps}</caption>
        <tbody>
          {list.map((step) => (
            <tr key={step.id} className={step.cut === 0 ? "level" : "cut"}>
              <th scope="row">{label(step)}</th>
              <td aria-hidden="true" className="bar">
                <i
                  style={{
                    left: percentOf(step.cut === 0 ? 0 : step.level, whole),
                    width: percentOf(step.cut === 0 ? step.level : step.cut, whole),
                  }}
                />
              </td>
              <td className="number">{step.cut === 0 ? figure(step.level) : figure(-step.cut)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {capHolds && <p className="label">{words.result.within(words.result.cap(cap))}</p>}
    </>
  );

  function label({ id, count }: Step): string {
    const { result } = words;
    const { subsidy } = report;
    switch (id) {
      case "claimed":
        return result.claimed;
      case "ineligible":
        return result.ineligible(count);
      case "reduced":
        return result.reduced(count);
      case "ratioCut":
        return result.ratioCut;
      case "allowed":
        return result.allowed;
      case "income":
        return result.income;
      case "rate":
        return subsidy?.rate == null ? result.timesRates : result.timesRate(subsidy.rate);
      case "overCap":
        return result.overCap(subsidy?.cap ?? 0);
      case "belowFloor":
        return result.belowFloor(subsidy?.floor ?? 0);
      case "rounding":
        return result.rounding(scheme?.rounding?.unit ?? 1);
    }
  }
}
