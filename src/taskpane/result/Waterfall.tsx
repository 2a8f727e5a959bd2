import { tellingSteps } from "../../core/report/steps";
import { stepText } from "../../messages/steps";
import { useMemo, useState } from "react";
import { useReport } from "../context";
import { figure, percentOf } from "../figures";
import { Behind, behindStep } from "./Behind";

/** From the budgeted cost to the subsidy, which stands above. A cap that holds is told in one line beneath. */
export function Waterfall() {
  const { report, scheme, language, words } = useReport();
  const list = useMemo(
    () =>
      tellingSteps(report.steps)
        .filter(({ id }) => id !== "part" && id !== "amount")
        .map((step) => ({ step, behind: behindStep(step, report, scheme) })),
    [report, scheme],
  );
  const [opened, setOpened] = useState<string | null>(null);
  const whole = Math.max(1, ...list.map(({ step: { level, yen, kind } }) => (kind === "cut" ? level + yen : level)));
  if (list.length === 0) return null;
  const cap = report.subsidy?.cap ?? null;
  const capHolds = cap !== null && report.subsidy?.amount != null && !list.some(({ step }) => step.id === "cap");

  return (
    <>
      <table className="steps">
        <caption className="hidden">{words.result.steps}</caption>
        <tbody>
          {list.map(({ step, behind }) => {
            const { label, note } = stepText(step, report, scheme, language);
            const isCut = step.kind === "cut";
            const key = `${step.id} ${step.of ?? ""}`;
            return [
              <tr key={key} className={isCut ? "cut" : "level"} title={note}>
                <th scope="row">
                  {behind === null || behind.lines.length === 0 ? (
                    label
                  ) : (
                    <button
                      type="button"
                      className="link"
                      aria-expanded={opened === key}
                      onClick={() => setOpened(opened === key ? null : key)}
                    >
                      {label} {isCut && note}
                    </button>
                  )}
                </th>
                <td className="number">{figure(isCut ? -step.yen : step.level)}</td>
              </tr>,
              // Below its words, as wide as the card: a small cut can still be seen.
              <tr key={`${key} bar`} className={isCut ? "cut" : "level"} aria-hidden="true">
                <td colSpan={2} className="bar">
                  <i
                    style={{
                      left: percentOf(isCut ? step.level : 0, whole),
                      width: percentOf(step.yen, whole),
                    }}
                  />
                </td>
              </tr>,
              behind !== null && opened === key && (
                <tr key={`${key} lines`}>
                  <td colSpan={2} className="opened">
                    <Behind {...behind} name={label} />
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
      {capHolds && <p className="label">{words.result.within(words.result.cap(cap))}</p>}
    </>
  );
}
