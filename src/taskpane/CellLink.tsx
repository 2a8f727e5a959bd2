import type { LineShown } from "../core/report/shown";
import { cellName } from "../core/workbook/workbook";
import { usePane } from "./context";

/** Names a cell; a click selects it in the workbook. */
export function CellLink({ sheet, cell }: { readonly sheet: string; readonly cell: string | null }) {
  const { session, words } = usePane();
  const place = words.cell(sheet, cell);
  return (
    <button
      type="button"
      className="link cell"
      aria-label={words.findings.selectCell(place)}
      onClick={() => void session.select(sheet, cell)}
    >
      {place}
    </button>
  );
}

/** The amount's own cell where a line has one, else its row's first: that one is blank in many sheets. */
export const cellOfLine = ({ row, amountCell: at }: Pick<LineShown, "row" | "amountCell">): string =>
  at === null ? cellName(row, 1) : cellName(at.row, at.column);
