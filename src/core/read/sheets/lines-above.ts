/** Lines that stand above the header of their table, put in before it: they are drawn below it. */
import { toNumber } from "../../money/fraction";
import { readAmount } from "../../text/amount";
import { Grid, isBlank } from "../../workbook/grid";
import { redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Row, type Sheet } from "../../workbook/workbook";
import { multiplyTo } from "../columns/product";
import { near } from "../sums/yen";
import { hitsOf } from "../tables/header-cells";
import { isHeader } from "../tables/header-row";
import { ITEM_FIELDS } from "../words/item-fields";
import { isTotalWord } from "../words/total-words";

const ROWS_CHECKED = 30;

interface Columns {
  readonly item: number;
  readonly amount: number;
  /** Of prices and counts. */
  readonly factors: readonly number[];
}

/** null where no such lines stand right above a header of one row, or neither a product nor the total shows that they are lines. */
export function sinkHeader(sheet: Sheet): Redrawn | null {
  const rows = sheet.rows.slice(0, ROWS_CHECKED);
  const below = (row: Row, at: number): boolean => at > 0 && !hasFigure(row) && hasFigure(rows[at - 1] as Row);
  for (const header of rows.filter(below)) {
    const at = rows.indexOf(header);
    const hits = hitsOf(new Grid({ ...sheet, rows: rows.slice(0, at + 1) }), header.index);
    const columns = isHeader(hits) ? columnsIn(hits) : null;
    if (columns === null) continue;
    const above = linesAbove(rows.slice(0, at), header, columns);
    const top = above[0]?.index;
    if (top === undefined || !areLines(above, header, sheet, columns)) continue;
    return sheet.merges.some((area) => area.bottom >= top && area.top <= header.index)
      ? null
      : sunk(sheet, header, above);
  }
  return null;
}

const hasFigure = ({ cells }: Row): boolean => cells.some(({ value }) => typeof value === "number");

function columnsIn(hits: ReturnType<typeof hitsOf>): Columns | null {
  const fieldOf = (field: string | undefined, ...fields: string[]): boolean =>
    fields.some((one) => field?.startsWith(one) === true);
  const said = hits.map(({ column, header }) => ({ column, field: header?.fields[0] as string | undefined }));
  const item = said.find(({ field }) => field !== undefined && (ITEM_FIELDS as ReadonlySet<string>).has(field));
  const amount = said.findLast(({ field }) => fieldOf(field, "amount"));
  if (item === undefined || amount === undefined) return null;
  const factors = said.filter(({ field }) => fieldOf(field, "unitPrice", "quantity"));
  return { item: item.column, amount: amount.column, factors: factors.map(({ column }) => column) };
}

const figureIn = (row: Row, column: number): number | null => {
  const value = cellIn(row, column)?.value;
  if (typeof value === "number") return value;
  const read = typeof value === "string" ? readAmount(value) : null;
  return read === null ? null : toNumber(read.value);
};

const wordsIn = (row: Row, column: number): string => {
  const value = cellIn(row, column)?.value;
  return typeof value === "string" && readAmount(value) === null ? value.trim() : "";
};

/** Rows right above each other with an item and its amount; none where words stand above them that may head them. */
function linesAbove(rows: readonly Row[], header: Row, { item, amount }: Columns): Row[] {
  const above: Row[] = [];
  for (const row of [...rows].reverse()) {
    const filled = row.cells.filter((cell) => !isBlank(cell)).length;
    if (row.index !== header.index - above.length - 1 || filled === 0) break;
    const words = wordsIn(row, item);
    if (words === "" || isTotalWord(words) || figureIn(row, amount) === null) return filled === 1 ? above : [];
    above.unshift(row);
  }
  return above;
}

/** Price times count is the amount in each of them, or the first total below the header is right with them alone. */
function areLines(above: readonly Row[], header: Row, { rows }: Sheet, { item, amount, factors }: Columns): boolean {
  const isProduct = (row: Row): boolean => {
    const numbers = factors.flatMap((column) => figureIn(row, column) ?? []);
    return numbers.length >= 2 && multiplyTo(numbers, figureIn(row, amount) ?? 0);
  };
  if (above.every(isProduct)) return true;
  let below = 0;
  for (const row of rows) {
    if (row.index <= header.index) continue;
    const yen = figureIn(row, amount);
    if (yen === null) continue;
    if (!isTotalWord(wordsIn(row, item))) below += yen;
    else return near(yen, below + above.reduce((sum, one) => sum + (figureIn(one, amount) ?? 0), 0));
  }
  return false;
}

function sunk(sheet: Sheet, header: Row, above: readonly Row[]): Redrawn {
  const top = (above[0] as Row).index;
  const drawn = sheet.rows.map((row): DrawnRow => {
    if (row === header) return { row: { ...row, index: top }, from: row.index };
    return above.includes(row) ? { row: { ...row, index: row.index + 1 }, from: row.index } : { row, from: row.index };
  });
  return redrawn(
    sheet,
    drawn.sort((a, b) => a.row.index - b.row.index),
    sheet.merges,
    true,
  );
}
