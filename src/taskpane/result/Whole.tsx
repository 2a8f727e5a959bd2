import { useState } from "react";
import type { ReportShown } from "../../core/report/shown";
import { useReport } from "../context";
import { figure, percentOf } from "../figures";
import { Categories } from "./Categories";
import { belongs } from "./findingList";
import { Ratios } from "./Ratios";
import { usePrinting } from "./usePrinting";
import { Waterfall } from "./Waterfall";

/** The whole budget in one bar, and the way from there to the subsidy a press away: what has to be done comes first. */
export function Whole() {
  const { report, words } = useReport();
  const isPrinting = usePrinting();
  const isDone = !report.findings.some((finding) => belongs(finding, "error") || belongs(finding, "warning"));
  const [asked, setAsked] = useState<boolean | null>(null);
  const isOpen = isPrinting || (asked ?? isDone);
  const parts = partsOf(report);
  const whole = parts.reduce((sum, { yen }) => sum + yen, 0);
  if (report.totals === null) return null;
  return (
    <div className="whole">
      {whole > 0 && (
        <>
          <div className="stack" aria-hidden="true">
            {parts.map(({ part, yen }) => (
              <i key={part} className={part} style={{ width: percentOf(yen, whole) }} />
            ))}
          </div>
          <ul className="legend" aria-label={words.result.whole}>
            {parts.map(({ part, yen }) => (
              <li key={part}>
                <i className={`dot ${part}`} aria-hidden="true" />
                {words.result.parts[part]} <span className="number">{figure(yen)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Ratios isKept={false} />
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setAsked(!isOpen)}>
        {words.result.howSo} <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
      </button>
      {isOpen && (
        <>
          <Waterfall />
          <Members />
          <Ratios isKept />
          <Categories />
        </>
      )}
    </div>
  );
}

type Part = "paid" | "own" | "eligible" | "out";

/** What was claimed in parts of whole yen, those of 0 left out; none where they do not make it up. */
function partsOf({ totals, subsidy }: ReportShown): readonly { readonly part: Part; readonly yen: number }[] {
  if (totals === null) return [];
  const { claimed, eligible } = totals;
  const paid = subsidy?.amount ?? null;
  const out = { part: "out", yen: claimed - eligible } as const;
  const parts: readonly { readonly part: Part; readonly yen: number }[] =
    paid === null
      ? [{ part: "eligible", yen: eligible }, out]
      : [{ part: "paid", yen: paid }, { part: "own", yen: eligible - paid }, out];
  return parts.some(({ yen }) => yen < 0) ? [] : parts.filter(({ yen }) => yen > 0);
}

/** Members of a consortium, each with its own rate. */
function Members() {
  const { report, words } = useReport();
  if (report.members.length < 2) return null;
  return (
    <table className="figures">
      <caption className="label">{words.result.members}</caption>
      <tbody>
        {report.members.map((member) => (
          <tr key={member.name}>
            <th scope="row">{member.name}</th>
            <td className="label">
              {words.classes[member.class]} {member.rate}
            </td>
            <td className="number">{figure(member.allowed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
