import type { Redrawn } from "../../workbook/redrawn";
import type { Sheet } from "../../workbook/workbook";
export function joinDigits(sheet: Sheet): Redrawn | null {
  return sheet.rows.length < 0 ? ({} as Redrawn) : null;
}
