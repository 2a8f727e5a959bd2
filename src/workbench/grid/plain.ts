/**
 * Formulas that the book works out itself. A summary of 10,000 lines has three for each line, none of which calculates
 * anything; the grid takes seconds for so many, and holds the page meanwhile.
 */
import { columnNumber, type Area } from "../../core/workbook/workbook";
import type { Book, BookCell, BookSheet, BookValue } from "../host/book";

/** 'Sheet'!$J$5 */
const REFERENCE = /^'((?:[^']|'')+)'!\$([A-Z]+)\$(\d+)$/;
/** IF(E5="対象外",0,F5) */
const COUNTED = /^IF\(([A-Z]+)(\d+)="((?:[^"]|"")*)",0,([A-Z]+)(\d+)\)$/;
/** HYPERLINK("#'Sheet'!A5","Sheet!5"): a place in the workbook. */
const LINK = /^HYPERLINK\("#(?:[^"]|"")*","((?:[^"]|"")*)"\)$/;

/** The book gives this formula its value, the grid shows it. */
export const isPlain = (formula: string): boolean =>
  REFERENCE.test(formula) || COUNTED.test(formula) || LINK.test(formula);

interface Place {
  readonly sheet: BookSheet;
  readonly row: number;
  readonly column: number;
}

interface Reader extends Place {
  readonly cell: BookCell;
  /** As it was when it was found. */
  readonly formula: string;
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet.id} ${row} ${column}`;

export class PlainFormulas {
  /** By the cells they read; null: to be looked for. */
  private readers: ReadonlyMap<string, readonly Reader[]> | null = null;

  constructor(private readonly book: Book) {}

  /** Sheets or formulas came or went. */
  forget(): void {
    this.readers = null;
  }

  /** Cells were changed: such a formula among them may be new. One that is gone is known by its text. */
  heed(sheet: BookSheet, area: Area, hasMoved: boolean): void {
    if (hasMoved || this.holdsAny(sheet, area)) this.forget();
  }

  private holdsAny(sheet: BookSheet, area: Area): boolean {
    for (const { cell } of sheet.within(area)) if (cell.formula !== null && isPlain(cell.formula)) return true;
    return false;
  }

  /** After cells changed, gives their new values to those that only repeat them. @returns these */
  follow(sheet: BookSheet, area: Area): Place[] {
    const changed = new Map<string, Place>();
    const readers = (this.readers ??= this.find());
    const next: Place[] = [];
    const renew = (reader: Reader): void => {
      const { cell, formula } = reader;
      const value = cell.formula === formula ? this.worth(formula, reader.sheet) : cell.value;
      if (value === cell.value || changed.has(keyOf(reader))) return;
      cell.value = value;
      changed.set(keyOf(reader), reader);
      next.push(reader);
    };
    for (const { row, column, cell } of sheet.within(area)) {
      next.push({ sheet, row, column });
      if (cell.formula !== null && isPlain(cell.formula)) renew({ sheet, row, column, cell, formula: cell.formula });
    }
    for (let place = next.pop(); place !== undefined; place = next.pop())
      for (const reader of readers.get(keyOf(place)) ?? []) renew(reader);
    return [...changed.values()];
  }

  private find(): ReadonlyMap<string, readonly Reader[]> {
    const readers = new Map<string, Reader[]>();
    for (const sheet of this.book.sheets) {
      for (const [row, cells] of sheet.rows) {
        for (const [column, cell] of cells) {
          const { formula } = cell;
          if (formula === null) continue;
          for (const place of this.placesIn(formula, sheet)) {
            const others = readers.get(keyOf(place));
            const reader = { sheet, row, column, cell, formula };
            if (others === undefined) readers.set(keyOf(place), [reader]);
            else others.push(reader);
          }
        }
      }
    }
    return readers;
  }

  /** What a formula reads; nothing where it is none of these. */
  private placesIn(formula: string, own: BookSheet): readonly Place[] {
    const reference = REFERENCE.exec(formula);
    if (reference !== null) {
      const [, name = "", letters = "", row] = reference;
      const sheet = this.book.sheet(name.replaceAll("''", "'"));
      return sheet === undefined ? [] : [{ sheet, row: Number(row), column: columnNumber(letters) }];
    }
    const counted = COUNTED.exec(formula);
    if (counted === null) return [];
    const [, verdict = "", verdictRow, , amount = "", amountRow] = counted;
    return [
      { sheet: own, row: Number(verdictRow), column: columnNumber(verdict) },
      { sheet: own, row: Number(amountRow), column: columnNumber(amount) },
    ];
  }

  private worth(formula: string, own: BookSheet): BookValue {
    const link = LINK.exec(formula);
    if (link !== null) return plainText(link[1]);
    const [first = "", second = ""] = this.placesIn(formula, own).map(
      ({ sheet, row, column }) => sheet.get(row, column)?.value ?? "",
    );
    const counted = COUNTED.exec(formula);
    if (counted === null) return this.placesIn(formula, own).length === 0 ? "#REF!" : shown(first);
    return String(first).toLowerCase() === plainText(counted[3]).toLowerCase() ? 0 : shown(second);
  }
}

/** An empty cell that is referred to shows 0. */
const shown = (value: BookValue): BookValue => (value === "" ? 0 : value);

const plainText = (literal = ""): string => literal.replaceAll('""', '"');
