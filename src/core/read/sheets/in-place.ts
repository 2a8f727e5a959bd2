/** What was read on a sheet that was drawn anew, named by where it really stands. */
import type { Redrawn } from "../../workbook/redrawn";
import { cellAt, type CellRef } from "../../workbook/workbook";
import type { BudgetReading, RowTold, TableReading, Trace } from "../reading";
import type { Page } from "../tables/part";

/** The row of the sheet as it is read that has its cell here, between two columns. */
export function rowRead({ redrawn, grid }: Page, { row, column }: CellRef, left: number, right: number): number {
  if (redrawn === null) return row;
  const isHere = (at: number): boolean => {
    for (let across = left; across <= right; across++) {
      const place = redrawn.placeOf(at, across);
      if (place.row === row && place.column === column) return true;
    }
    return false;
  };
  return grid.sheet.rows.find(({ index }) => isHere(index))?.index ?? row;
}

/** The reading itself where no sheet was drawn anew. */
export function inPlace(reading: BudgetReading, pages: readonly Page[]): BudgetReading {
  const drawn = new Map(
    pages.flatMap(({ sheet, redrawn }) => (redrawn === null ? [] : [[sheet.name, { sheet, redrawn }] as const])),
  );
  if (drawn.size === 0) return reading;
  const { sheets, trace, ...rest } = reading;
  const moved = movedOn(drawn);
  const formulaAt = (cell: CellRef | undefined, otherwise: string | null): string | null => {
    const sheet = cell === undefined ? undefined : drawn.get(cell.sheet)?.sheet;
    if (cell === undefined || sheet === undefined) return otherwise;
    return cellAt(sheet, cell.row, cell.column)?.formula ?? null;
  };
  const all = moved(rest);
  return {
    ...all,
    lines: all.lines.map((line) => {
      const { amount, amountExclusive, amountInclusive } = line.at;
      const amountFormula = formulaAt(amount ?? amountExclusive ?? amountInclusive, line.amountFormula);
      return amountFormula === line.amountFormula ? line : { ...line, amountFormula };
    }),
    totals: all.totals.map((total) => ({ ...total, formula: formulaAt(total.cell, total.formula) })),
    sheets: sheets.map((sheet) => {
      const page = drawn.get(sheet.sheet);
      return page === undefined
        ? sheet
        : { ...sheet, tables: sheet.tables.map((table) => tableInPlace(table, page.redrawn)) };
    }),
    trace: new TraceInPlace(trace, moved),
  };
}

/** Truly private: no part of the report. */
class TraceInPlace implements Trace {
  readonly proven: boolean;
  readonly doubts: Trace["doubts"];
  readonly #read: Trace;
  readonly #moved: <T>(value: T) => T;

  constructor(read: Trace, moved: <T>(value: T) => T) {
    this.proven = read.proven;
    this.doubts = moved(read.doubts);
    this.#read = read;
    this.#moved = moved;
  }

  rowsOf(sheet: string): readonly RowTold[] {
    return this.#moved(this.#read.rowsOf(sheet));
  }
}

/** Plain data with every cell and row of such a sheet as it stands there. */
function movedOn(drawn: ReadonlyMap<string, { readonly redrawn: Redrawn }>): <T>(value: T) => T {
  const moved = <T>(value: T): T => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(moved) as T;
    const own = value as Record<string, unknown>;
    const { sheet, row, column } = own;
    const redrawn = typeof sheet === "string" && typeof row === "number" ? drawn.get(sheet)?.redrawn : undefined;
    if (typeof sheet === "string" && typeof row === "number" && redrawn === undefined) return value;
    const copy: Record<string, unknown> = {};
    // The places of a line are no properties of its own.
    for (const key in own) copy[key] = moved(own[key]);
    if (redrawn === undefined) return copy as T;
    if (typeof column === "number") Object.assign(copy, redrawn.placeOf(row as number, column));
    else copy["row"] = redrawn.rowOf(row as number);
    return copy as T;
  };
  return moved;
}

function tableInPlace(table: TableReading, redrawn: Redrawn): TableReading {
  const heads = rowsOf(table.headerTop, table.headerBottom);
  const rows = rowsOf(table.firstRow, table.lastRow);
  const [head, body] = [span(heads), span(rows)];
  const columns = [...heads, ...rows].map(({ column }) => column);
  return {
    ...table,
    headerTop: head?.top ?? redrawn.rowOf(table.headerTop),
    headerBottom: head?.bottom ?? redrawn.rowOf(table.headerBottom),
    firstRow: body?.top ?? redrawn.rowOf(table.firstRow),
    lastRow: body?.bottom ?? redrawn.rowOf(table.lastRow),
    ...(redrawn.keepsColumns
      ? {}
      : {
          left: Math.min(...columns),
          right: Math.max(...columns),
          columns: table.columns.map(({ column, ...rest }) => ({
            ...rest,
            column: redrawn.placeOf(table.headerBottom, column).column,
          })),
        }),
    rows: table.rows.map(({ row, role }) => ({ row: redrawn.rowOf(row), role })),
  };

  function rowsOf(top: number, bottom: number): { row: number; column: number }[] {
    return redrawn.sheet.rows
      .filter(({ index }) => index >= top && index <= bottom)
      .flatMap(({ index, cells }) =>
        cells
          .filter(({ column }) => column >= table.left && column <= table.right)
          .map(({ column }) => redrawn.placeOf(index, column)),
      );
  }
}

function span(places: readonly { readonly row: number }[]): { top: number; bottom: number } | null {
  const rows = places.map(({ row }) => row);
  return rows.length === 0 ? null : { top: Math.min(...rows), bottom: Math.max(...rows) };
}
