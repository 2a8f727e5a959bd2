/**
 * A heading over several columns that is only centred over them, or whose merged cell an export lost: 変更前 | | | 変更後 over
 * 数量 | 単価 | 金額 | 数量 | 単価 | 金額. Its cells are merged, as they look, so that it reaches over all of them.
 */
import { isBlank } from "../../workbook/grid";
import type { Area, Cell, Row, Sheet } from "../../workbook/workbook";
import { headerOfCell, isFigure } from "../tables/header-cells";
import { LONGEST_HEADER } from "../tables/header-row";

const ROWS_CHECKED = 60;
/** A line need not fill each column. */
const ROWS_UNDER = 3;

/** The sheet itself where no heading stands so. */
export function mergeCentredHeadings(sheet: Sheet): Sheet {
  const { rows } = sheet;
  const added = rows.slice(0, ROWS_CHECKED).flatMap((row, at): Area[] => {
    const below = rows[at + 1];
    if (below?.index !== row.index + 1 || isMerged(sheet, row.index)) return [];
    return headingsOver(row, below, rows.slice(at + 2, at + 2 + ROWS_UNDER));
  });
  return added.length === 0 ? sheet : { ...sheet, merges: [...sheet.merges, ...added] };
}

/** Also a heading that reaches down from the row before, which another header is. */
const isMerged = ({ merges }: Sheet, row: number): boolean =>
  merges.some(({ top, bottom }) => top <= row + 1 && bottom >= row);

/**
 * What is to be merged of two rows of a header: the first names the items, with nothing below that name, and each word of
 * the second stands below a heading or below the blanks at its right.
 */
function headingsOver(row: Row, below: Row, under: readonly Row[]): Area[] {
  const [headings, words] = [filled(row), filled(below)];
  const [first] = headings;
  if (first === undefined || words.length < 2 || (headerOfCell(first)?.fields.length ?? 0) === 0) return [];
  if (![...headings, ...words].every(isWord)) return [];
  const columns = new Set(words.map(({ column }) => column));
  if (columns.has(first.column) || (words[0] as Cell).column < first.column) return [];
  const areas: Area[] = [];
  let covered = 0;
  for (const [at, { column }] of headings.entries()) {
    if (!columns.has(column)) {
      areas.push({ top: row.index, left: column, bottom: below.index, right: column });
      continue;
    }
    const next = headings[at + 1]?.column ?? Infinity;
    let right = column;
    while (right + 1 < next && columns.has(right + 1)) right++;
    if (right === column) return [];
    covered += right - column + 1;
    areas.push({ top: row.index, left: column, bottom: row.index, right });
  }
  const figures = words.filter(({ column }) =>
    under.some(({ cells }) => cells.some((cell) => cell.column === column && isFigure(cell))),
  );
  return covered === words.length && figures.length * 2 >= words.length ? areas : [];
}

const filled = ({ cells }: Row): Cell[] => cells.filter((cell) => !isBlank(cell));

const isWord = (cell: Cell): boolean =>
  typeof cell.value === "string" && cell.value.length <= LONGEST_HEADER && !isFigure(cell);
