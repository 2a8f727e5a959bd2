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
