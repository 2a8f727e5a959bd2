import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Fix } from "../../core/judge/finding";
import type { LabourRow } from "../../core/report/report";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { findingText } from "../../messages";
import { FixPreview } from "../result/FixPreview";
import { SeverityMark } from "../result/SeverityMark";
import { Calculator } from "./Calculator";
import { WorkedRate } from "./WorkedRate";

/** Each person's hourly rate, worked out line by line, and a calculator for people who are not in the sheet yet. */
export function Labour() {
  const { session, state, report, words } = useReport();
  const total = report.labour.reduce((sum, { eligibleAmount }) => sum + eligibleAmount, 0);
  return (
    <>
      <h2 className="hidden">{words.labour.title}</h2>
      {report.labour.length === 0 ? (
        <p className="note">{words.labour.none}</p>
      ) : (
        <div className="line-head">
          <p className="total">
            {words.labour.total} <strong className="number">{words.yen(total)}</strong>
          </p>
          <Button size="small" disabled={state.work !== null} onClick={() => void session.writeLabourBasis()}>
            {words.labour.basis}
          </Button>
        </div>
      )}
      <Few items={report.labour} className="cards">
        {(row) => <Person key={`${row.sheet}!${row.row}`} row={row} />}
      </Few>
      <Calculator />
    </>
  );
}

function Person({ row }: { readonly row: LabourRow }) {
  const { state, report, language, words } = useReport();
  const places = new Set([row, ...row.months].map(({ sheet, row: at }) => `${sheet}!${at}`));
  const findings = report.findings.filter(
    ({ sheet, cell, waived }) => waived === null && places.has(`${sheet}!${cell?.replace(/^[A-Z]+/, "")}`),
  );
  const worst = findings.some(({ severity }) => severity === "error")
    ? "error"
    : findings.length > 0
      ? "warning"
      : "fine";
  const [fixing, setFixing] = useState<Fix | null>(null);
  const capped = row.months.filter(
    ({ computed, allowed }) => computed !== null && allowed !== null && allowed < computed,
  );
  return (
    <li className={`finding ${worst}`}>
      <div className="finding-head">
        <h3>
          {row.person} <span className="label">{row.kind}</span>
        </h3>
        <CellLink sheet={row.sheet} cell={findings.find(({ sheet }) => sheet === row.sheet)?.cell ?? `A${row.row}`} />
      </div>
      <Comparison row={row} />
      {findings.length > 0 && (
        <ul className="plain">
          {findings.map((finding, index) => (
            <li key={index} className="person-finding">
              <SeverityMark severity={finding.severity} />
              <span>
                <span className="hidden">{words.findings.severities[finding.severity]}: </span>
                {findingText(finding, language).title}
              </span>
              {finding.fix !== null && fixing === null && (
                <Button size="small" disabled={state.work !== null} onClick={() => setFixing(finding.fix)}>
                  {words.findings.fix}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {fixing !== null && <FixPreview fix={fixing} onDone={() => setFixing(null)} />}
      <details open={worst === "error"}>
        <summary>{words.labour.steps}</summary>
        <WorkedRate parts={row.parts} rate={row.rate} />
        <table className="figures">
          <tbody>
            {row.hours !== null && (
              <tr>
                <th scope="row">{words.labour.times(String(row.hours))}</th>
                <td className="number">{row.amount === null ? "" : words.yen(row.amount)}</td>
              </tr>
            )}
            <tr className="sum">
              <th scope="row">{words.labour.counts}</th>
              <td className="number">{words.yen(row.eligibleAmount)}</td>
            </tr>
          </tbody>
        </table>
        {capped.map((month) => (
          <p key={month.row} className="label">
            {words.labour.monthOver(
              month.month ?? "",
              Math.min(row.rate ?? 0, row.statedRate ?? row.rate ?? 0),
              String(month.hours ?? 0),
              month.computed ?? 0,
              month.payPaid ?? 0,
            )}{" "}
            <CellLink sheet={month.sheet} cell={`A${month.row}`} />
          </p>
        ))}
      </details>
    </li>
  );
}

/** The stated rate against the computed one. */
function Comparison({ row }: { readonly row: LabourRow }) {
  const { words } = useReport();
  const { rate, statedRate } = row;
  const { labour } = words;
  if (rate === null) return null;
  if (row.parts.basePay === null || row.parts.scheduledHours === null)
    return <p className="compare">{labour.asStated(rate)}</p>;
  if (statedRate === null || statedRate === rate) return <p className="compare good">{labour.matches(rate)}</p>;
  const more = statedRate - rate;
  return (
    <p className={`compare ${more > 0 ? "bad" : ""}`}>
      {labour.stated(statedRate, rate)}
      {more > 0 ? labour.tooMuch(more) : labour.tooLittle(-more)}
    </p>
  );
}
