/** Tables of months below each other. */
import { compact } from "../../../text/fold";
import { isDateFormat } from "../../../text/date";
import { textOf } from "../../../workbook/grid";
import type { Area, Cell, Row, Sheet } from "../../../workbook/workbook";
import type { Field } from "../../field";
import { filledIn } from "../../tables/title-rows";
import { headerOf } from "../../words/headers";
import { isTotalWord } from "../../words/total-words";
import { isFigure } from "../table-header";
import { cellUnder, type Stands } from "./cells";
import { isOf, meaningOf } from "./labels";

/** 月 | 従事時間 | 金額 over a month a row. */
export interface MonthTable {
  readonly header: Row;
  /** Heads the months. */
  readonly corner: Cell;
  /** The others. */
  readonly columns: readonly Cell[];
  readonly months: readonly Row[];
  readonly total: Row | null;
  readonly bottom: number;
}

/** A plain figure below it is no day of a project. */
const FIRST_SERIAL = 20_000;

export const isMonth = (cell: Cell, header: Cell): boolean => {
  if (typeof cell.value === "number") {
    if (isDateFormat(cell.format)) return cell.value >= FIRST_SERIAL;
    return isOf(header, "month") && Number.isInteger(cell.value) && cell.value >= 1 && cell.value <= 12;
  }
  return headerOf(textOf(cell) ?? "")?.month === true;
};

const HEADS_MONTHS: ReadonlySet<Field | undefined> = new Set<Field | undefined>([
  undefined,
  "month",
  "paymentDate",
  "orderDate",
  "category",
  "no",
]);

/** 月, 区分, いつ, or a word that nobody knows. */
const mayHeadMonths = (cell: Cell): boolean =>
  textOf(cell) !== null && !isFigure(cell) && HEADS_MONTHS.has(meaningOf(cell)?.[0]);

/** Each a row below a header, from one month to the last, no month twice. */
export function monthTablesOf({ rows, merges }: Sheet): MonthTable[] {
  return rows.flatMap((header, at) =>
    filledIn(header).flatMap((corner): MonthTable[] => {
      const next = cellUnder(rows[at + 1], corner);
      if (next === undefined || !mayHeadMonths(corner)) return [];
      if (!isMonth(next, corner) || isMonth(corner, corner)) return [];
      const below = rows.slice(at + 1);
      const isNext = (row: Row, step: number): boolean => {
        const cell = cellUnder(row, corner);
        return row.index === header.index + 1 + step && cell !== undefined && isMonth(cell, corner);
      };
      const end = below.findIndex((row, step) => !isNext(row, step));
      const months = end < 0 ? below : below.slice(0, end);
      const said = months.map((row) => spelled(cellUnder(row, corner) as Cell));
      const last = months.at(-1);
      if (last === undefined || new Set(said).size < said.length) return [];
      const after = below[months.length];
      const closing = cellUnder(after, corner);
      const isTotal = closing !== undefined && isTotalWord(textOf(closing) ?? "");
      const total = isTotal && (after as Row).index <= last.index + 2 ? (after as Row) : null;
      const [, ...columns] = sideBySide(header, corner, merges);
      return columns.length === 0 ? [] : [{ header, corner, columns, months, total, bottom: (total ?? last).index }];
    }),
  );
}

const DAYS_OF_A_MONTH = 28;
/** Two days of one month say the same, so that days are no months. */
const spelled = ({ value, format }: Cell): string =>
  typeof value === "number" && isDateFormat(format)
    ? String(Math.floor(value / DAYS_OF_A_MONTH))
    : compact(String(value));

/** The header cells from the months' on, up to a gap. */
function sideBySide(row: Row, corner: Cell, merges: readonly Area[]): Cell[] {
  const columns: Cell[] = [];
  let next = corner.column;
  for (const cell of filledIn(row)) {
    if (cell.column < corner.column) continue;
    if (cell.column !== next) break;
    if (columns.length > 0 && isOf(cell, "month")) break;
    columns.push(cell);
    const area = merges.find(
      ({ top, bottom, left }) => top <= row.index && bottom >= row.index && left === cell.column,
    );
    next = (area?.right ?? cell.column) + 1;
  }
  return columns;
}

export const headOf = ({ header }: MonthTable, cell: Cell): Stands => ({ cell, row: header.index });
