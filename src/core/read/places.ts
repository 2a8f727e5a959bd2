/** Where the fields of a line stand. Lines drawn alike share their columns; a cell is named only when it is asked for. */
import type { Field } from "./field";
import { NOWHERE, type CellRef } from "../workbook/workbook";

/** Read it field by field, or by `for … in`: a line's places need not be properties of its own. */
export type Places = Readonly<Partial<Record<Field, CellRef>>>;

interface Layout {
  readonly columns: readonly number[];
  readonly LinePlaces: new (row: number) => Places;
}

export class Layouts {
  private readonly known = new Map<string, Layout>();
  private last: Layout | null = null;

  constructor(
    private readonly sheet: string,
    private readonly fields: readonly Field[],
  ) {}

  /** @param columns where each of the fields stands, or NOWHERE; of a field named twice the last place counts */
  places(row: number, columns: readonly number[]): Places {
    if (this.last === null || !isSame(this.last.columns, columns)) this.last = this.layout(columns);
    return new this.last.LinePlaces(row);
  }

  private layout(columns: readonly number[]): Layout {
    const key = columns.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const layout = { columns: [...columns], LinePlaces: placesIn(this.sheet, this.fields, columns) };
    this.known.set(key, layout);
    return layout;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

function placesIn(sheet: string, fields: readonly Field[], columns: readonly number[]): Layout["LinePlaces"] {
  class LinePlaces {
    /** Truly private: `for … in` is to meet the fields alone. */
    readonly #row: number;

    constructor(row: number) {
      this.#row = row;
    }

    static {
      for (const [index, field] of fields.entries()) {
        const column = columns[index] ?? NOWHERE;
        if (column === NOWHERE) continue;
        const get = function (this: LinePlaces): CellRef {
          return { sheet, row: this.#row, column };
        };
        Object.defineProperty(this.prototype, field, { configurable: true, enumerable: true, get });
      }
    }
  }
  return LinePlaces as Layout["LinePlaces"];
}
