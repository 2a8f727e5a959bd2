import type { LineShown } from "../../core/report/shown";
import type { EstimateReading } from "../../core/read/reading";
import { columnName } from "../../core/workbook/workbook";
import { CellLink, cellOfLine } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { figure } from "../figures";
import { Later } from "../Later";

/** Each estimate beside the lines that cite its number. */
export function Estimates() {
  const { report, words } = useReport();
  const { estimates } = report.reading;
  const byNumber = new Map<string | null, LineShown[]>();
  for (const line of report.lines) {
    const cited = byNumber.get(line.evidenceNo);
    if (cited === undefined) byNumber.set(line.evidenceNo, [line]);
    else cited.push(line);
  }
  const pairs = estimates.map((estimate) => pair(estimate, byNumber.get(estimate.no) ?? [], report.tax));
  const isMatch = ({ difference }: Pair) => difference === 0;
  const open = pairs.filter((matched) => !isMatch(matched));
  const matches = pairs.filter(isMatch);
  const listed = new Set(estimates.map(({ no }) => no));
  const without = report.lines.filter(
    ({ evidenceNo, labourRows }) => labourRows.length === 0 && (evidenceNo === null || !listed.has(evidenceNo)),
  );
  return (
    <>
      <h2 className="hidden">{words.estimates.title}</h2>
      {estimates.length === 0 ? (
        <div className="note">
          <p>{words.estimates.none}</p>
          <p>{words.estimates.noneHint}</p>
        </div>
      ) : (
        <p className="total">{words.estimates.summary(matches.length, estimates.length)}</p>
      )}
      <Few items={open} className="cards">
        {(matched) => <Estimate key={keyOf(matched)} {...matched} />}
      </Few>
      {without.length > 0 && estimates.length > 0 && (
        <section className="card" aria-labelledby="without">
          <h3 id="without">{words.estimates.without(without.length)}</h3>
          <Few items={without}>
            {(line) => (
              <li key={`${line.sheet}!${line.row}`} className="line-head">
                <span>{line.description}</span>
                <CellLink sheet={line.sheet} cell={cellOfLine(line)} />
              </li>
            )}
          </Few>
        </section>
      )}
      {matches.length > 0 && (
        <Later title={words.estimates.matches(matches.length)}>
          <Few items={matches} className="cards">
            {(matched) => <Estimate key={keyOf(matched)} {...matched} />}
          </Few>
        </Later>
      )}
    </>
  );
}

const keyOf = ({ estimate }: Pair): string => `${estimate.sheet}!${estimate.row}`;

interface Pair {
  readonly estimate: EstimateReading;
  readonly lines: readonly LineShown[];
  /** The estimate's amount in the budget's tax treatment, whole yen. */
  readonly amount: number | null;
  /** Lines less estimate, whole yen; null where it cannot be told. */
  readonly difference: number | null;
}

function pair(estimate: EstimateReading, lines: readonly LineShown[], tax: "exclusive" | "inclusive"): Pair {
  const amount =
    (tax === "inclusive" ? estimate.inclusive : estimate.exclusive) ?? estimate.exclusive ?? estimate.inclusive;
  const sum = lines.reduce((total, line) => total + (line.amount ?? 0), 0);
  // A line that still holds tax agrees when it equals the estimate with tax: the tax is told as its own finding.
  const agrees = sum === estimate.exclusive || sum === estimate.inclusive;
  return {
    estimate,
    lines,
    amount,
    difference: lines.length === 0 || amount === null ? null : agrees ? 0 : sum - amount,
  };
}

function Estimate({ estimate, lines, amount, difference }: Pair) {
  const { words } = useReport();
  const { status } = words.estimates;
  const told =
    amount === null
      ? words.estimates.noAmount
      : difference === null
        ? status.unused
        : difference === 0
          ? status.match
          : status.differ(Math.abs(difference));
  const tone = difference === 0 ? "fine" : difference === null ? "info" : "error";
  const at = estimate.at.evidenceNo ?? estimate.at.no;
  return (
    <li className={`finding ${tone}`}>
      <div className="finding-head">
        <h3>
          {words.estimates.number(estimate.no)} <span className="label">{estimate.issuer}</span>
        </h3>
        <CellLink sheet={estimate.sheet} cell={`${at === undefined ? "A" : columnName(at.column)}${estimate.row}`} />
      </div>
      <div className="line-head">
        <span className={tone === "fine" ? "good" : tone === "error" ? "bad" : "label"}>{told}</span>
        {amount !== null && <span className="number">{words.yen(amount)}</span>}
      </div>
      {difference !== 0 && lines.length > 0 && (
        <ul className="plain">
          {lines.map((line) => (
            <li key={`${line.sheet}!${line.row}`} className="line-head">
              <span className="label">{line.description}</span>
              <span className="number">{line.amount === null ? "" : figure(line.amount)}</span>
              <CellLink sheet={line.sheet} cell={cellOfLine(line)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
