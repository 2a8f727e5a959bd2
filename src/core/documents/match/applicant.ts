/** Who applies, as the budget's workbook says it: estimates must be addressed to them. */
import { compact } from "../../text/fold";
import { Grid, isBlank } from "../../workbook/grid";
import type { Workbook } from "../../workbook/workbook";

const LABEL =
  /^(?:補助(?:金)?(?:事業)?)?(?:申請者|申請事業者|申請企業|事業者|補助事業者|申請法人|法人|企業|会社|団体|代表(?:構成員|事業者|企業|機関)?)(?:等)?(?:の)?(?:名称?|氏名|商号)?(?:[(（].*[)）])?$|^(?:商号|名称|商号又は名称|商号または名称|商号・名称|屋号|法人名・屋号)$/;
const INSIDE =
  /(?:申請者|事業者|補助事業者|会社|法人|企業|商号)(?:名称?|氏名|商号)?\s*[:：]\s*([^\s\u3000][^:：]{1,40}?)(?:\s{2,}|\u3000|$)/;
/** Where it stands, it stands at the top; a table below may hold other companies. */
const ROWS = 60;

export function applicantIn(workbook: Workbook): string | null {
  let inside: string | null = null;
  for (const sheet of workbook.sheets) {
    const grid = new Grid({ ...sheet, rows: sheet.rows.slice(0, ROWS) });
    for (const row of grid.sheet.rows)
      for (const cell of row.cells) {
        if (typeof cell.value !== "string" || cell.value.length > 80) continue;
        if (LABEL.test(compact(cell.value).replace(/[:：【】]/g, ""))) {
          const value = beside(grid, row.index, cell.column);
          if (value !== null) return value;
        }
        inside ??= INSIDE.exec(cell.value)?.[1]?.trim() ?? null;
      }
  }
  return inside;
}

/** The text to the right of a label, not another label and not a class of applicants. */
function beside(grid: Grid, row: number, column: number): string | null {
  for (let at = column + 1; at <= Math.min(column + 8, grid.lastColumn); at++) {
    const cell = grid.own(row, at);
    if (isBlank(cell)) continue;
    const text = cell?.value;
    if (typeof text !== "string" || text.length > 60 || LABEL.test(compact(text))) return null;
    return /中小|区分|[※。]|^\d/.test(text) || text.trim().length < 2 ? null : text.trim();
  }
  return null;
}
