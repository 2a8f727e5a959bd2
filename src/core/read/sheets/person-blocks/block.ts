/** One person's block: the pairs that tell of the person, over or beside the months. */
import { textOf } from "../../../workbook/grid";
import type { Cell, Row, Sheet } from "../../../workbook/workbook";
import { filledIn } from "../../tables/title-rows";
import { isFigure } from "../table-header";
import type { Stands } from "./cells";
import { columnsOf, type Columns } from "./columns";
import { kindAbove, kindIn } from "./kind";
import type { MonthTable } from "./months";
import { pairsIn, rowsOf, type Pair } from "./pairs";

export interface Block extends Columns {
  readonly top: number;
  readonly bottom: number;
  /** Rows of which something was taken. */
  readonly rows: ReadonlySet<number>;
  readonly person: Pair;
  readonly pairs: readonly Pair[];
  readonly table: MonthTable;
  readonly kind: Stands | null;
}

/** What of a sheet may be one block's: the rows below another's, and columns. */
export interface Bounds {
  readonly above: number;
  readonly left: number;
  readonly right: number;
}

const LONGEST_NAME = 30;

export function blockOf(sheet: Sheet, table: MonthTable, bounds: Bounds): Block | null {
  const around = rowsAround(sheet, table, bounds);
  if (around.some((row) => goesOnBeside(row, table))) return null;
  const pairs = pairsIn(around);
  const person = pairs.findLast(({ fields, value }) => fields[0] === "person" && isName(value.cell));
  if (person === undefined) return null;
  const top = topOf(person, pairs);
  const own = pairs.filter(({ label }) => label.row >= top);
  const columns = columnsOf(table, own);
  if (columns === null) return null;
  const rows = new Set([...rowsOf(own), table.header.index, ...table.months.map(({ index }) => index)]);
  if (table.total !== null) rows.add(table.total.index);
  return {
    top: Math.min(...rows),
    bottom: table.bottom,
    rows,
    person,
    pairs: own,
    table,
    ...columns,
    kind: kindIn(own) ?? kindOver(sheet, table, bounds),
  };
}

const lastColumn = ({ columns }: MonthTable): number => (columns.at(-1) as Cell).column;

/** The rows of a block, without the table of months. */
function rowsAround(sheet: Sheet, table: MonthTable, { above, left, right }: Bounds): Row[] {
  const isInTable = (row: Row, column: number): boolean =>
    row.index >= table.header.index && column >= table.corner.column && column <= lastColumn(table);
  return sheet.rows
    .filter(({ index }) => index > above && index <= table.bottom)
    .map((row): Row => {
      const isOwn = ({ column }: Cell): boolean =>
        column >= left && column <= right && !isInTable(row, Math.floor(column));
      return { ...row, cells: filledIn(row).filter(isOwn) };
    });
}

/** Tables further right in the rows of the months are not this person's. */
const goesOnBeside = ({ index, cells }: Row, table: MonthTable): boolean =>
  index > table.header.index && cells.some((cell) => cell.column > lastColumn(table) && isFigure(cell));

const isName = (cell: Cell): boolean => {
  const text = textOf(cell);
  return text !== null && !isFigure(cell) && text.length <= LONGEST_NAME;
};

/** The first row of the pairs without a gap around the name. */
function topOf(person: Pair, pairs: readonly Pair[]): number {
  const rows = new Set(rowsOf(pairs));
  let top = person.label.row;
  while (rows.has(top - 1)) top--;
  return top;
}

/** Of the first block, what stands over it titles the sheet. */
function kindOver({ rows }: Sheet, { header }: MonthTable, { above }: Bounds): Stands | null {
  const heads = rows.filter(({ index }) => index > above && index < header.index);
  return above === 0 ? null : kindAbove(heads);
}
