/**
 * Formulas that the book works out itself. A summary of 10,000 lines has three for each line, none of which calculates
 * anything; the grid takes seconds for so many, and holds the page meanwhile.
 */
import { columnNumber, type Area } from "../../core/workbook/workbook";
import { whileWanted } from "../../taskpane/turns";
import { atOnce } from "../../views/summary/at-once";
import { LAST_COLUMN } from "../host/addresses";
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

/** Formulas by the cells they read. */
class Readers {
  private readonly bySheet = new Map<BookSheet, Map<number, Reader[]>>();

  of({ sheet, row, column }: Place): readonly Reader[] {
    return this.bySheet.get(sheet)?.get(keyOf(row, column)) ?? [];
  }

  add({ sheet, row, column }: Place, reader: Reader): void {
    let inSheet = this.bySheet.get(sheet);
    if (inSheet === undefined) this.bySheet.set(sheet, (inSheet = new Map()));
    const others = inSheet.get(keyOf(row, column));
    if (others === undefined) inSheet.set(keyOf(row, column), [reader]);
    else others.push(reader);
  }
}

const keyOf = (row: number, column: number): number => row * (LAST_COLUMN + 1) + column;

/** Milliseconds after which nobody is about to change what was changed last. */
const SETTLED = 200;
/** Rows between which the page may answer. */
const ROWS_A_TURN = 50;

export class PlainFormulas {
  /** null: to be looked for. */
  private readers: Readers | null = null;
  private looking = new AbortController();
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly book: Book) {}

  /** Sheets or formulas came or went: they are looked for anew, a few at a time, before somebody needs them. */
  forget(): void {
    this.stop();
    this.readers = null;
    this.waiting = setTimeout(() => void this.look(), SETTLED);
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.looking.abort();
  }

  private async look(): Promise<void> {
    const { signal } = (this.looking = new AbortController());
    await whileWanted(this.found(), signal);
  }

  private lookAtOnce(): Readers {
    this.stop();
    return (this.readers = atOnce(this.find()));
  }

  private *found(): Generator<void, void> {
    this.readers = yield* this.find();
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
    const changed = new Set<BookCell>();
    const followed: Place[] = [];
    const readers = this.readers ?? this.lookAtOnce();
    const next: Place[] = [];
    const renew = (reader: Reader): void => {
      const { cell, formula } = reader;
      const value = cell.formula === formula ? this.worth(formula, reader.sheet) : cell.value;
      if (value === cell.value || changed.has(cell)) return;
      cell.value = value;
      changed.add(cell);
      followed.push(reader);
      next.push(reader);
    };
    for (const { row, column, cell } of sheet.within(area)) {
      next.push({ sheet, row, column });
      if (cell.formula !== null && isPlain(cell.formula)) renew({ sheet, row, column, cell, formula: cell.formula });
    }
    for (let place = next.pop(); place !== undefined; place = next.pop())
      for (const reader of readers.of(place)) renew(reader);
    return followed;
  }

  private *find(): Generator<void, Readers> {
    const readers = new Readers();
    for (const sheet of this.book.sheets)
      for (const [row, cells] of sheet.rows) {
        for (const [column, cell] of cells) {
          const { formula } = cell;
          if (formula === null) continue;
          for (const place of this.placesIn(formula, sheet)) readers.add(place, { sheet, row, column, cell, formula });
        }
        if (row % ROWS_A_TURN === 0) yield;
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
