/** The header of the first table of a sheet, as far as a pass that draws sheets anew needs it. */
import { readNumber } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import type { Cell, Row, Sheet } from "../../workbook/workbook";
import { headerOf } from "../words/headers";
import { ITEM_FIELDS } from "../words/item-fields";

const ROWS_CHECKED = 60;

/** Where the first table of a sheet has its items and amounts. */
export interface TableHeader {
  readonly row: number;
  readonly item: number;
  readonly amount: number;
  readonly right: number;
}

export const filledOf = (row: Row): Cell[] => row.cells.filter((cell) => !isBlank(cell) || cell.formula !== null);
export const isFigure = ({ value, formula }: Cell): boolean =>
  typeof value === "number" || formula !== null || (typeof value === "string" && readNumber(value) !== null);

function headerIn(row: Row): TableHeader | null {
  const labels = filledOf(row).map(({ value, column }) => ({
    column,
    field: typeof value === "string" ? headerOf(value)?.fields[0] : undefined,
  }));
  const item = labels.find(({ field }) => field !== undefined && ITEM_FIELDS.has(field));
  const amount = labels.findLast(({ field }) => field?.startsWith("amount") === true);
  const last = labels.at(-1);
  if (item === undefined || amount === undefined || last === undefined || labels.length < 3) return null;
  return { row: row.index, item: item.column, amount: amount.column, right: last.column };
}

/** null where none of the first rows heads items and amounts. */
export function headerOfTable({ rows }: Sheet): TableHeader | null {
  for (const row of rows.slice(0, ROWS_CHECKED)) {
    const header = headerIn(row);
    if (header !== null) return header;
  }
  return null;
}
