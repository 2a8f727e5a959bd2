/**
 * Brings a snapshot up to date after some cells were edited, in one sync: the edited cells, and the values of all
 * formulas, since any of them may depend on those.
 */
import { speaksOfColours } from "../core/read/sheets/colours";
import { cellAt, columnNumber, type Area, type Cell, type Row, type Sheet } from "../core/workbook/workbook";
import { areaOf, cellsOf, valueOf, PLACE, PLACES, STRIKE } from "./cells";
import type { Snapshot } from "./snapshot";
import type { Edit } from "./watch";

/** Where more cells than this would have to be read, the workbook is read anew, in parts. */
const MOST_CELLS = 60_000;

/** @returns null when the workbook has to be read as a whole: sheets or rows came, went or moved, too much changed, or colours mean something */
export async function patchSnapshot(
  context: Excel.RequestContext,
  { workbook, sheetIds }: Snapshot,
  edits: readonly Edit[],
): Promise<Snapshot | null> {
  const edited = edits.flatMap(({ sheetId, address }) =>
    (areasOf(address) ?? [null]).map((area) => ({ sheet: sheetIds.indexOf(sheetId), area })),
  );
  const formulas = workbook.sheets.flatMap((one, sheet) => formulaColumns(one).map((area) => ({ sheet, area })));
  if (
    speaksOfColours(workbook) ||
    !edited.every(isKnown) ||
    sum([...edited, ...formulas].map(({ area }) => cellCount(area))) > MOST_CELLS
  )
    return null;

  const range = ({ sheet, area }: Place): Excel.Range =>
    context.workbook.worksheets
      .getItem(sheetIds[sheet] as string)
      .getRangeByIndexes(area.top - 1, area.left - 1, area.bottom - area.top + 1, area.right - area.left + 1);
  const now = context.workbook.worksheets.load("items/id,items/name,items/visibility");
  const calculated = formulas.map((place) => ({ ...place, range: range(place).load("values") }));
  const typed = edited.map((place) => {
    const asked = range(place).load("values,formulas,numberFormat");
    const merged = asked.getMergedAreasOrNullObject().load(PLACES);
    return { ...place, range: asked, merged, looks: asked.getCellProperties(STRIKE) };
  });
  const tables = workbook.sheets.map((sheet) =>
    sheet.tables.map((table) => context.workbook.tables.getItemOrNullObject(table.name).getRange().load(PLACE)),
  );
  await context.sync();

  const sameSheets =
    now.items.length === sheetIds.length &&
    now.items.every(({ id, name, visibility }, index) => {
      const before = workbook.sheets[index];
      return (
        id === sheetIds[index] && name === before?.name && visibility.toLowerCase() === before.visibility.toLowerCase()
      );
    });
  if (!sameSheets || tables.flat().some((table) => table.isNullObject)) return null;
  const sheets = workbook.sheets.map((sheet, index) => {
    let next = sheet;
    for (const { sheet: at, area, range: values } of calculated)
      if (at === index) next = recalculated(next, area, values.values);
    for (const { sheet: at, area, range: cells, merged, looks } of typed) {
      if (at !== index) continue;
      const struck = (row: number, column: number): boolean =>
        looks.value[row - area.top]?.[column - area.left]?.format?.font?.strikethrough === true;
      next = replaced(next, area, cells, struck, merged.isNullObject ? [] : merged.areas.items.map(areaOf));
    }
    const moved = sheet.tables.map((table, place) => ({
      ...table,
      area: areaOf(tables[index]?.[place] as Excel.Range),
    }));
    return { ...next, tables: moved };
  });
  // Colours are asked for with the whole.
  return speaksOfColours({ sheets }) ? null : { workbook: { ...workbook, sheets }, sheetIds };
}

interface Place {
  readonly sheet: number;
  readonly area: Area;
}

const isKnown = (place: { readonly sheet: number; readonly area: Area | null }): place is Place =>
  place.sheet >= 0 && place.area !== null;

const cellCount = ({ top, bottom, left, right }: Area): number => (bottom - top + 1) * (right - left + 1);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** "B2", "A1:C9" or several of them; null for whole rows or columns and for what is no address. */
function areasOf(address: string | null): Area[] | null {
  const areas = (address ?? "").split(",").map((part) => {
    const [, left, top, right, bottom] =
      /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(part.trim()) ?? [];
    if (left === undefined || top === undefined) return null;
    return {
      top: Number(top),
      left: columnNumber(left),
      bottom: Number(bottom ?? top),
      right: columnNumber(right ?? left),
    };
  });
  return areas.every((area) => area !== null) ? areas : null;
}

/** From the first to the last formula of each column. */
function formulaColumns(sheet: Sheet): Area[] {
  const columns = new Map<number, Area>();
  for (const { index, cells } of sheet.rows)
    for (const { column, formula } of cells)
      if (formula !== null)
        columns.set(column, { top: columns.get(column)?.top ?? index, left: column, bottom: index, right: column });
  return [...columns.values()];
}

/** New values for the formulas of one column. */
function recalculated(sheet: Sheet, { top, bottom, left }: Area, values: readonly (readonly unknown[])[]): Sheet {
  const rows = sheet.rows.map((row): Row => {
    if (row.index < top || row.index > bottom) return row;
    const value = valueOf(values[row.index - top]?.[0]);
    const cell = cellAt(sheet, row.index, left);
    if (cell === undefined || cell.formula === null || cell.value === value) return row;
    return { ...row, cells: row.cells.map((one): Cell => (one === cell ? { ...one, value } : one)) };
  });
  return { ...sheet, rows };
}

/** The cells and merged areas of an area as they are now. */
function replaced(
  sheet: Sheet,
  area: Area,
  range: Excel.Range,
  struck: (row: number, column: number) => boolean,
  merges: readonly Area[],
): Sheet {
  const rows = new Map(sheet.rows.map((row) => [row.index, row]));
  for (let index = area.top; index <= area.bottom; index += 1) {
    const offset = index - area.top;
    const old = rows.get(index);
    const fresh = cellsOf(
      area.left,
      range.values[offset] ?? [],
      range.formulas[offset] ?? [],
      range.numberFormat[offset] ?? [],
      (column) => struck(index, column),
    );
    const cells = [...(old?.cells ?? []).filter(({ column }) => column < area.left || column > area.right), ...fresh];
    if (cells.length === 0) rows.delete(index);
    else rows.set(index, { index, hidden: old?.hidden ?? false, cells: cells.sort((a, b) => a.column - b.column) });
  }
  const outside = sheet.merges.filter(
    (merge) => merge.top > area.bottom || merge.bottom < area.top || merge.left > area.right || merge.right < area.left,
  );
  return {
    ...sheet,
    rows: [...rows.values()].sort((a, b) => a.index - b.index),
    merges: [...outside, ...merges].sort((a, b) => a.top - b.top || a.left - b.left),
  };
}
