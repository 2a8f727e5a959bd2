/** 小計, 値引 and 合計 below a table, in columns of their own right of it: they are drawn under its items and its amounts. */
import { rearranged, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Row, Sheet } from "../../workbook/workbook";
import { isTotalWord } from "../words/total-words";
import { filledOf, headerOfTable, isFigure, type TableHeader } from "./table-header";

const LARGEST_GAP = 3;
const FEWEST_ROWS = 2;

/** A word and a figure, and nothing else in the row, both right of the table. */
const isAside = (row: Row, { right }: TableHeader): boolean => {
  if ((row.cells.at(-1)?.column ?? 0) <= right) return false;
  const [word, figure, ...more] = filledOf(row);
  if (word === undefined || figure === undefined || more.length > 0) return false;
  return word.column > right && typeof word.value === "string" && !isFigure(word) && isFigure(figure);
};

/** null where no table of the sheet is summed so. */
export function tuckSums(sheet: Sheet): Redrawn | null {
  const header = headerOfTable(sheet);
  if (header === null) return null;
  const below = sheet.rows.filter(({ index }) => index > header.row);
  const first = below.findIndex((row) => isAside(row, header) && isTotalWord(String(filledOf(row)[0]?.value)));
  const above = below[first - 1];
  const start = below[first];
  if (above === undefined || start === undefined || start.index - above.index > LARGEST_GAP) return null;
  // Above stand the rows of the table, and nothing right of them that the sums could belong to.
  const isOfTable = (row: Row): boolean => filledOf(row).every(({ column }) => column <= header.right);
  if (first < 2 || !below.slice(0, first).every(isOfTable)) return null;
  const sums = new Set<number>();
  for (const row of below.slice(first)) {
    if (!isAside(row, header)) break;
    sums.add(row.index);
  }
  if (sums.size < FEWEST_ROWS) return null;
  const drawn = sheet.rows.map((row): DrawnRow =>
    sums.has(row.index) ? tucked(row, header) : { row, from: row.index },
  );
  return redrawn(sheet, drawn, sheet.merges, true);
}

function tucked(row: Row, { item, amount }: TableHeader): DrawnRow {
  const [word, figure] = filledOf(row) as [Cell, Cell];
  const cells = [
    { ...word, column: item },
    { ...figure, column: amount },
  ];
  return rearranged(
    row,
    cells,
    new Map([
      [item, word.column],
      [amount, figure.column],
    ]),
  );
}
