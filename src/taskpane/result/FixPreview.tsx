import { Button } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import type { Finding, Fix } from "../../core/judge/finding";
import { cellAt, columnNumber, isCellError, type Workbook } from "../../core/workbook/workbook";
import { useReport } from "../context";
import { findingText } from "../../messages";
import { figure } from "../figures";
import { proposedFor } from "./findingList";

interface Props {
  readonly fix: Fix;
  readonly onDone: () => void;
}

/** What stands in the cell and what will stand there; nothing is written before the person has seen both. */
export function FixPreview({ fix: asked, onDone }: Props) {
  const { session, state, report, words } = useReport();
  const rivals = proposedFor(report.findings, asked);
  const [chosen, setChosen] = useState<Fix | null>(null);
  const fix = chosen ?? asked;
  const { value: now, formula } = cellOf(fix, state.workbook);

  return (
    <div className="form" role="group" aria-label={words.fix.title}>
      {rivals.length > 1 && <Rivals rivals={rivals} chosen={fix} onChoose={setChosen} />}
      <table className="figures">
        <caption className="label">{words.cell(fix.sheet, fix.cell)}</caption>
        <tbody>
          <tr>
            <th scope="row">{words.fix.now}</th>
            <td>
              <del>{now ?? words.fix.empty}</del>
            </td>
          </tr>
          <tr>
            <th scope="row">{words.fix.becomes}</th>
            <td>
              <ins>{show(fix.value)}</ins>
            </td>
          </tr>
        </tbody>
      </table>
      {formula && <p className="label">{words.fix.formula}</p>}
      {fix.kind === "review" && <p className="label">{words.fix.review}</p>}
      <div className="buttons">
        <Button
          autoFocus
          size="small"
          appearance="primary"
          disabled={state.work !== null}
          onClick={() => {
            void session.applyFixes([fix]);
            onDone();
          }}
        >
          {words.fix.apply}
        </Button>
        <Button size="small" onClick={onDone}>
          {words.fix.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Several values are proposed for one cell: the person chooses, knowing which of them leaves nothing to correct there. */
function Rivals({
  rivals,
  chosen,
  onChoose,
}: {
  readonly rivals: readonly Finding[];
  readonly chosen: Fix;
  readonly onChoose: (fix: Fix) => void;
}) {
  const { session, language, words } = useReport();
  const id = useId();
  const [left, setLeft] = useState<readonly number[]>([]);
  const values = rivals.map(({ fix }) => fix?.value).join("|");
  useEffect(() => {
    let wanted = true;
    void Promise.all(rivals.map(({ fix }) => (fix === null ? 0 : session.leftWith(fix)))).then(
      (counts) => wanted && setLeft(counts),
      () => undefined, // without it the choice stands all the same
    );
    return () => {
      wanted = false;
    };
    // The findings are made anew by every check; what counts is what they propose.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, values]);
  return (
    <fieldset className="rivals">
      <legend>{words.fix.rivals(rivals.length)}</legend>
      {rivals.map((finding, index) => (
        <label key={index}>
          <input
            type="radio"
            name={id}
            checked={finding.fix?.value === chosen.value}
            onChange={() => finding.fix !== null && onChoose(finding.fix)}
          />
          <span>
            <strong>{finding.fix === null ? "" : show(finding.fix.value)}</strong>{" "}
            {findingText(finding, language).title}
            {left[index] === 0 && <span className="good block">{words.fix.settles}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const show = (value: string | number | boolean): string => (typeof value === "number" ? figure(value) : String(value));

/** What the cell of a fix shows now; null when it is empty. */
function cellOf(fix: Fix, workbook: Workbook | null): { readonly value: string | null; readonly formula: boolean } {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(fix.cell) ?? [];
  const sheet = workbook?.sheets.find(({ name }) => name === fix.sheet);
  const cell = sheet && cellAt(sheet, Number(row), columnNumber(letters));
  const value = cell?.value ?? null;
  return {
    value: value === null || value === "" ? null : isCellError(value) ? value.error : show(value),
    formula: cell?.formula != null,
  };
}

/** All fixes whose value the clause dictates, shown cell by cell before any of them is written. */
export function FixAll({ fixes }: { readonly fixes: readonly Fix[] }) {
  const { session, state, words } = useReport();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button size="small" disabled={state.work !== null} onClick={() => setOpen(true)}>
        {words.fix.all(fixes.length)}
      </Button>
    );
  }
  return (
    <div className="form" role="group" aria-label={words.fix.allTitle}>
      <table className="figures">
        <caption className="label">{words.fix.allTitle}</caption>
        <tbody>
          {fixes.map((fix) => (
            <tr key={`${fix.sheet}!${fix.cell}`}>
              <th scope="row">{words.cell(fix.sheet, fix.cell)}</th>
              <td>
                <del>{cellOf(fix, state.workbook).value ?? words.fix.empty}</del> {words.fix.to}{" "}
                <ins>{show(fix.value)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <Button
          autoFocus
          size="small"
          appearance="primary"
          disabled={state.work !== null}
          onClick={() => {
            void session.applyFixes(fixes);
            setOpen(false);
          }}
        >
          {words.fix.applyAll(fixes.length)}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {words.fix.cancel}
        </Button>
      </div>
    </div>
  );
}
