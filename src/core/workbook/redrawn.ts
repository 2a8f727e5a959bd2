/** A sheet drawn anew, so that its tables can be read from top to bottom, and where each of its cells really stands. */
import { movedReferences, type Reference } from "./references";
import { cellName, type Area, type Cell, type Row, type Sheet } from "./workbook";

/** 1-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Redrawn {
  readonly sheet: Sheet;
  /** Where a cell of the new drawing stands on the sheet itself. */
  placeOf(row: number, column: number): Place;
  /** The row of the sheet in which a row of the new drawing begins. */
  rowOf(row: number): number;
  /** Where a filled cell of the sheet is drawn now; undefined where it was left out. */
  seenAt(row: number, column: number): Place | undefined;
  /** Its columns may be told, and chosen, by the letters they have in the drawing. */
  readonly keepsColumns: boolean;
}

/** One row of the new drawing. */
export interface DrawnRow {
  readonly row: Row;
  /** The row of the sheet in which it begins. */
  readonly from: number;
  /** Where its columns stand; without it under their own letters in the row it begins in. */
  readonly placeOf?: (column: number) => Place;
}

/**
 * A row with its cells rearranged.
 * @param standsIn by column of the drawing, that of the sheet, where they differ
 */
export const rearranged = (row: Row, cells: readonly Cell[], standsIn: ReadonlyMap<number, number>): DrawnRow => ({
  row: { ...row, cells: inColumnOrder(cells) },
  from: row.index,
  placeOf: (column) => ({ row: row.index, column: standsIn.get(column) ?? column }),
});

export const inColumnOrder = (cells: readonly Cell[]): Cell[] => [...cells].sort((a, b) => a.column - b.column);

/** @param rows in ascending order; formulas of filled cells are told in the new drawing's places, or dropped */
export function redrawn(
  sheet: Sheet,
  rows: readonly DrawnRow[],
  merges: readonly Area[],
  keepsColumns: boolean,
): Redrawn {
  return new Drawing(sheet, rows, merges, keepsColumns);
}

/** One drawing made from another. */
export const redrawnTwice = (first: Redrawn, second: Redrawn): Redrawn => ({
  sheet: second.sheet,
  placeOf: (row, column) => {
    const between = second.placeOf(row, column);
    return first.placeOf(between.row, between.column);
  },
  rowOf: (row) => first.rowOf(second.rowOf(row)),
  seenAt: (row, column) => {
    const between = first.seenAt(row, column);
    return between === undefined ? undefined : second.seenAt(between.row, between.column);
  },
  keepsColumns: first.keepsColumns && second.keepsColumns,
});

const keyOf = (row: number, column: number): string => `${String(row)}:${String(column)}`;

class Drawing implements Redrawn {
  readonly sheet: Sheet;
  private readonly byRow: ReadonlyMap<number, DrawnRow>;
  /** Places in the new drawing by those on the sheet. */
  private readonly seen = new Map<string, Place>();
  /** By column of the new drawing, its rows with a figure. */
  private readonly figures = new Map<number, number[]>();

  constructor(
    private readonly from: Sheet,
    private readonly rows: readonly DrawnRow[],
    merges: readonly Area[],
    readonly keepsColumns: boolean,
  ) {
    this.byRow = new Map(rows.map((drawn) => [drawn.row.index, drawn]));
    for (const { row } of rows)
      for (const { column, value } of row.cells) {
        const place = this.placeOf(row.index, column);
        this.seen.set(keyOf(place.row, place.column), { row: row.index, column });
        if (typeof value !== "number") continue;
        const figures = this.figures.get(column);
        if (figures === undefined) this.figures.set(column, [row.index]);
        else figures.push(row.index);
      }
    this.sheet = {
      ...from,
      rows: rows.map(({ row }) => ({ ...row, cells: row.cells.map((cell) => this.withFormula(cell)) })),
      merges,
    };
  }

  placeOf(row: number, column: number): Place {
    const drawn = this.byRow.get(row);
    return drawn?.placeOf?.(column) ?? { row: this.rowOf(row), column };
  }

  rowOf(row: number): number {
    const drawn = this.byRow.get(row);
    if (drawn !== undefined) return drawn.from;
    const above = this.rows.findLast((one) => one.row.index < row);
    return above === undefined ? row : above.from + row - above.row.index;
  }

  seenAt(row: number, column: number): Place | undefined {
    return this.seen.get(keyOf(row, column));
  }

  private withFormula(cell: Cell): Cell {
    if (cell.formula === null) return cell;
    const formula = movedReferences(cell.formula, (reference) => this.moved(reference));
    // What a formula that cannot be told anew comes to is still its value; without one, that it has none is to be told.
    return formula === null && cell.value === null ? cell : { ...cell, formula };
  }

  /** A reference as it reads in the new drawing; of a range the runs of its figures. */
  private moved({ sheet, top, bottom, left, right }: Reference): string | null | undefined {
    if (sheet !== null && sheet !== this.from.name) return undefined;
    if (top === null || bottom === null) return null;
    if (top === bottom && left === right) {
      const place = this.seenAt(top, left);
      return place === undefined ? null : cellName(place.row, place.column);
    }
    const columns = new Map<number, number[]>();
    for (const row of this.from.rows) {
      if (row.index < top || row.index > bottom) continue;
      for (const { column, value } of row.cells) {
        if (column < left || column > right || typeof value !== "number") continue;
        const place = this.seenAt(row.index, column);
        if (place === undefined) return null;
        columns.set(place.column, [...(columns.get(place.column) ?? []), place.row]);
      }
    }
    const runs = [...columns].flatMap(([column, rows]) => this.runs(column, new Set(rows)));
    return runs.length === 0 ? null : runs.join(",");
  }

  /** Stretches of a column between whose figures no other figure stands. */
  private runs(column: number, rows: ReadonlySet<number>): string[] {
    const runs: string[] = [];
    let start: number | null = null;
    let last = 0;
    for (const row of [...(this.figures.get(column) ?? []), Infinity]) {
      if (rows.has(row)) {
        start ??= row;
        last = row;
      } else if (start !== null) {
        runs.push(start === last ? cellName(start, column) : `${cellName(start, column)}:${cellName(last, column)}`);
        start = null;
      }
    }
    return runs;
  }
}
