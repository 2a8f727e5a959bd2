/** 金額 | 訂正後, where 訂正後 is filled only in rows that changed: what did not change holds on, and is drawn there. */
import { toNumber } from "../../money/fraction";
import { compact } from "../../text/fold";
import { readAmount } from "../../text/amount";
import { isBlank } from "../../workbook/grid";
import { rearranged, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { headsAmounts } from "../words/headers";
import { isTotalWord } from "../words/total-words";

const ROWS_CHECKED = 40;
const REVISED = /^(?:変更|訂正|修正|改定|改訂|見直し)後?(?:の)?(?:金?額|価格)?(\([^()]*\))?$/;
const MAY_REVISE = /[変訂修改見]/;

interface Revision {
  readonly before: number;
  readonly after: number;
  readonly header: Row;
  /** Rows of the table. */
  readonly rows: readonly Row[];
}

/** null where no column of a sheet revises another, or the sheet's own sum does not show that it does so. */
export function fillRevisions(sheet: Sheet): Redrawn | null {
  for (const [at, header] of sheet.rows.slice(0, ROWS_CHECKED).entries()) {
    const after = header.cells.find(
      ({ value }) => typeof value === "string" && MAY_REVISE.test(value) && REVISED.test(compact(value)),
    );
    const before = header.cells.findLast(
      ({ value, column }) => after !== undefined && column < after.column && headsAmounts(value),
    );
    if (after === undefined || before === undefined) continue;
    const revision = { before: before.column, after: after.column, header, rows: sheet.rows.slice(at + 1) };
    if (isShownBySum(revision)) return filled(sheet, revision);
  }
  return null;
}

function yenOf(cell: Cell | undefined): number | null {
  if (typeof cell?.value === "number") return cell.value;
  const read = typeof cell?.value === "string" ? readAmount(cell.value) : null;
  return read === null ? null : toNumber(read.value);
}

const isSum = ({ cells }: Row): boolean => cells.some(({ value }) => typeof value === "string" && isTotalWord(value));

/** Some rows are revised and some are not, and the sum under the revised ones is right only with the others. */
function isShownBySum({ before, after, rows }: Revision): boolean {
  let [revised, kept, sum] = [0, 0, 0];
  for (const row of rows) {
    const [old, now] = [yenOf(cellIn(row, before)), yenOf(cellIn(row, after))];
    if (isSum(row)) return revised > 0 && kept > 0 && now !== null && Math.abs(now - sum) < 1;
    if (now !== null) revised++;
    else if (old !== null) kept++;
    sum += now ?? old ?? 0;
  }
  return false;
}

function filled(sheet: Sheet, { before, after, header, rows }: Revision): Redrawn {
  const below = new Set(rows);
  const drawn = sheet.rows.map((row): DrawnRow => {
    // 金額 beside 変更後 is what held before.
    if (row === header) return { row: withHeader(withHeader(row, before, "変更前"), after, "変更後"), from: row.index };
    const old = cellIn(row, before);
    if (!below.has(row) || isSum(row) || yenOf(old) === null || !isBlank(cellIn(row, after)))
      return { row, from: row.index };
    const rest = row.cells.filter(({ column }) => column !== after);
    return rearranged(row, [...rest, { ...(old as Cell), column: after }], new Map([[after, before]]));
  });
  return redrawn(sheet, drawn, sheet.merges, true);
}

/** With what it says in brackets: （千円）, （税抜）. */
const withHeader = (row: Row, column: number, word: string): Row => ({
  ...row,
  cells: row.cells.map((cell) =>
    cell.column === column ? { ...cell, value: `${word}金額${/[(（].*$/.exec(String(cell.value))?.[0] ?? ""}` } : cell,
  ),
});
