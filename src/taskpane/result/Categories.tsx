import { useState } from "react";
import { isUnsure } from "../../core/report/doubt";
import { spendingByItem, type Spending } from "../../core/report/spending";
import { totalName } from "../../core/scheme/items";
import type { Scheme } from "../../core/scheme/scheme";
import { cellName } from "../../core/workbook/workbook";
import { ruleText } from "../../messages";
import { CellLink, cellOfLine } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { useAnswer } from "../useAnswer";
import { Later } from "../Later";
import { figure, percentOf } from "../figures";
import { Behind, keyOf } from "./Behind";
import { CategoryForm } from "./CategoryForm";

/** Eligible cost as one bar by major category (or by item, where a scheme has no majors), and the lines behind it. */
export function Categories() {
  const { report, scheme, words } = useReport();
  const [opened, setOpened] = useState<string | null>(null);
  const { totals } = report;
  if (totals === null) return null;
  const majors = Object.entries(totals.byMajor);
  const shares = (majors.length > 0 ? majors : Object.entries(totals.byMiddle)).filter(([, yen]) => yen > 0);
  const whole = shares.reduce((sum, [, yen]) => sum + yen, 0);
  const isMajor = majors.length > 0;
  const behind = spendingByItem(report).filter(
    (spending) => spending.eligible !== 0 && nameOf(spending, isMajor, scheme) === opened,
  );
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
                <button
                  type="button"
                  className="link"
                  aria-expanded={opened === name}
                  onClick={() => setOpened(opened === name ? null : name)}
                >
                  {name} <span className="number">{figure(yen)}</span>
                </button>
              </li>
            ))}
          </ul>
          {opened !== null && <Behind lines={behind} of="eligible" name={opened} />}
        </>
      )}
      <Later title={words.result.byCategory}>
        <Items />
      </Later>
    </div>
  );
}

/** Under which of the shares a line stands. */
function nameOf(spending: Spending, isMajor: boolean, scheme: Scheme | undefined): string | null {
  const { item } = spending;
  if (isMajor) return item.major;
  return scheme === undefined ? item.middle : totalName(scheme, item);
}

function Items() {
  const { report, words } = useReport();
  const items = new Map<string, Spending[]>();
  for (const spending of spendingByItem(report)) {
    const name = spending.item.middle ?? words.result.unclassified;
    items.set(name, [...(items.get(name) ?? []), spending]);
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
                <span className="number">{figure(lines.reduce((sum, { eligible }) => sum + eligible, 0))}</span>
              </>
            }
          >
            <Few items={lines}>
              {(spending) =>
                "line" in spending ? (
                  <LineRow key={keyOf(spending)} spending={spending} />
                ) : (
                  <LabourLine key={keyOf(spending)} spending={spending} />
                )
              }
            </Few>
          </Later>
        </li>
      ))}
    </ul>
  );
}

/** Labour that stands beside the budget table. */
function LabourLine({ spending }: { readonly spending: Extract<Spending, { labour: unknown }> }) {
  const { sheet, row, claimed, eligible, labour } = spending;
  return (
    <li className="line">
      <div className="line-head">
        <span>{labour.position === null ? labour.person : `${labour.person}（${labour.position}）`}</span>
        <span className="number">
          {claimed !== null && claimed !== eligible && <s>{figure(claimed)}</s>} {figure(eligible)}
        </span>
      </div>
      <CellLink sheet={sheet} cell={cellName(row, 1)} />
    </li>
  );
}

/** One line with what it was taken for, why, and the way to correct that. */
function LineRow({ spending }: { readonly spending: Extract<Spending, { line: unknown }> }) {
  const { line, claimed, eligible, item } = spending;
  const { language, session, words } = useReport();
  const [correcting, setCorrecting] = useState(false);
  const { result } = words;
  const { description, runnerUp } = line;
  const unsure = isUnsure(line);
  const found = useAnswer(() => session.evidenceOf(line), [session, line]) ?? [];
  const evidence = found
    .slice(0, 4)
    .map((text) => `「${text}」`)
    .join("");
  return (
    <li className="line">
      <div className="line-head">
        <span>{line.description}</span>
        <span className="number">
          {claimed !== null && claimed !== eligible && <s>{figure(claimed)}</s>} {figure(eligible)}
        </span>
      </div>
      <div className="label">
        {line.eligibility === "ineligible" && <span className="tag bad">{result.ineligibleLine}</span>}
        {line.eligibility === "review" && <span className="tag">{result.reviewLine}</span>}
        {line.corrected && <span className="tag">{result.correctedLine}</span>}
        {unsure && <span className="tag">{result.unsure}</span>}
        {evidence !== "" &&
          item.middle !== null &&
          line.shares.every(({ middle }) => middle === item.middle) &&
          !line.corrected &&
          result.because(evidence, item.minor ?? item.middle)}
        {runnerUp !== null && !line.corrected && result.runnerUp(runnerUp)}
      </div>
      {line.adjustments.map(({ rule, from, to }) => (
        <div key={rule} className="label">
          {result.adjusted(from, to, ruleText(rule, language))}
        </div>
      ))}
      <div className="buttons">
        <CellLink sheet={line.sheet} cell={cellOfLine(line)} />
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
