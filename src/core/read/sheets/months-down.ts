/** Months below each other and an item a column (支払月 | センサー購入費 | 解析委託費 | 月計): drawn anew with one item a row. */
import { compact } from "../../text/fold";
import { textOf } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Place, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Row, Sheet } from "../../workbook/workbook";
import { NOT_SPENDING_WORD } from "../columns/amount-detectors";
import { filledIn } from "../tables/title-rows";
import { headerOf, isMeasure } from "../words/headers";
import { isTotalWord } from "../words/total-words";
import { isFigure } from "./table-header";

interface MonthGrid {
  readonly header: Row;
  readonly corner: Cell;
  readonly items: readonly Cell[];
  /** Heads the sums of the months; null where none are told. */
  readonly sums: Cell | null;
  readonly months: readonly Row[];
  /** The sums of the items; null where none are told. */
  readonly closing: Row | null;
}

const ROWS_CHECKED = 40;
const FEWEST_MONTHS = 3;
const FEWEST_ITEMS = 2;
/** What is bought may have any name; one of two at least is a word of spending, or a title says so. */
const SPENDING = /費|料$|代$|委託|購入|開発|制作|製作|工事|経費|支出|予算/;
const SUM = /^(?:月|各月)?の?(?:小|合|総)?計$/;

/** null where no months stand so. */
export function turnMonths(sheet: Sheet): Redrawn | null {
  const grid = gridOf(sheet);
  return grid === null ? null : drawnAnew(sheet, grid);
}

function gridOf({ rows }: Sheet): MonthGrid | null {
  for (const [at, header] of rows.slice(0, ROWS_CHECKED).entries()) {
    const [corner, ...heads] = filledIn(header);
    if (corner === undefined || heads.length < FEWEST_ITEMS || isMonth(corner)) continue;
    const below = rows.slice(at + 1).filter((row) => filledIn(row).length > 0);
    const end = below.findIndex((row, step) => row.index !== header.index + 1 + step || !isMonthAt(row, corner));
    const months = end < 0 ? below : below.slice(0, end);
    if (months.length < FEWEST_MONTHS) continue;
    const last = heads.at(-1) as Cell;
    const sums = SUM.test(wordOf(last)) ? last : null;
    const items = sums === null ? heads : heads.slice(0, -1);
    if (items.length < FEWEST_ITEMS || !items.every(mayBeBought)) continue;
    const titles = rows.slice(0, at).flatMap((row) => filledIn(row).map(wordOf));
    const named = items.filter((item) => SPENDING.test(wordOf(item))).length;
    if (named * 2 < items.length && !titles.some((title) => SPENDING.test(title))) continue;
    const closing = below[months.length];
    return {
      header,
      corner,
      items,
      sums,
      months,
      closing: closing !== undefined && closes(closing, corner) ? closing : null,
    };
  }
  return null;
}

const wordOf = ({ value }: Cell): string => compact(String(value));
const isMonth = (cell: Cell): boolean => headerOf(textOf(cell) ?? "")?.month === true;

/** A month in the corner's column, and figures alone beside it. */
function isMonthAt(row: Row, { column }: Cell): boolean {
  const [first, ...figures] = filledIn(row);
  return first?.column === column && isMonth(first) && figures.length > 0 && figures.every(isFigure);
}

const closes = (row: Row, { column }: Cell): boolean => {
  const [first, ...figures] = filledIn(row);
  return first?.column === column && isTotalWord(String(first.value)) && figures.length > 0 && figures.every(isFigure);
};

/** A word, and none for counts, measures, earnings or the columns of an ordinary table. */
function mayBeBought(cell: Cell): boolean {
  const text = textOf(cell);
  if (text === null || isFigure(cell) || isMonth(cell) || isMeasure(text) || NOT_SPENDING_WORD.test(wordOf(cell)))
    return false;
  const field = headerOf(text)?.fields[0];
  return field === undefined || field === "category" || field === "major" || field === "middle" || field === "minor";
}

/** The months as headers, each item a row below them, the sums of the months last. */
function drawnAnew(sheet: Sheet, { header, corner, items, sums, months, closing }: MonthGrid): Redrawn {
  const left = corner.column;
  const sumColumn = left + months.length + 1;
  const at = (row: Row | null, column: number): Cell | undefined => row?.cells.find((cell) => cell.column === column);
  let next = header.index;
  const drawn = (from: Row, cells: readonly (readonly [number, Place, Cell | undefined])[]): DrawnRow => {
    const places = new Map(cells.map(([column, place]) => [column, place]));
    return {
      row: {
        index: next++,
        hidden: from.hidden,
        cells: inColumnOrder(cells.flatMap(([column, , cell]) => (cell === undefined ? [] : [{ ...cell, column }]))),
      },
      from: from.index,
      placeOf: (column) => places.get(column) ?? { row: from.index, column },
    };
  };
  const placeOf = (row: Row, column: number): Place => ({ row: row.index, column });
  const across = (column: number): (readonly [number, Place, Cell | undefined])[] => [
    ...months.map((row, step) => [left + 1 + step, placeOf(row, column), at(row, column)] as const),
    ...(closing === null ? [] : [[sumColumn, placeOf(closing, column), at(closing, column)] as const]),
  ];
  const head: Cell = { ...corner, value: "内容", formula: null };
  const sumHead: Cell = { ...corner, value: "金額", formula: null };
  const rows: DrawnRow[] = [
    drawn(header, [
      [left, placeOf(header, left), head],
      ...months.map((row, step) => [left + 1 + step, placeOf(row, left), at(row, left)] as const),
      ...(closing === null ? [] : [[sumColumn, placeOf(closing, left), sumHead] as const]),
    ]),
    ...items.map((item) => drawn(header, [[left, placeOf(header, item.column), item], ...across(item.column)])),
  ];
  if (sums !== null)
    rows.push(
      drawn(header, [
        [left, placeOf(header, sums.column), { ...sums, value: "合計", formula: null }],
        ...across(sums.column),
      ]),
    );
  const end = (closing ?? (months.at(-1) as Row)).index;
  const shift = Math.max(0, next - 1 - end);
  return redrawn(
    sheet,
    [
      ...sheet.rows.filter(({ index }) => index < header.index).map((row) => ({ row, from: row.index })),
      ...rows,
      ...sheet.rows
        .filter(({ index }) => index > end)
        .map((row) => ({ row: { ...row, index: row.index + shift }, from: row.index })),
    ],
    [],
    false,
  );
}
