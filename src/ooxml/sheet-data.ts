import type { Cell, CellValue, Row } from "../core/workbook/workbook";
import { damaged, WorkbookError } from "./error";
import { MovableFormula, withoutFutureFunctionPrefix } from "./formulas";
import { MAX_COLUMN, MAX_ROW, parseArea } from "./references";
import { prefixOf, readText, type CellText } from "./strings";
import { PLAIN_STYLE, type CellStyle } from "./styles";
import type { Tag, TagScanner } from "./tag-scanner";
import { isTrue, unescapeXstring } from "./xml";

/** What cells refer to, the same for every sheet of a workbook. */
export interface CellContext {
  readonly strings: readonly CellText[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  /** What the workbook may still take, so that no small file fills the memory. */
  readonly budget: { cells: number; formulaCharacters: number };
}

interface MutableRow {
  index: number;
  hidden: boolean;
  cells: MutableCell[];
}
type MutableCell = { -readonly [Key in keyof Cell]: Cell[Key] };

/**
 * Reads `sheetData`, whose tag the scanner has just read, up to its end. Rows and cells come sorted; those that hold
 * neither a value nor a formula are left out.
 */
export function readSheetData(scanner: TagScanner, opened: Tag, context: CellContext): Row[] {
  return opened === "open" ? new SheetDataReader(scanner, context).rows() : [];
}

class SheetDataReader {
  private readonly prefix: string;
  private readonly rowName: string;
  private readonly cellName: string;
  private readonly valueName: string;
  private readonly formulaName: string;
  private readonly inlineName: string;
  private readonly shared = new Map<string, { formula: MovableFormula; row: number; column: number }>();
  private readonly arrays: { area: ReturnType<typeof parseArea>; formula: string }[] = [];

  // The cell being read.
  private row = 0;
  private column = 0;
  private style = 0;
  private typeFrom = 0;
  private typeTo = 0;

  constructor(
    private readonly scanner: TagScanner,
    private readonly context: CellContext,
  ) {
    this.prefix = prefixOf(scanner.name);
    this.rowName = `${this.prefix}row`;
    this.cellName = `${this.prefix}c`;
    this.valueName = `${this.prefix}v`;
    this.formulaName = `${this.prefix}f`;
    this.inlineName = `${this.prefix}is`;
  }

  rows(): Row[] {
    const { scanner } = this;
    const rows: MutableRow[] = [];
    let sorted = true;
    let last = 0;
    for (let tag = scanner.next(); tag !== "close"; tag = scanner.next()) {
      if (scanner.name !== this.rowName) {
        if (tag === "open") scanner.skip();
        continue;
      }
      const index = scanner.attribute("r");
      this.row = index === undefined ? last + 1 : Number(index);
      if (!(this.row >= 1 && this.row <= MAX_ROW)) scanner.fail(`row ${this.row}`);
      const hidden = isTrue(scanner.attribute("hidden")) || Number(scanner.attribute("ht") ?? 1) === 0;
      const cells = tag === "open" ? this.cells() : [];
      if (cells.length > 0) {
        rows.push({ index: this.row, hidden, cells });
        sorted &&= this.row > last;
      }
      last = this.row;
    }
    const ordered = sorted ? rows : inOrder(rows, ({ index }) => index, mergeRows);
    this.spreadArrays(ordered);
    return ordered;
  }

  private cells(): MutableCell[] {
    const { scanner } = this;
    const cells: MutableCell[] = [];
    let sorted = true;
    let last = 0;
    this.column = 0;
    for (let tag = scanner.next(); tag !== "close"; tag = scanner.next()) {
      if (scanner.name !== this.cellName) {
        if (tag === "open") scanner.skip();
        continue;
      }
      this.column += 1;
      this.style = 0;
      this.typeFrom = this.typeTo = 0;
      scanner.shortAttributes(this.cellAttribute);
      if (tag === "empty") continue;
      const cell = this.cell();
      if (cell === null) continue;
      cells.push(cell);
      sorted &&= cell.column > last;
      last = cell.column;
      if (--this.context.budget.cells < 0) throw new WorkbookError("too-large", "too many cells");
    }
    return sorted
      ? cells
      : inOrder(
          cells,
          ({ column }) => column,
          (_, later) => later,
        );
  }

  private readonly cellAttribute = (letter: number, from: number, to: number): void => {
    if (letter === 114 /* r */) this.column = this.columnAt(from, to);
    else if (letter === 115 /* s */) this.style = this.integerAt(from, to);
    else if (letter === 116 /* t */) {
      this.typeFrom = from;
      this.typeTo = to;
    }
  };

  /** Reads what stands inside a cell, up to its end. */
  private cell(): MutableCell | null {
    const { scanner, context } = this;
    const type = this.typeFrom === this.typeTo ? "n" : scanner.text.slice(this.typeFrom, this.typeTo);
    let value: CellValue = null;
    let formula: string | null = null;
    let struck: boolean | null = null;
    for (let tag = scanner.next(); tag !== "close"; tag = scanner.next()) {
      const { name } = scanner;
      if (name === this.valueName) {
        if (tag === "empty") continue;
        if (type === "s") {
          const index = scanner.number();
          if (typeof index !== "number" || context.strings.length === 0) return scanner.fail("no shared text exists");
          const shared = context.strings[index];
          value = shared === undefined ? NO_SUCH_TEXT : shared.text;
          struck = shared?.struck ?? null;
        } else value = type === "n" ? scanner.number() : this.value(type, scanner.content());
      } else if (name === this.formulaName) formula = this.formula(tag);
      else if (name === this.inlineName && tag === "open") {
        const inline = readText(scanner, this.prefix);
        value = inline.text;
        struck = inline.struck;
      } else if (tag === "open") scanner.skip();
    }
    if (value === "" && type === "n") value = null;
    if (formula === null && (value === null || value === "")) return null;
    const style = context.styles[this.style] ?? PLAIN_STYLE;
    return { column: this.column, value, formula, format: style.format, struck: struck ?? style.struck };
  }

  private value(type: string, raw: string): CellValue {
    if (type === "b") return isTrue(raw.trim());
    if (type === "e") return { error: raw.trim() };
    if (type === "d") return serialOf(raw.trim(), this.context.date1904) ?? raw;
    return ownText(unescapeXstring(raw));
  }

  /** Formula of the cell; a shared one is written for this cell, an array's one stands in all of its cells. */
  private formula(tag: Tag): string | null {
    const { scanner, row, column } = this;
    const type = scanner.attribute("t");
    const index = scanner.attribute("si") ?? "";
    const reference = scanner.attribute("ref");
    const raw = tag === "open" ? scanner.content() : "";
    if (type === "shared" && raw === "") {
      const master = this.shared.get(index);
      if (master === undefined) return null;
      const moved = master.formula.moved(row - master.row, column - master.column);
      if ((this.context.budget.formulaCharacters -= moved.length) < 0) {
        throw new WorkbookError("too-large", "shared formulas too long");
      }
      return moved;
    }
    if (raw === "") return null;
    const formula = ownText(withoutFutureFunctionPrefix(unescapeXstring(raw)));
    if (type === "shared" && (reference !== undefined || !this.shared.has(index))) {
      this.shared.set(index, { formula: new MovableFormula(formula), row, column });
    }
    if (type === "array" && reference?.includes(":")) this.arrays.push({ area: parseArea(reference), formula });
    return formula;
  }

  private spreadArrays(rows: readonly MutableRow[]): void {
    // Arrays of a sound workbook do not overlap: together they visit no cell twice.
    let visits = rows.reduce((count, { cells }) => count + cells.length + 1, 0);
    for (const { area, formula } of this.arrays) {
      for (let at = firstFrom(rows, area.top, ({ index }) => index); ; at += 1) {
        const row = rows[at];
        if (row === undefined || row.index > area.bottom) break;
        visits -= 1;
        for (let in_ = firstFrom(row.cells, area.left, ({ column }) => column); ; in_ += 1) {
          const cell = row.cells[in_];
          if (cell === undefined || cell.column > area.right) break;
          cell.formula ??= formula;
          visits -= 1;
        }
        if (visits < -rows.length) throw damaged("array formulas overlap");
      }
    }
  }

  /** "AB12" → 28 */
  private columnAt(from: number, to: number): number {
    const { text } = this.scanner;
    let column = 0;
    let at = from;
    for (; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 65 && code <= 90) column = column * 26 + code - 64;
      else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
      else break;
    }
    if (column < 1 || column > MAX_COLUMN || this.integerAt(at, to) !== this.row) {
      this.scanner.fail(`cell ${text.slice(from, to)} in row ${this.row}`);
    }
    return column;
  }

  private integerAt(from: number, to: number): number {
    let integer = 0;
    for (let at = from; at < to; at += 1) integer = integer * 10 + this.scanner.text.charCodeAt(at) - 48;
    return integer;
  }
}

function firstFrom<T>(sorted: readonly T[], wanted: number, key: (item: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a cell holds that names a shared text which the file does not hold: the rest of it is read all the same. */
const NO_SUCH_TEXT: CellValue = { error: "#REF!" };

/** A copy: a piece that is cut from a text keeps the whole of it in memory, here a sheet's XML. */
const ownText = (text: string): string => ` ${text}`.slice(1);

/** Sorts, and joins what claims the same place. */
function inOrder<T>(items: T[], key: (item: T) => number, join: (earlier: T, later: T) => T): T[] {
  const ordered: T[] = [];
  for (const item of items.sort((a, b) => key(a) - key(b))) {
    const previous = ordered.at(-1);
    if (previous !== undefined && key(previous) === key(item)) ordered[ordered.length - 1] = join(previous, item);
    else ordered.push(item);
  }
  return ordered;
}

const mergeRows = (earlier: MutableRow, later: MutableRow): MutableRow => ({
  index: earlier.index,
  hidden: earlier.hidden || later.hidden,
  cells: inOrder(
    [...earlier.cells, ...later.cells],
    ({ column }) => column,
    (_, last) => last,
  ),
});

/** An ISO 8601 date or time as Excel's serial number (ECMA-376 part 1, 18.17.4.2); null when it is none. */
function serialOf(text: string, date1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (match === null || text === "") return null;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  if (date1904) return days + 24_107 + time;
  // 1900-02-29 exists for Excel: days before it count one less.
  const serial = days + 25_569;
  return (serial < 61 ? serial - 1 : serial) + time;
}
