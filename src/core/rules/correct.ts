/** A value that sets a finding right, where the cell is one into which it may simply be written. */
import type { Fix } from "../judge/finding";
import { cellAt, cellName, type CellRef, type Workbook } from "../workbook/workbook";

/**
 * @param stands what the rule read there; a cell that shows it in another unit, or works it out, gets no fix
 * @returns to be spread into a finding
 */
export function correcting(
  workbook: Workbook,
  at: CellRef | null,
  stands: number | string | null,
  value: number | string,
  kind: Fix["kind"] = "review",
): { readonly fix?: Fix } {
  if (at === null) return {};
  const sheet = workbook.sheets.find(({ name }) => name === at.sheet);
  const cell = sheet === undefined ? undefined : cellAt(sheet, at.row, at.column);
  if (cell?.formula != null || (cell?.value ?? null) !== stands) return {};
  return { fix: { kind, sheet: at.sheet, cell: cellName(at.row, at.column), value } };
}
