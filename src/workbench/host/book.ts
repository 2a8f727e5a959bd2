/**
 * The workbook that the host serves: plain mutable data that knows nothing of office.js. A grid shows it, the host's
 * objects read and write it, and whoever subscribes hears of every change.
 */
import type { DocumentRead } from "../../core/documents/document";
import type { InForce } from "../../core/decisions/together";
import { absoluteArea } from "../../core/workbook/addresses";
import type { Area, Workbook } from "../../core/workbook/workbook";
import type { Left } from "../../taskpane/session/state";
import { withRowsShifted, type RowShift } from "../../ooxml/formulas";
import {
  LAST_COLUMN,
  WHOLE_SHEET,
  bounding,
  contains,
  intersection,
  parseArea,
  qualified,
  splitSheet,
} from "./addresses";

/** Text of an error is kept as Excel shows it ("#REF!"). "" is an empty cell. */
export type BookValue = string | number | boolean;

export interface BookCell {
  value: BookValue;
  /** Without the leading "="; null when typed. */
  formula: string | null;
  numberFormat: string;
  /** By path, as office.js names it: "Font/Bold", "Fill/Color", "Borders/EdgeTop/Style". Replaced, never changed. */
  style: Readonly<Record<string, string | number | boolean>>;
  link: Readonly<Record<string, string>> | null;
}

export interface Rule {
  readonly id: string;
  /** "Custom", "CellValue", "ColorScale" … */
  readonly type: string;
  areas: readonly Area[];
  stopIfTrue: boolean;
  /** Of a custom rule, with "=". */
  formula: string;
  format: Record<string, string | number | boolean>;
}

export interface Comment {
  readonly id: string;
  row: number;
  readonly column: number;
  content: string;
  readonly author: string;
  readonly replies: string[];
  resolved: boolean;
}

export interface BookTable {
  readonly id: string;
  name: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
}

export interface BookChart {
  readonly id: string;
  name: string;
  type: string;
  source: { readonly sheet: string; readonly area: Area };
  place: Area | null;
  /** Series in order, with what they show. */
  readonly series: { name: string; values: Area | null; categories: Area | null }[];
  /** Title, legend, axes …: by path as office.js names them. */
  readonly properties: Record<string, unknown>;
}

/** "results": what formulas came to; "other": where somebody is, what is on the clipboard. */
export type ChangeKind =
  "cells" | "results" | "format" | "rules" | "comments" | "layout" | "tables" | "charts" | "sheets" | "other";

/** Changes that leave what the sheets say as it was. */
const SAYS_THE_SAME: ReadonlySet<ChangeKind> = new Set(["rules", "charts", "other"]);

export interface BookChange {
  readonly kind: ChangeKind;
  readonly sheet: BookSheet | null;
  readonly area: Area | null;
  /** Cells came in or went, and others moved. */
  readonly move: "Inserted" | "Deleted" | null;
}

export const EMPTY_STYLE: BookCell["style"] = {};

export class BookSheet {
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  readonly rows = new Map<number, Map<number, BookCell>>();
  /** Looks of whole rows, columns and sheets: what cells there have from the start. */
  backgrounds: { readonly area: Area; readonly path: string; readonly value: string | number | boolean }[] = [];
  merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  /** The first is the one that Excel asks first. */
  rules: Rule[] = [];
  comments: Comment[] = [];
  tables: BookTable[] = [];
  charts: BookChart[] = [];
  /** Rows and columns that stay in view. */
  frozen: { rows: number; columns: number } | null = null;
  showGridlines = true;
  readonly pageLayout: Record<string, unknown> = {};
  protection: Readonly<Record<string, boolean | string>> | null = null;

  constructor(
    readonly book: Book,
    readonly id: string,
    public name: string,
  ) {}

  get(row: number, column: number): BookCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** The cell, made where there is none yet. */
  make(row: number, column: number): BookCell {
    let cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (cell === undefined) {
      cell = { value: "", formula: null, numberFormat: "General", style: this.bareStyle(row, column), link: null };
      cells.set(column, cell);
    }
    return cell;
  }

  private bareStyle(row: number, column: number): BookCell["style"] {
    if (this.backgrounds.length === 0) return EMPTY_STYLE;
    const here = { top: row, left: column, bottom: row, right: column };
    const looks = this.backgrounds.filter(({ area }) => contains(area, here));
    return looks.length === 0 ? EMPTY_STYLE : Object.fromEntries(looks.map(({ path, value }) => [path, value]));
  }

  /** Cells that exist inside the area, row by row where it has fewer rows than the sheet, else in the order of their making. */
  *within(area: Area): Generator<{ row: number; column: number; cell: BookCell }> {
    for (const [row, cells] of this.rowsWithin(area)) {
      for (const [column, cell] of cells) if (column >= area.left && column <= area.right) yield { row, column, cell };
    }
  }

  private *rowsWithin({ top, bottom }: Area): Generator<[number, Map<number, BookCell>]> {
    if (bottom - top >= this.rows.size) {
      for (const entry of this.rows) if (entry[0] >= top && entry[0] <= bottom) yield entry;
      return;
    }
    for (let row = top; row <= bottom; row += 1) {
      const cells = this.rows.get(row);
      if (cells !== undefined) yield [row, cells];
    }
  }

  /** The smallest rectangle around what an area holds; with `valuesOnly` formats alone do not count. */
  used(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | null {
    let area: Area | null = null;
    for (const { row, column, cell } of this.within(within)) {
      if (cell.value === "" && cell.formula === null && (valuesOnly || !isDressed(cell))) continue;
      const here = { top: row, left: column, bottom: row, right: column };
      area = area === null ? here : bounding(area, here);
    }
    return area;
  }

  /** Moves what is in the area's columns, from its first row on, down by the area's height. */
  insertDown(area: Area): void {
    const height = area.bottom - area.top + 1;
    for (const row of this.rowsFrom(area.top).reverse()) this.moveCells(row, row + height, area);
    this.follow(area, (own) => ({
      ...own,
      top: own.top >= area.top ? own.top + height : own.top,
      bottom: own.bottom + height,
    }));
    this.book.tell("cells", this, area, "Inserted");
  }

  /** Takes the area's cells away and moves what is below them, in its columns, up. */
  deleteUp(area: Area): void {
    const height = area.bottom - area.top + 1;
    for (const row of this.rowsFrom(area.top)) this.moveCells(row, row > area.bottom ? row - height : null, area);
    this.follow(area, (own) => {
      const top = own.top > area.bottom ? own.top - height : Math.min(own.top, area.top);
      const bottom = own.bottom > area.bottom ? own.bottom - height : area.top - 1;
      return bottom < top ? null : { ...own, top, bottom };
    });
    this.book.tell("cells", this, area, "Deleted");
  }

  private readonly rowsFrom = (top: number): number[] =>
    [...this.rows.keys()].filter((row) => row >= top).sort((a, b) => a - b);

  private moveCells(from: number, to: number | null, { left, right }: Area): void {
    const cells = this.rows.get(from) as Map<number, BookCell>;
    for (const [column, cell] of [...cells]) {
      if (column < left || column > right) continue;
      cells.delete(column);
      if (to !== null) Object.assign(this.make(to, column), cell);
    }
    if (cells.size === 0) this.rows.delete(from);
  }

  /** Merges, marks, comments, tables, names and hidden rows follow cells that moved; null takes them away. */
  private follow(area: Area, move: (own: Area) => Area | null): void {
    const moved = (own: Area): Area | null =>
      own.left < area.left || own.right > area.right || own.bottom < area.top ? own : move(own);
    const all = (areas: readonly Area[]): Area[] => areas.map(moved).filter((own) => own !== null);
    this.merges = all(this.merges);
    this.rules = this.rules.filter((rule) => (rule.areas = all(rule.areas)).length > 0);
    this.comments = this.comments.flatMap((comment) => {
      const { row: top, column: left } = comment;
      const to = moved({ top, left, bottom: top, right: left });
      return to === null ? [] : [Object.assign(comment, { row: to.top })];
    });
    this.tables = this.tables.flatMap((table) => {
      const to = moved(table.area);
      return to === null ? [] : [Object.assign(table, { area: to })];
    });
    for (const name of this.book.names) {
      const { sheet, rest } = splitSheet(name.formula.slice(1));
      if (sheet?.toLowerCase() !== this.name.toLowerCase() || rest.includes("#")) continue;
      const to = moved(parseArea(rest));
      name.formula = `=${qualified(this.name, to === null ? "#REF!" : absoluteArea(to))}`;
    }
    if (area.left > 1 || area.right < LAST_COLUMN) return;
    for (const rows of [this.hiddenRows, this.rowHeights]) moveKeys(rows, (row) => move(rowOf(row))?.top ?? null);
  }

  /** A whole row comes or goes; every formula of the book follows. A new one is dressed as the row above it. */
  shiftRow(shift: RowShift): void {
    const { at, by } = shift;
    const area = { top: at, left: 1, bottom: at, right: LAST_COLUMN };
    const elsewhere: [BookSheet, Area][] = [];
    for (const sheet of this.book.sheets)
      for (const { row, column, cell } of sheet.within(WHOLE_SHEET)) {
        const { formula } = cell;
        if (formula === null) continue;
        cell.formula = withRowsShifted(formula, sheet.name, shift);
        if (sheet !== this && cell.formula !== formula)
          elsewhere.push([sheet, { top: row, left: column, bottom: row, right: column }]);
      }
    if (by < 0) this.deleteUp(area);
    else this.insertDressed(area);
    for (const [sheet, cell] of elsewhere) this.book.tell("cells", sheet, cell);
  }

  private insertDressed(area: Area): void {
    const at = area.top;
    this.insertDown(area);
    for (const [column, { style, numberFormat }] of this.rows.get(at - 1) ?? [])
      Object.assign(this.make(at, column), { style, numberFormat });
    const height = this.rowHeights.get(at - 1);
    if (height !== undefined) this.rowHeights.set(at, height);
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((merge) => intersection(merge, area) === null);
  }
}

export interface CustomXml {
  readonly id: string;
  xml: string;
}

export interface DefinedName {
  name: string;
  /** With "=". */
  formula: string;
  visible: boolean;
  comment: string;
}

export class Book {
  name = "Book1.xlsx";
  date1904 = false;
  sheets: BookSheet[] = [];
  active: BookSheet | null = null;
  selection: { sheet: BookSheet; area: Area } | null = null;
  /** Somebody went to a place in it, or was led to one. */
  visited = false;
  readonly settings = new Map<string, unknown>();
  customXml: CustomXml[] = [];
  names: DefinedName[] = [];
  structureProtected = false;
  /** Estimates that were given beside it; null: none. */
  documents: readonly DocumentRead[] | null = null;
  /** What was checked last; null before the first check. */
  inForce: InForce | null = null;
  /** What is half written in its pane, by what it is about. */
  readonly drafts = new Map<string, unknown>();
  /** Where its pane is; null before there was one. */
  left: Left | null = null;
  /** Gives formulas their values after cells changed; without one a formula that was just written shows 0. */
  calculate: ((book: Book) => void) | null = null;
  /** Adds the sheets of an .xlsx file and gives them back; without it no file can be inserted. */
  insertFile: ((bytes: Uint8Array) => readonly BookSheet[]) | null = null;

  /** Puts a row into a sheet, or takes it out, in book and file; false where the file cannot follow. Without one none can. */
  shiftRows: ((shift: RowShift) => boolean) | null = null;

  /** Another one after every change of what the sheets say: marks, and where somebody stands, are none. */
  version = 0;

  /** As it was read last, and of which version. */
  read: { readonly version: number; readonly workbook: Workbook } | null = null;

  private readonly listeners = new Set<(change: BookChange) => void>();
  private lastId = 0;

  newId(kind: string): string {
    this.lastId += 1;
    return `{${kind}-${String(this.lastId).padStart(6, "0")}}`;
  }

  /** A sheet that belongs to no book yet: `addSheet` takes it in. */
  draftSheet(name: string): BookSheet {
    return new BookSheet(this, this.newId("sheet"), name);
  }

  addSheet(name: string, sheet = this.draftSheet(name)): BookSheet {
    this.sheets.push(sheet);
    this.active ??= sheet;
    this.tell("sheets", sheet, null);
    return sheet;
  }

  /** Defined names that refer to the sheet follow. */
  renameSheet(sheet: BookSheet, name: string): void {
    for (const defined of this.names) {
      const { sheet: named, rest } = splitSheet(defined.formula.slice(1));
      if (named?.toLowerCase() === sheet.name.toLowerCase()) defined.formula = `=${qualified(name, rest)}`;
    }
    sheet.name = name;
    this.tell("sheets", sheet, null);
  }

  removeSheet(sheet: BookSheet): void {
    this.sheets = this.sheets.filter((other) => other !== sheet);
    if (this.active === sheet) this.active = this.sheets[0] ?? null;
    if (this.selection?.sheet === sheet) this.selection = null;
    this.tell("sheets", sheet, null);
  }

  /** Names of sheets ignore case, as in Excel. */
  sheet(name: string): BookSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  subscribe(listener: (change: BookChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(kind: ChangeKind, sheet: BookSheet | null, area: Area | null, move: BookChange["move"] = null): void {
    if (!SAYS_THE_SAME.has(kind)) this.version += 1;
    for (const listener of this.listeners) listener({ kind, sheet, area, move });
  }
}

const isDressed = (cell: BookCell): boolean =>
  cell.numberFormat !== "General" || cell.link !== null || Object.keys(cell.style).length > 0;

const rowOf = (row: number): Area => ({ top: row, left: 1, bottom: row, right: LAST_COLUMN });

/** Rows that are named by their number, each under its new one. */
function moveKeys(rows: Set<number> | Map<number, number>, move: (row: number) => number | null): void {
  const old = [...rows].map((entry) => (typeof entry === "number" ? ([entry, 0] as const) : entry));
  rows.clear();
  for (const [row, value] of old) {
    const to = move(row);
    if (to === null) continue;
    if (rows instanceof Map) rows.set(to, value);
    else rows.add(to);
  }
}
