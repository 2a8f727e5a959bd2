import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { Finding, Fix, Line } from "../../core/report/report";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { findingText } from "../../messages";
import { CategoryForm } from "./CategoryForm";
import { FixPreview } from "./FixPreview";
import { SeverityMark } from "./SeverityMark";
import { WaiverForm } from "./WaiverForm";

interface Props {
  readonly finding: Finding;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  /** A form of the card was closed: the card may be gone after the next check. */
  readonly onClosed: () => void;
}

type Form = "fix" | "waive" | "category" | null;

/** What is wrong, why, and what to do; a click shows it and selects its cell. */
export function FindingCard({ finding, expanded, onToggle, onClosed }: Props) {
  const { session, report, state, language, words } = useReport();
  const id = useId();
  const [form, setForm] = useState<Form>(null);
  const text = findingText(finding, language);
  const line = lineOf(finding, report.lines);
  const { sheet, cell, waived } = finding;
  const title = useRef<HTMLButtonElement>(null);
  const close = () => {
    setForm(null);
    title.current?.focus();
    onClosed();
  };
  const toggle = () => {
    if (!expanded && sheet !== null) void session.select(sheet, cell);
    onToggle();
  };
  const place =
    report.decisions.find(
      (own) =>
        own.kind === "waiver" &&
        own.sheet === sheet &&
        own.cell === cell &&
        state.saved.decisions.waivers[own.index]?.rule === finding.rule &&
        own.state !== "changed",
    )?.index ?? -1;

  return (
    <li className={`finding ${finding.severity}`}>
      <div className="finding-head">
        <h4>
          <button
            type="button"
            ref={title}
            className="finding-title"
            aria-expanded={expanded}
            aria-controls={expanded ? id : undefined}
            onClick={toggle}
          >
            <SeverityMark severity={finding.severity} />
            <span>
              <span className="hidden">{words.findings.severities[finding.severity]}: </span>
              {text.title}
            </span>
          </button>
        </h4>
        {sheet !== null && <CellLink sheet={sheet} cell={cell} />}
      </div>
      {!expanded && line !== undefined && <div className="label finding-line">{line.description}</div>}
      {expanded && (
        <div id={id} className="finding-body">
          <dl>
            <dt>{words.findings.what}</dt>
            <dd>{text.what}</dd>
            {(text.why !== "" || finding.clause !== "") && (
              <>
                <dt>{words.findings.why}</dt>
                <dd>
                  {text.why}
                  {finding.clause !== "" && <span className="clause">{words.findings.clause(finding.clause)}</span>}
                </dd>
              </>
            )}
            {text.todo !== "" && (
              <>
                <dt>{words.findings.todo}</dt>
                <dd>{text.todo}</dd>
              </>
            )}
          </dl>
          {finding.fix !== null && waived === null && <Worth fix={finding.fix} />}
          {waived !== null && (
            <p className="label">
              {words.waive.reason} {words.findings.waivedBy(waived.by, waived.date, waived.reason)}
            </p>
          )}
          {form === null && (
            <div className="buttons">
              {finding.fix !== null && waived === null && (
                <Button size="small" appearance="primary" disabled={state.work !== null} onClick={() => setForm("fix")}>
                  {words.findings.fix}
                </Button>
              )}
              {line !== undefined && waived === null && /^(category|eligibility)\//.test(finding.rule) && (
                <Button size="small" onClick={() => setForm("category")}>
                  {words.findings.category}
                </Button>
              )}
              {waived === null ? (
                <Button size="small" onClick={() => setForm("waive")}>
                  {words.findings.waive}
                </Button>
              ) : (
                place !== -1 && (
                  <Button size="small" onClick={() => void session.unwaive(place)}>
                    {words.findings.takeBack}
                  </Button>
                )
              )}
            </div>
          )}
          {form === "fix" && finding.fix !== null && <FixPreview fix={finding.fix} onDone={close} />}
          {form === "waive" && <WaiverForm finding={finding} onDone={close} />}
          {form === "category" && line !== undefined && <CategoryForm line={line} onDone={close} />}
        </div>
      )}
    </li>
  );
}

/** What the fix is worth in yen of subsidy; worked out for the card that is open. */
function Worth({ fix }: { readonly fix: Fix }) {
  const { session, report, words } = useReport();
  const [yen, setYen] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    void session.worthOf(fix).then((worth) => wanted && setYen(worth));
    return () => {
      wanted = false;
    };
  }, [session, fix, report]);
  return yen === null ? null : <p className="label">{words.findings.worth(yen)}</p>;
}

function lineOf({ sheet, cell }: Finding, lines: readonly Line[]): Line | undefined {
  const row = Number(cell?.replace(/^[A-Z]+/, ""));
  return lines.find((line) => line.sheet === sheet && line.row === row);
}
