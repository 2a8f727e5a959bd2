import { useState } from "react";
import { isUnsure } from "../../core/report/doubt";
import type { Line } from "../../core/report/report";
import { cellName } from "../../core/workbook/workbook";
import { ruleText } from "../../messages";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { Later } from "../Later";
import { figure, percentOf } from "../figures";
import { CategoryForm } from "./CategoryForm";

/** Eligible cost as one bar by major category (or by item, where a scheme has no majors), and the lines behind it. */
export function Categories() {
  const { report, words } = useReport();
  const { totals } = report;
  if (totals === null) return null;
  const majors = Object.entries(totals.byMajor);
  const shares = (majors.length > 0 ? majors : Object.entries(totals.byMiddle)).filter(([, yen]) => yen > 0);
  const whole = shares.reduce((sum, [, yen]) => sum + yen, 0);
  return (
    <div className="categories">
      {shares.length > 0 && (
        <>
          <div className="stack" aria-hidden="true">
            {shares.map(([name, yen], index) => (
              <i key={name} className={`hue-${index % 6}`} style={{ width: percentOf(yen, whole) }} />
            ))}
          </div>
          <ul className="legend" aria-label={words.result.categories}>
            {shares.map(([name, yen], index) => (
              <li key={name}>
                <i className={`dot hue-${index % 6}`} aria-hidden="true" />
                {name} <span className="number">{figure(yen)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Later title={words.result.byCategory}>
        <Items />
      </Later>
    </div>
  );
}

function Items() {
  const { report, words } = useReport();
  const items = new Map<string, Line[]>();
  for (const line of report.lines) {
    const name = line.middle ?? words.result.unclassified;
    const lines = items.get(name);
    if (lines === undefined) items.set(name, [line]);
    else lines.push(line);
  }
  return (
    <ul className="plain items">
      {[...items].map(([name, lines]) => (
        <li key={name}>
          <Later
            title={
              <>
                <span className="item-name">
                  {name} <span className="label">{words.result.lineCount(lines.length)}</span>
                </span>
                <span className="number">
                  {figure(lines.reduce((sum, { eligibleAmount }) => sum + eligibleAmount, 0))}
                </span>
              </>
            }
          >
            <Few items={lines}>{(line) => <LineRow key={`${line.sheet}!${line.row}`} line={line} />}</Few>
          </Later>
        </li>
      ))}
    </ul>
  );
}

/** One line with what it was taken for, why, and the way to correct that. */
function LineRow({ line }: { readonly line: Line }) {
  const { language, session, words } = useReport();
  const [correcting, setCorrecting] = useState(false);
  const { result } = words;
  const { description, runnerUp } = line;
  const unsure = isUnsure(line);
  const evidence = [...new Set(line.evidence.map(({ text }) => `「${text}」`))].slice(0, 4).join("");
  return (
    <li className="line">
      <div className="line-head">
        <span>{line.description}</span>
        <span className="number">
          {line.amount !== null && line.amount !== line.eligibleAmount && <s>{figure(line.amount)}</s>}{" "}
          {figure(line.eligibleAmount)}
        </span>
      </div>
      <div className="label">
        {line.eligibility === "ineligible" && <span className="tag bad">{result.ineligibleLine}</span>}
        {line.eligibility === "review" && <span className="tag">{result.reviewLine}</span>}
        {line.corrected && <span className="tag">{result.correctedLine}</span>}
        {unsure && <span className="tag">{result.unsure}</span>}
        {evidence !== "" &&
          line.middle !== null &&
          !line.corrected &&
          result.because(evidence, line.minor ?? line.middle)}
        {runnerUp !== null && !line.corrected && result.runnerUp(runnerUp)}
      </div>
      {line.adjustments.map(({ rule, from, to }) => (
        <div key={rule} className="label">
          {result.adjusted(from, to, ruleText(rule, language))}
        </div>
      ))}
      <div className="buttons">
        <CellLink sheet={line.sheet} cell={cellName(line.row, 1)} />
        {unsure && runnerUp !== null && (
          <button
            type="button"
            className="link"
            onClick={() => void session.correct({ description, vendor: null, middle: runnerUp, minor: null })}
          >
            {result.takeRunnerUp(runnerUp)}
          </button>
        )}
        <button type="button" className="link" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
          {words.findings.category}
        </button>
      </div>
      {correcting && <CategoryForm line={line} onDone={() => setCorrecting(false)} />}
    </li>
  );
}
