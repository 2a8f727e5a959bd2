/**
 * このほか | | 旅費 | 38,400 | 謝金 | 100,000 below a table, their amounts left of the table's: they are drawn under these where the
 * total below shows that they belong to them.
 */
import { rearranged, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { near } from "../sums/yen";
import { amountIn } from "../tables/header-cells";
import { filledOf, headerOfTable, isFigure, type TableHeader } from "./table-header";

/** null where no rows below the first table of a sheet stand so. */
export function drawStrayedAmounts(sheet: Sheet): Redrawn | null {
  const header = headerOfTable(sheet);
  if (header === null || header.amount - header.item < 2) return null;
  const strayed = strayedBelow(
    sheet.rows.filter(({ index }) => index > header.row),
    header,
  );
  if (strayed.size === 0) return null;
  const drawn = sheet.rows.map((row): DrawnRow => {
    const figure = strayed.get(row);
    return figure === undefined ? { row, from: row.index } : moved(row, figure, header);
  });
  return redrawn(sheet, drawn, sheet.merges, true);
}

/** Rows of a word and a figure between the columns of the items and the amounts, and above them the table's last amount. */
function strayedBelow(rows: readonly Row[], { item, amount }: TableHeader): ReadonlyMap<Row, Cell> {
  const strayed = new Map<Row, Cell>();
  let [last, all, sum] = [0, 0, 0];
  for (const row of rows) {
    const figure = strayedIn(row, item, amount);
    if (figure !== null) {
      strayed.set(row, figure);
      sum += amountIn(figure) ?? 0;
      continue;
    }
    const own = amountIn(cellIn(row, amount));
    if (own === null) continue;
    if (strayed.size > 0)
      return last !== 0 && [last, all].some((above) => near(above + sum, own)) ? strayed : new Map();
    [last, all] = [own, all + own];
  }
  return new Map();
}

function strayedIn(row: Row, item: number, amount: number): Cell | null {
  const [word, figure, ...more] = filledOf(row);
  if (word === undefined || figure === undefined || more.length > 0) return null;
  const isBetween = figure.column > item && figure.column < amount;
  const isStrayed = isBetween && isFigure(figure) && amountIn(figure) !== null;
  return word.column === item && typeof word.value === "string" && !isFigure(word) && isStrayed ? figure : null;
}

function moved(row: Row, figure: Cell, { amount }: TableHeader): DrawnRow {
  const cells = row.cells.filter((cell) => cell !== figure && cell.column !== amount);
  return rearranged(row, [...cells, { ...figure, column: amount }], new Map([[amount, figure.column]]));
}
