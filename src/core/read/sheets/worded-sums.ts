/** Sums and tax whose word stands in the cell of the amount (Sum 1,354,000; 合計：￥794,000): drawn as a figure with its word beside it. */
import { fold } from "../../text/fold";
import { readNumber } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { isTaxRow } from "../words/labels";
import { isTotalWord } from "../words/total-words";

const LONGEST = 30;
const WORDED = /^([^\d¥\\]{1,12}?)[\s:=]*([¥\\]?(?:\d{1,3}(?:,\d{3})+|\d{3,})円?)(?:\s*(?:jpy|yen|-))?$/;

/** null where no sum of a sheet stands so below a figure, with room for its word on its left. */
export function partWordedSums(sheet: Sheet): Redrawn | null {
  const figured = new Set<number>();
  const written = new Map<Row, readonly Cell[]>();
  for (const row of sheet.rows)
    for (const cell of row.cells) {
      if (typeof cell.value === "number") figured.add(cell.column);
      else if (figured.has(cell.column)) {
        const parted = partedIn(cell, row);
        if (parted.length > 0) written.set(row, [...(written.get(row) ?? []), ...parted]);
      }
    }
  if (written.size === 0) return null;
  const rows = sheet.rows.map((row): DrawnRow => {
    const parted = written.get(row) ?? [];
    const kept = row.cells.filter(({ column }) => !parted.some((cell) => cell.column === column));
    return { row: parted.length === 0 ? row : { ...row, cells: inColumnOrder([...kept, ...parted]) }, from: row.index };
  });
  return redrawn(sheet, rows, sheet.merges, true);
}

/** The figure, and its word in the cell before it. */
function partedIn(cell: Cell, row: Row): Cell[] {
  if (typeof cell.value !== "string" || cell.value.length > LONGEST || cell.column < 2) return [];
  const [, word, amount] = WORDED.exec(fold(cell.value).trim()) ?? [];
  if (word === undefined || amount === undefined || !(isTotalWord(word) || isTaxRow(word))) return [];
  const figure = readNumber(amount)?.value;
  const before = cellIn(row, cell.column - 1);
  if (figure?.d !== 1n || (before !== undefined && !isBlank(before) && typeof before.value !== "string")) return [];
  return [
    { ...cell, column: cell.column - 1, value: word, formula: null },
    { ...cell, value: Number(figure.n), formula: null },
  ];
}
