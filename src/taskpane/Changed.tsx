import { Button } from "@fluentui/react-components";
import type { CellValue } from "../core/workbook/workbook";
import { isCellError } from "../core/workbook/workbook";
import { CellLink } from "./CellLink";
import { usePane } from "./context";
import { Few } from "./Few";
import { figure } from "./figures";
import type { Changed as Cell } from "./session/state";

/** The cells that were written: where, from what to what, each shown in its sheet, and taken back, with one press. */
export function Changed({ cells }: { readonly cells: readonly Cell[] }) {
  const { state, words } = usePane();
  return (
    <section className="message done changed" aria-label={words.fix.changed}>
      <Few items={cells}>
        {({ sheet, cell, before, after, undo }) => (
          <li key={`${sheet}!${cell}`}>
            <CellLink sheet={sheet} cell={cell} />
            <span className="change">
              <del>{shown(before) ?? words.fix.empty}</del> {words.fix.to} <ins>{shown(after)}</ins>
            </span>
            {cells.length > 1 && (
              <Button
                size="small"
                aria-label={words.fix.undoOne(words.cell(sheet, cell))}
                disabled={state.work !== null}
                onClick={() => void undo()}
              >
                {words.undo}
              </Button>
            )}
          </li>
        )}
      </Few>
    </section>
  );
}

/** null where a cell is empty. */
function shown(value: CellValue): string | null {
  if (value === null || value === "") return null;
  if (isCellError(value)) return value.error;
  return typeof value === "number" ? figure(value) : String(value);
}
