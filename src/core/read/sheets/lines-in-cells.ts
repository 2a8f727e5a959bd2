/** Several purchases in one row, one below the other in each of its cells: センサー⏎ゲートウェイ beside 120,000⏎80,000. */
import { readNumber } from "../../text/number";
import { redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import type { Area, Cell, Row, Sheet } from "../../workbook/workbook";

const ROWS_CHECKED = 60;
const MOST_LINES = 30;
/** A figure of a list like this one is written out: 12 and (880,000) may be remarks. */
const IS_MONEY = /^[^(（]*(?:\d,\d{3}|\d{3}|円|万)/;

/** null where no row of a sheet is drawn so; only its first rows say whether one is. */
export function splitLines(sheet: Sheet): Redrawn | null {
  if (!sheet.rows.slice(0, ROWS_CHECKED).some((row) => linesOf(row) > 1)) return null;
  const rows: DrawnRow[] = [];
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let shift = 0;
  for (const row of sheet.rows) {
    const lines = linesOf(row);
    for (let at = 0; at < lines; at++) {
      const cells = row.cells.flatMap((cell) => partOf(cell, at, lines));
      rows.push({ row: { ...row, index: row.index + shift + at, cells }, from: row.index });
    }
    if (lines > 1) shifts.push({ from: row.index, by: lines - 1 });
    shift += lines - 1;
  }
  const moved = (row: number, isEnd: boolean): number =>
    shifts.reduce((at, { from, by }) => (from < row || (isEnd && from === row) ? at + by : at), row);
  const merges = sheet.merges.map((area): Area => {
    return { ...area, top: moved(area.top, false), bottom: moved(area.bottom, true) };
  });
  return redrawn(sheet, rows, merges, true);
}

const said = ({ value }: Cell): string[] =>
  typeof value === "string" && value.includes("\n")
    ? value
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== "")
    : [];

/** How many purchases a row holds: as many as lines of money, of which there are as many of words. */
function linesOf({ cells }: Row): number {
  const lists = cells.map(said).filter(({ length }) => length > 1 && length <= MOST_LINES);
  const isMoney = (list: readonly string[]): boolean =>
    list.every((line) => IS_MONEY.test(line.normalize("NFKC")) && readNumber(line) !== null);
  const money = lists.find(isMoney);
  if (money === undefined) return 1;
  const isWords = (list: readonly string[]): boolean => list.every((line) => readNumber(line) === null);
  return lists.some((list) => list.length === money.length && isWords(list)) ? money.length : 1;
}

/** Of a cell with as many lines as the row has purchases one line; any other stands beside the first. */
function partOf(cell: Cell, at: number, lines: number): Cell[] {
  const list = lines > 1 ? said(cell) : [];
  const own = list[at];
  if (list.length === lines && own !== undefined) return [{ ...cell, value: own }];
  return at === 0 ? [cell] : [];
}
