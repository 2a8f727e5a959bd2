import { columnNumber, type Area } from "../core/workbook/workbook";
import { damaged } from "./error";

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** "A1:C3" or "B2" → its corners. Throws WorkbookError for anything else. */
export function parseArea(reference: string): Area {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference.toUpperCase());
  if (match === null) throw damaged(`"${reference}" is no area`);
  const [, left = "", top = "", right = left, bottom = top] = match;
  const columns = [columnNumber(left), columnNumber(right)] as const;
  const rows = [Number(top), Number(bottom)] as const;
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  if (area.top < 1 || area.bottom > MAX_ROW || area.right > MAX_COLUMN)
    throw damaged(`"${reference}" is off the sheet`);
  return area;
}
