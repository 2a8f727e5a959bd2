/** Amounts written one digit a cell, as on printed slips: 百|十|万|千|百|十|円 over 5|4|0|0|0|0. */
import { normal } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { inColumnOrder, redrawn, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Area, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { headerOf } from "../words/headers";

const ROWS_CHECKED = 60;
const FEWEST_COLUMNS = 3;
const FEWEST_DIGITS = 3;
const MOST_ROWS_BETWEEN = 3;
/** What the places of a figure are called, from its end. */
const PLACES = /^(?:円|一|[十百千]?(?:万|億)?|[十百千])$/;

/** Columns of which each holds one digit, under a header of money. */
interface Band {
  readonly left: number;
  readonly right: number;
  readonly header: Cell;
  /** Where it is drawn: among the other headers. */
  readonly headedAt: number;
  readonly headerRow: number;
  /** The row with 百|十|万|千|百|十|円; null where none is. */
  readonly placesRow: number | null;
}

const said = ({ value }: Cell): string => normal(String(value)).trim();
const isDigit = (cell: Cell): boolean =>
  typeof cell.value === "number" ? DIGITS.has(cell.value) : /^\d$/.test(said(cell));
const DIGITS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
/** ¥ before the first digit, △ for less than nothing. */
const isSign = (cell: Cell): boolean => /^[¥\\△▲-]$/.test(said(cell));
const isPlace = (cell: Cell): boolean => typeof cell.value === "string" && PLACES.test(said(cell));

/** null where no amount of a sheet is written so; only its first rows are looked at for a header. */
export function joinDigits(sheet: Sheet): Redrawn | null {
  if (!sheet.rows.slice(0, 3 * ROWS_CHECKED).some(holdsDigitsInARow)) return null;
  const bands = sheet.rows.slice(0, ROWS_CHECKED).flatMap((row) => bandsUnder(row, sheet));
  if (bands.length === 0) return null;
  const rows = sheet.rows.map((row) => {
    const cells = bands.reduce((now, band) => joined(row, now, band), row.cells);
    if (cells === row.cells) return { row, from: row.index };
    const at = new Map(bands.map(({ left, right, headerRow }) => [left, row.index === headerRow ? left : right]));
    return {
      row: { ...row, cells },
      from: row.index,
      placeOf: (column: number) => ({ row: row.index, column: at.get(column) ?? column }),
    };
  });
  return redrawn(sheet, rows, mergesOf(sheet, bands), true);
}

/** As many digits beside each other as the least figure that is written so has. */
function holdsDigitsInARow({ cells }: Row): boolean {
  let [digits, next] = [0, 0];
  for (const cell of cells) {
    digits = !isDigit(cell) ? 0 : cell.column === next ? digits + 1 : 1;
    if (digits === FEWEST_DIGITS) return true;
    next = cell.column + 1;
  }
  return false;
}

/** Headers of money over columns of single digits: merged over them, or with nothing beside it as far as they go. */
function bandsUnder(row: Row, sheet: Sheet): Band[] {
  const merged = sheet.merges.filter(({ top }) => top === row.index);
  return row.cells.flatMap((cell, at): Band[] => {
    if (typeof cell.value !== "string" || cell.value.length > 20) return [];
    const area = merged.find(({ left }) => left === cell.column);
    const most = area !== undefined && area.right > area.left ? area.right : nextFilled(row, at) - 1;
    if (most - cell.column + 1 < FEWEST_COLUMNS) return [];
    const field = headerOf(cell.value)?.fields.find((one) => one.startsWith("amount") || one.startsWith("unitPrice"));
    if (field === undefined) return [];
    const bottom = area?.bottom ?? row.index;
    const below = sheet.rows.filter(({ index }) => index > bottom && index <= bottom + MOST_ROWS_BETWEEN);
    const places = below.find((one) => placesIn(one, cell.column, most).length >= FEWEST_COLUMNS);
    const [left, right] = columnsOf(cell.column, most, places, below);
    if (right - left + 1 < FEWEST_COLUMNS) return [];
    // 金額 by itself over 品名 | 数 | 百 | 十 | 万 | 千: the other headers stand beside the places.
    const isAlone = row.cells.every((other) => other === cell || isBlank(other));
    const headedAt = isAlone && places?.cells.some((other) => other.column < left) === true ? places.index : row.index;
    const band = { left, right, header: cell, headedAt, headerRow: row.index, placesRow: places?.index ?? null };
    return isWritten(sheet, band, bottom) ? [band] : [];
  });
}

/** The column of the next cell that holds anything. */
function nextFilled({ cells }: Row, after: number): number {
  for (let at = after + 1; at < cells.length; at++) if (!isBlank(cells[at])) return (cells[at] as Cell).column;
  return Infinity;
}

const between = ({ cells }: Row, left: number, right: number): Cell[] =>
  cells.filter((cell) => cell.column >= left && cell.column <= right && !isBlank(cell));
const placesIn = (row: Row, left: number, right: number): Cell[] => {
  const cells = between(row, left, right);
  return cells.every(isPlace) ? cells : [];
};

function columnsOf(left: number, most: number, places: Row | undefined, below: readonly Row[]): [number, number] {
  if (places !== undefined) {
    const cells = placesIn(places, left, most);
    return [Math.min(left, cells[0]?.column ?? left), cells.at(-1)?.column ?? left];
  }
  if (most !== Infinity) return [left, most];
  const digits = below.flatMap((row) => between(row, left, most).filter(isDigit)).map(({ column }) => column);
  return [left, Math.max(left, ...digits)];
}

/** Every figure there is one of digits alone, each ends in the last column, and one has enough of them. */
function isWritten({ rows }: Sheet, { left, right, placesRow }: Band, headerBottom: number): boolean {
  let most = 0;
  let figures = 0;
  for (const row of rows.filter(({ index }) => index > headerBottom && index !== placesRow).slice(0, ROWS_CHECKED)) {
    const cells = between(row, left, right);
    if (cells.length === 0) continue;
    const digits = digitsOf(cells, right);
    if (digits === null) {
      // Another header, or words below the table.
      if (figures > 0 && cells.every(({ value }) => typeof value === "string")) break;
      return false;
    }
    figures++;
    most = Math.max(most, digits.length);
  }
  return figures > 0 && most >= FEWEST_DIGITS;
}

/** The digits of a figure from left to right, without a gap, up to the last column; null where it is none. */
function digitsOf(cells: readonly Cell[], right: number): readonly Cell[] | null {
  const digits = cells.filter((cell) => !isSign(cell));
  const [first] = digits;
  const isWhole = digits.every((cell, index) => isDigit(cell) && cell.column === (first?.column ?? 0) + index);
  return first !== undefined && isWhole && digits.at(-1)?.column === right ? digits : null;
}

/** The figure in the first of its columns, right of what it belongs to; it stands where its last digit does. */
function joined(row: Row, cells: readonly Cell[], band: Band): readonly Cell[] {
  const { left, right, header, headedAt, headerRow, placesRow } = band;
  if (row.index < headerRow) return cells;
  const own = cells.filter(({ column }) => column >= left && column <= right);
  const rest = cells.filter(({ column }) => column < left || column > right);
  if (row.index === headedAt) return inColumnOrder([...rest, { ...header, column: left }]);
  if (row.index === placesRow || row.index === headerRow) return rest;
  const filled = own.filter((cell) => !isBlank(cell));
  const digits = filled.length === 0 ? null : digitsOf(filled, right);
  const last = cellIn(row, right);
  if (digits === null || last === undefined) return cells;
  const sign = filled.some((cell) => /[△▲-]/.test(said(cell))) ? -1 : 1;
  return inColumnOrder([
    ...rest,
    { ...last, column: left, value: sign * Number(digits.map(said).join("")), formula: null },
  ]);
}

/** What was merged over the digits is one cell. */
const mergesOf = ({ merges }: Sheet, bands: readonly Band[]): Area[] =>
  merges.filter(({ left, right }) => !bands.some((band) => left <= band.right && right >= band.left));
