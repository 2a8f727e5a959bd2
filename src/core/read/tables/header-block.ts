/** The whole header that a row is part of: one to three rows, merged cells, headings over several columns. */
import { serialDay } from "../../text/date";
import { compact, oneLine } from "../../text/fold";
import { readNumber } from "../../text/number";
import { Grid, isBlank, textOf } from "../../workbook/grid";
import type { Cell, TableObject } from "../../workbook/workbook";
import { withoutNumbering } from "../words/categories";
import { combinedHeader, headerOf } from "../words/headers";
import { spelled } from "../words/kana";
import { headerOfCell, hitsOf, isFigure } from "./header-cells";
import { LONGEST_HEADER } from "./header-row";
import { ITEMS, type Segment } from "./segments";
import type { HeaderColumn } from "./table";

export interface Block {
  headerTop: number;
  headerBottom: number;
  left: number;
  right: number;
  columns: HeaderColumn[];
  object: TableObject | null;
}

const HEADER_ROWS = 4;

export function blockFrom(grid: Grid, row: number, segment: Segment): Block {
  let { left, right } = segment;
  let top = row;
  let bottom = row;
  if (segment.object !== null) bottom = row + segment.object.headerRows - 1;
  else {
    // A merged header reaches down as far as its cell.
    for (const hit of segment.hits) {
      const area = grid.area(row, hit.column);
      if (area !== undefined && area.bottom - row < HEADER_ROWS) bottom = Math.max(bottom, area.bottom);
    }
    for (let next = bottom + 1; next < row + HEADER_ROWS && continuesHeader(grid, next, row, left, right); next++)
      bottom = next;
    while (top > 1 && row - top < 2 && isHeadingOver(grid, top - 1, left, right)) top--;
    // Cells under the header's last heading may reach further right than the heading itself.
    for (let at = top; at <= bottom; at++) {
      if (at === row) continue;
      for (const hit of hitsOf(grid, at)) {
        if (hit.header === null) continue;
        if (hit.column === right + 1 && isBlank(grid.cell(row, hit.column))) right = hit.right;
        else if (hit.right === left - 1 && hit.header.fields.length > 0 && isBlank(grid.cell(row, hit.right)))
          left = hit.column;
      }
    }
  }
  return {
    headerTop: top,
    headerBottom: bottom,
    left,
    right,
    columns: columnsOf(grid, top, bottom, left, right).map((column) =>
      column.text === "" && segment.hits.some((hit) => hit.header === ITEMS && hit.column === column.column)
        ? { ...column, meaning: ITEMS }
        : column,
    ),
    object: segment.object,
  };
}

/** A second or third header row: only header words, units and signs such as (A×B), or the columns counted through. */
function continuesHeader(grid: Grid, row: number, first: number, left: number, right: number): boolean {
  const cells = (grid.row(row)?.cells ?? []).filter(
    (cell) => cell.column >= left && cell.column <= right && !isBlank(cell),
  );
  if (cells.length === 0) return false;
  if (cells.length >= 4 && areCounted(cells)) return true;
  if (partsHeadings(grid, row, cells) || areNamedByExcel(cells)) return true;
  if (!cells.every((cell) => typeof cell.value === "string" && headerOfCell(cell) !== null)) return false;
  // A figure under a header of its own is data, whatever the words beside it sound like ("合計金額表示器").
  const isData = (cell: Cell): boolean => {
    const above = textOf(grid.cell(row - 1, cell.column));
    return isFigure(cell) && above !== null && (headerOf(above)?.fields.length ?? 0) > 0;
  };
  if (cells.some(isData)) return false;
  // One word alone below a header of its own is the first heading of the rows.
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && (headerOfCell(only)?.fields.length ?? 0) > 0) {
    const above = grid.own(row - 1, only.column);
    if (above !== undefined && !isBlank(above) && grid.area(row - 1, only.column) === undefined) return false;
  }
  // The same words again are the header of another page.
  const repeats = cells.filter((cell) => {
    const above = textOf(grid.cell(first, cell.column));
    return above !== null && compact(above) === compact(cell.value as string);
  });
  return repeats.length * 2 < cells.length;
}

/** 列1 | 列2: of a table object over rows that have a header already. */
const areNamedByExcel = (cells: readonly Cell[]): boolean =>
  cells.length >= 2 && cells.every(({ value }) => typeof value === "string" && NAMED_BY_EXCEL.test(compact(value)));
const NAMED_BY_EXCEL = /^(?:列|column)\d{1,3}$/;

/** Each number once, also where the columns have changed places since. */
function areCounted(cells: readonly Cell[]): boolean {
  const numbers = cells.map(({ value }) => (typeof value === "string" ? countedThrough(value) : value));
  return cells.every((_, index) => numbers.includes(index + 1));
}

/** 1, (2), ③ and (4)=(2)×(3) below a header count its columns. */
function countedThrough(text: string): number | null {
  const number = /^\(?(\d{1,2})\)?(?:[=:].*)?$/.exec(compact(text))?.[1];
  return number === undefined ? null : Number(number);
}

/** 健康保険 | 厚生年金 | その他 below 法定福利費 over all of them: words, whatever they are, that only part headings, over figures. */
function partsHeadings(grid: Grid, row: number, cells: readonly Cell[]): boolean {
  const isPart = ({ value }: Cell): boolean =>
    typeof value === "string" &&
    value.length <= LONGEST_HEADER &&
    readNumber(value) === null &&
    withoutNumbering(value) !== "";
  const isBelowMerged = ({ column }: Cell): boolean => {
    const area = grid.area(row - 1, column);
    return (
      area !== undefined && area.bottom === row - 1 && area.right > area.left && !isBlank(grid.own(area.top, area.left))
    );
  };
  // Beside each other, below a heading and the blanks at its right.
  const isBelowOne = ({ column }: Cell, index: number): boolean =>
    column === (cells[0] as Cell).column + index && isBlank(grid.cell(row - 1, column)) === index > 0;
  return (
    cells.length >= 2 &&
    cells.every(isPart) &&
    (cells.every(isBelowMerged) || cells.every(isBelowOne)) &&
    cells.filter(({ column }) => hasFigureBelow(grid, row, column)).length * 2 >= cells.length
  );
}

/** In one of the first rows: a line need not fill each part. */
function hasFigureBelow(grid: Grid, row: number, column: number): boolean {
  for (let below = row + 1; below <= row + FIRST_ROWS; below++) {
    const cell = grid.own(below, column);
    if (cell !== undefined && isFigure(cell)) return true;
  }
  return false;
}

const FIRST_ROWS = 3;

/** A row above the header that holds nothing but headings over several columns. */
function isHeadingOver(grid: Grid, row: number, left: number, right: number): boolean {
  const hits = hitsOf(grid, row).filter((hit) => hit.right >= left && hit.column <= right);
  return (
    hits.length > 0 &&
    hits.every((hit) => hit.header !== null && hit.column >= left && hit.right <= right) &&
    hits.some((hit) => hit.right > hit.column) &&
    hits.every((hit) => hit.right - hit.column + 1 < right - left + 1)
  );
}

export function columnsOf(grid: Grid, top: number, bottom: number, left: number, right: number): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  for (let column = left; column <= right; column++) {
    const parts: string[] = [];
    let last: Cell | undefined;
    let span = column;
    for (let row = top; row <= bottom; row++) {
      const found = headerCell(grid, row, column, left, bottom);
      if (found === undefined || found.cell === last) continue;
      last = found.cell;
      span = found.right;
      // 消耗品費 over 86100: the account's number says nothing beside its name.
      if (parts.length === 0 || !isFigure(found.cell) || headerOfCell(found.cell) !== null)
        parts.push(spelled(shownHeader(found.cell)));
    }
    const meaning = parts.length === 0 ? null : combinedHeader(parts);
    columns.push({
      column,
      right: Math.max(column, span),
      text: parts.join(" "),
      meaning,
    });
    column = Math.max(column, span);
  }
  return columns;
}

/** A month typed as a day is shown as "2025年9月". */
function shownHeader(cell: Cell): string {
  if (typeof cell.value === "string") return oneLine(cell.value);
  const day = typeof cell.value === "number" && headerOfCell(cell) !== null ? serialDay(cell.value, false) : null;
  return day === null ? String(cell.value) : `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月`;
}

/** The header cell over a column, also when a heading over several columns is centred without being merged. */
function headerCell(
  grid: Grid,
  row: number,
  column: number,
  left: number,
  bottom: number,
): { cell: Cell; right: number } | undefined {
  const area = grid.area(row, column);
  if (area !== undefined) {
    const cell = grid.own(area.top, area.left);
    if (cell === undefined || isBlank(cell)) return undefined;
    // Only where the lowest header row itself is merged do several columns make one field.
    return { cell, right: area.bottom >= bottom ? area.right : column };
  }
  const own = grid.own(row, column);
  if (own !== undefined && !isBlank(own)) return { cell: own, right: column };
  if (row === bottom || isBlank(grid.cell(row + 1, column))) return undefined;
  for (let beside = column - 1; beside >= left; beside--) {
    if (grid.area(row, beside) !== undefined) return undefined;
    const cell = grid.own(row, beside);
    if (cell === undefined || isBlank(cell)) continue;
    const header = headerOfCell(cell);
    return header !== null && !isBlank(grid.own(row + 1, beside)) ? { cell, right: column } : undefined;
  }
  return undefined;
}
