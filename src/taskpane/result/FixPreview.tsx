import { Button } from "@fluentui/react-components";
import type { Fix } from "../../core/report";
import { cellAt, columnNumber, isCellError } from "../../core/sheet/workbook";
import { useReport } from "../context";
import { figure } from "../figures";

interface Props {
  readonly fix: Fix;
  readonly onDone: () => void;
}

/** What stands in the cell and what will stand there; nothing is written before the person has seen both. */
export function FixPreview({ fix, onDone }: Props) {
  const { session, state, words } = useReport();
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(fix.cell) ?? [];
  const sheet = state.workbook?.sheets.find(({ name }) => name === fix.sheet);
  const cell = sheet && cellAt(sheet, Number(row), columnNumber(letters));
  const show = (value: string | number | boolean) => (typeof value === "number" ? figure(value) : String(value));
  const now = cell?.value ?? "";

  return (
    <div className="form" role="group" aria-label={words.fix.title}>
      <table className="figures">
        <caption className="label">{words.cell(fix.sheet, fix.cell)}</caption>
        <tbody>
          <tr>
            <th scope="row">{words.fix.now}</th>
            <td>
              <del>{now === "" ? words.fix.empty : isCellError(now) ? now.error : show(now)}</del>
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
      {cell?.formula != null && <p className="label">{words.fix.formula}</p>}
      {fix.kind === "review" && <p className="label">{words.fix.review}</p>}
      <div className="buttons">
        <Button
          autoFocus
          size="small"
          appearance="primary"
          disabled={state.work !== null}
          onClick={() => {
            void session.applyFix(fix);
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
