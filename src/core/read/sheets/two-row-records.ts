/** Tables whose records take two rows each, under a header of two rows: 費目|品名|単価|金額 over 細目|型番|数量|支払先. */
import { isDateFormat } from "../../text/date";
import { readNumber } from "../../text/number";
import { inColumnOrder, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Row, Sheet } from "../../workbook/workbook";
import { headerOf } from "../words/headers";
import { isTotalWord } from "../words/total-words";

const FEWEST_COLUMNS = 3;
const HEADER_CHECKED = 60;
const RECORDS_CHECKED = 4;
const MOST_BLANK = 2;

/**
 * The second rows of the records set to the right of the first; null where no table of the sheet is drawn so. Only its
 * first rows are looked at for such a header.
 */
export function foldRecords(sheet: Sheet): Redrawn | null {
  const head = sheet.rows.findIndex(
    (row, index) => index < HEADER_CHECKED && isHeaderOfTwo(row, sheet.rows[index + 1], sheet),
  );
  const first = sheet.rows[head];
  const second = sheet.rows[head + 1];
  if (first === undefined || second === undefined || !alternates(sheet.rows.slice(head + 2))) return null;
  const at = Math.max(...sheet.rows.map(({ cells }) => cells[cells.length - 1]?.column ?? 0));
  const rows: DrawnRow[] = sheet.rows.slice(0, head).map((row) => ({ row, from: row.index }));
  rows.push(joined(first, second, at));
  const below = amountsBelow(first, second);
  let index = head + 2;
  for (; index < sheet.rows.length; index++) {
    const row = sheet.rows[index] as Row;
    const next = sheet.rows[index + 1];
    const isRecord = next?.index === row.index + 1 && !isTotal(row) && !isTotal(next) && filled(row) >= 2;
    rows.push(isRecord ? joined(row, next, at) : moved(row, below, at));
    if (isRecord) index++;
  }
  return redrawn(sheet, rows, [], true);
}

/** A record in one row: what lies beyond stands in the next row, so many columns to the left. */
const joined = (row: Row, next: Row, at: number): DrawnRow => ({
  row: { ...row, cells: [...row.cells, ...next.cells.map((cell) => ({ ...cell, column: cell.column + at }))] },
  from: row.index,
  placeOf: (column) => (column > at ? { row: next.index, column: column - at } : { row: row.index, column }),
});

/** Columns whose second header is an amount, and whose first is none. */
function amountsBelow(first: Row, second: Row): ReadonlySet<number> {
  const isAmount = ({ value }: Cell): boolean => typeof value === "string" && headerOf(value)?.fields[0] === "amount";
  const above = new Set(first.cells.filter(isAmount).map(({ column }) => column));
  return new Set(second.cells.filter((cell) => isAmount(cell) && !above.has(cell.column)).map(({ column }) => column));
}

/** A total has one row: its figure below an amount of the second header row is one. */
function moved(row: Row, below: ReadonlySet<number>, at: number): DrawnRow {
  const isAmount = ({ value, column }: Cell): boolean =>
    (typeof value === "number" || (typeof value === "string" && readNumber(value) !== null)) && below.has(column);
  const cells = row.cells.map((cell) => (isAmount(cell) ? { ...cell, column: cell.column + at } : cell));
  return {
    row: { ...row, cells: inColumnOrder(cells) },
    from: row.index,
    placeOf: (column) => ({ row: row.index, column: column > at ? column - at : column }),
  };
}

const hasContent = ({ value }: Cell): boolean => value !== null && value !== "";
const filled = (row: Row): number => row.cells.filter(hasContent).length;
const isText = ({ value }: Cell): boolean => typeof value === "string" && value.trim() !== "";

const isTotal = (row: Row): boolean => row.cells.some(({ value }) => typeof value === "string" && isTotalWord(value));

/** Two rows of header words in the same columns, each column with two words. */
function isHeaderOfTwo(row: Row, next: Row | undefined, sheet: Sheet): boolean {
  if (next?.index !== row.index + 1) return false;
  const [upper, lower] = [row.cells.filter(hasContent), next.cells.filter(hasContent)];
  if (upper.length < FEWEST_COLUMNS || lower.length < FEWEST_COLUMNS) return false;
  if (![...upper, ...lower].every(isText)) return false;
  const known = (cells: readonly Cell[]): number =>
    cells.filter(({ value }) => (headerOf(value as string)?.fields.length ?? 0) > 0).length;
  if (known(upper) * 2 < upper.length || known(lower) * 5 < lower.length * 3) return false;
  const shared = lower.filter((cell) => upper.some(({ column }) => column === cell.column)).length;
  if (shared < FEWEST_COLUMNS || shared * 10 < lower.length * 7) return false;
  // A cell over both rows of one column (the number of the record) belongs to both.
  return !sheet.merges.some(
    ({ top, bottom, left, right }) =>
      top <= row.index + 1 &&
      bottom >= row.index &&
      (right > left || (bottom > top && (top !== row.index || bottom !== row.index + 1))),
  );
}

/** Below, first and second rows differ in kind: somewhere figures stand over words, or words over figures. */
function alternates(rows: readonly Row[]): boolean {
  let records = 0;
  let differing = 0;
  let last = Infinity;
  for (let index = 0; index + 1 < rows.length && records < RECORDS_CHECKED; index += 2) {
    const [row, next] = [rows[index] as Row, rows[index + 1] as Row];
    if (isTotal(row) || isTotal(next) || next.index !== row.index + 1) break;
    // A stamp box or a signature below stands apart.
    if (row.index - last > MOST_BLANK) break;
    last = next.index;
    records++;
    const kinds = row.cells.filter(hasContent).filter((cell) => {
      const below = next.cells.find(({ column }) => column === cell.column);
      return below !== undefined && hasContent(below) && kindOf(cell) !== kindOf(below);
    });
    if (kinds.length > 0) differing++;
  }
  return records > 0 && differing === records;
}

const kindOf = ({ value, format }: Cell): string => {
  if (typeof value === "number") return isDateFormat(format) ? "day" : "figure";
  return typeof value === "string" && readNumber(value) !== null ? "figure" : typeof value;
};
