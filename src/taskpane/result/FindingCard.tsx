import { Button } from "@fluentui/react-components";
import { lazy, useEffect, useId, useRef, useState, type ReactNode } from "react";
import type { Finding } from "../../core/judge/finding";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { Later } from "../Later";
import { RowChoices } from "../start/RowChoices";
import { useAnswer } from "../useAnswer";
import type { Worth } from "../engine/engine";
import { CategoryForm } from "./CategoryForm";
import type { Item } from "./findingList";
import { FixPreview } from "./FixPreview";
import { SeverityMark } from "./SeverityMark";
import { WaiverForm } from "./WaiverForm";

const RulePage = lazy(() => import("./RulePage"));

interface Props {
  readonly item: Item;
  /** The heading above says what is wrong; the card says where. */
  readonly alike: boolean;
  /** What dealing with it is worth, once that is known. */
  readonly worth: Worth | null;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  /** A form of the card was closed: the card may be gone after the next check. */
  readonly onClosed: () => void;
  /** Beneath an open card. */
  readonly children: ReactNode;
}

type Form = "fix" | "waive" | "category" | null;

/** What is wrong, why, and what to do; a click shows it and selects its cell. */
export function FindingCard({ item, alike, worth: known, expanded, onToggle, onClosed, children }: Props) {
  const { session, report, state, words } = useReport();
  const { finding, text, line, name } = item;
  const id = useId();
  const [form, setForm] = useState<Form>(null);
  const worth = useWorth(finding, known, expanded);
  const named = alike && !expanded ? name : undefined;
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
              {named === undefined ? (
                text.title
              ) : (
                <>
                  <span className="hidden">{text.title} </span>
                  {named}
                </>
              )}
            </span>
          </button>
        </h4>
        {sheet !== null && <CellLink sheet={sheet} cell={cell} />}
      </div>
      {!expanded && (
        <div className="finding-line">
          {named === undefined && name !== undefined && <span className="label finding-name">{name}</span>}
          {worth !== null && worth.yen !== 0 && (
            <span className="label number worth">{words.findings.worthShort[worth.of](worth.yen)}</span>
          )}
        </div>
      )}
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
          {worth !== null && (worth.yen !== 0 || worth.of === "fix") && (
            <p className="worth">{words.findings.worth[worth.of](worth.yen)}</p>
          )}
          {waived !== null && (
            <p className="label">
              {words.waive.reason} {words.findings.waivedBy(waived.by, waived.date, waived.reason)}
            </p>
          )}
          {finding.answer === "row" && <RowAnswer finding={finding} />}
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
              {finding.answer === "reason" && waived === null && (
                <Button size="small" onClick={() => setForm("waive")}>
                  {words.findings.waive}
                </Button>
              )}
              {waived !== null && place !== -1 && (
                <Button size="small" onClick={() => void session.unwaive(place)}>
                  {words.findings.takeBack}
                </Button>
              )}
            </div>
          )}
          {form === "fix" && finding.fix !== null && <FixPreview fix={finding.fix} onDone={close} />}
          {form === "waive" && <WaiverForm finding={finding} onDone={close} />}
          {form === "category" && line !== undefined && <CategoryForm line={line} onDone={close} />}
          {finding.rule.startsWith("check/") ? null : (
            <Later title={words.findings.rulePage}>
              <RulePage rule={finding.rule} />
            </Later>
          )}
          {children}
        </div>
      )}
    </li>
  );
}

/** What the row is that the finding is about. */
function RowAnswer({ finding: { sheet, cell } }: { readonly finding: Finding }) {
  const { session, report } = useReport();
  const rows = useAnswer(() => session.rowsOf(sheet ?? ""), [session, report, sheet]);
  const told = rows?.find(({ row }) => `${row}` === cell?.replace(/^[A-Z]+/, ""));
  return told === undefined ? null : <RowChoices told={told} />;
}

/** What is not known yet is worked out for a card that is open. */
function useWorth(finding: Finding, known: Worth | null, expanded: boolean): Worth | null {
  const { session } = useReport();
  const [own, setOwn] = useState<{ readonly of: Finding; readonly worth: Worth | null } | null>(null);
  const isWanted = known === null && expanded;
  useEffect(() => {
    if (!isWanted) return undefined;
    let wanted = true;
    void session.worthOf(finding).then(
      (worth) => wanted && setOwn({ of: finding, worth }),
      () => undefined, // stopped, or changed meanwhile: the card says nothing of it
    );
    return () => {
      wanted = false;
    };
  }, [session, finding, isWanted]);
  return known ?? (own?.of === finding ? own.worth : null);
}
