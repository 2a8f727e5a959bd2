import { absoluteArea } from "../../../core/workbook/addresses";
import type { Area } from "../../../core/workbook/workbook";
import {
  LAST_COLUMN,
  LAST_ROW,
  bounding,
  contains,
  formatArea,
  intersection,
  parseArea,
  parseAreas,
  qualified,
  splitSheet,
} from "../addresses";
import { EMPTY_STYLE, type BookCell, type BookSheet } from "../book";
import { HostError, accessDenied, invalidArgument, notFound } from "../errors";
import { HostObject } from "../protocol";
import { enter } from "../typed";
import { Collection } from "./collection";
import { RangeFormat, lookOf, lookOfArea } from "./format";
import { ConditionalFormats } from "./rules";
import { worksheetOf } from "./sheets";

const WRONG_SHAPE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Excel on the web gives no values for more cells than this. */
const MOST_CELLS = 5_000_000;

/** Excel lists no more merged areas at once. */
const MOST_MERGES = 512;

/** A protected sheet takes no change, unless the protection allows that kind of it. */
export function guardOf(sheet: BookSheet, allowedBy: string): (location: string) => void {
  return (location) => {
    if (!sheet.book.sheets.includes(sheet)) throw notFound(location);
    if (sheet.protection !== null && sheet.protection[allowedBy] !== true) throw accessDenied(location);
  };
}

export class Range extends HostObject {
  readonly type = "Range";

  constructor(
    readonly sheet: BookSheet,
    readonly area: Area,
  ) {
    super();
  }

  get Worksheet(): HostObject {
    return worksheetOf(this.alive());
  }
  get Address(): string {
    return qualified(this.alive().name, formatArea(this.area));
  }
  get RowIndex(): number {
    return this.area.top - 1;
  }
  get ColumnIndex(): number {
    return this.area.left - 1;
  }
  get RowCount(): number {
    return this.area.bottom - this.area.top + 1;
  }
  get ColumnCount(): number {
    return this.area.right - this.area.left + 1;
  }
  get CellCount(): number {
    return this.RowCount * this.ColumnCount;
  }
  get IsEntireRow(): boolean {
    return this.area.left === 1 && this.area.right === LAST_COLUMN;
  }
  get IsEntireColumn(): boolean {
    return this.area.top === 1 && this.area.bottom === LAST_ROW;
  }

  get Values(): unknown[][] | null {
    return this.grid((cell) => cell?.value ?? "");
  }
  set Values(values: unknown) {
    this.write(values, "Range.values", (cell, value) => enter(cell, value, this.sheet.book.date1904));
  }
  get Formulas(): unknown[][] | null {
    return this.grid((cell) => (cell?.formula == null ? (cell?.value ?? "") : `=${cell.formula}`));
  }
  set Formulas(formulas: unknown) {
    this.write(formulas, "Range.formulas", (cell, value) => enter(cell, value, this.sheet.book.date1904));
  }
  get NumberFormat(): unknown[][] | null {
    return this.grid((cell) => cell?.numberFormat ?? "General");
  }
  set NumberFormat(formats: unknown) {
    this.write(formats, "Range.numberFormat", (cell, value) => (cell.numberFormat = String(value)), "AllowFormatCells");
  }
  get Text(): unknown[][] | null {
    return this.grid((cell) => String(cell?.value ?? ""));
  }
  get ValueTypes(): unknown[][] | null {
    return this.grid((cell) => {
      const value = cell?.value ?? "";
      if (typeof value === "number") return "Double";
      if (typeof value === "boolean") return "Boolean";
      return value === "" ? "Empty" : /^#[A-Z/0!?]+[!?A]$/.test(value) ? "Error" : "String";
    });
  }
  get RowHidden(): boolean | null {
    return common(this.area.top, this.area.bottom, (row) => this.sheet.hiddenRows.has(row));
  }
  set RowHidden(hidden: boolean) {
    for (let row = this.area.top; row <= this.area.bottom; row += 1)
      this.sheet.hiddenRows[hidden ? "add" : "delete"](row);
    this.sheet.book.tell("layout", this.sheet, this.area);
  }
  get ColumnHidden(): boolean | null {
    return common(this.area.left, this.area.right, (column) => this.sheet.hiddenColumns.has(column));
  }
  set ColumnHidden(hidden: boolean) {
    for (let column = this.area.left; column <= this.area.right; column += 1)
      this.sheet.hiddenColumns[hidden ? "add" : "delete"](column);
    this.sheet.book.tell("layout", this.sheet, this.area);
  }
  get Hyperlink(): unknown {
    return this.sheet.get(this.area.top, this.area.left)?.link ?? null;
  }
  set Hyperlink(link: Record<string, string> | null) {
    guardOf(this.alive(), "AllowInsertHyperlinks")("Range.hyperlink");
    for (let row = this.area.top; row <= this.area.bottom; row += 1)
      for (let column = this.area.left; column <= this.area.right; column += 1) {
        const cell = this.sheet.make(row, column);
        cell.link = link;
        if (link?.["textToDisplay"] !== undefined) cell.value = link["textToDisplay"];
        // Excel dresses a new link in its hyperlink style.
        if (link !== null) cell.style = { ...cell.style, "Font/Underline": "Single", "Font/Color": "#0563C1" };
      }
    this.changed("cells");
  }
  get Format(): HostObject {
    return new RangeFormat(this.alive(), [this.area], guardOf(this.sheet, "AllowFormatCells"));
  }
  get ConditionalFormats(): HostObject {
    return new ConditionalFormats(this.alive(), [this.area]);
  }

  GetCell(row: number, column: number): Range {
    return this.at(row, column, 1, 1);
  }
  GetRow(row: number): Range {
    return this.at(row, 0, 1, this.ColumnCount);
  }
  GetColumn(column: number): Range {
    return this.at(0, column, this.RowCount, 1);
  }
  GetLastRow(): Range {
    return this.GetRow(this.RowCount - 1);
  }
  GetLastColumn(): Range {
    return this.GetColumn(this.ColumnCount - 1);
  }
  GetLastCell(): Range {
    return this.GetCell(this.RowCount - 1, this.ColumnCount - 1);
  }
  /** @throws HostError ItemNotFound where the two have no cell in common */
  GetIntersection(other: Range | string): Range {
    const shared = this.GetIntersectionOrNullObject(other);
    if (shared === null) throw notFound("Range.getIntersection");
    return shared;
  }
  GetUsedRange(valuesOnly: boolean | null): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
  GetEntireRow(): Range {
    return new Range(this.sheet, { ...this.area, left: 1, right: LAST_COLUMN });
  }
  GetEntireColumn(): Range {
    return new Range(this.sheet, { ...this.area, top: 1, bottom: LAST_ROW });
  }
  GetBoundingRect(other: Range | string): Range {
    return new Range(this.sheet, bounding(this.area, this.areaOf(other)));
  }
  GetIntersectionOrNullObject(other: Range | string): Range | null {
    const shared = intersection(this.area, this.areaOf(other));
    return shared === null ? null : new Range(this.sheet, shared);
  }
  GetResizedRange(rows: number, columns: number): Range {
    return this.at(0, 0, this.RowCount + rows, this.ColumnCount + columns);
  }
  GetOffsetRange(rows: number, columns: number): Range {
    return this.at(rows, columns, this.RowCount, this.ColumnCount);
  }
  GetUsedRangeOrNullObject(valuesOnly: boolean | null): Range | null {
    const used = this.alive().used(valuesOnly === true, this.area);
    return used === null ? null : new Range(this.sheet, used);
  }
  GetMergedAreasOrNullObject(): HostObject | null {
    const merges = this.alive().merges.filter((merge) => intersection(merge, this.area) !== null);
    if (merges.length > MOST_MERGES) throw new HostError("GeneralException", "There was an internal error.", "Range");
    return merges.length === 0 ? null : new RangeAreas(this.sheet, merges);
  }

  GetRowProperties(wanted: Wanted): unknown[] {
    return span(this.area.top, this.area.bottom, (row) =>
      this.properties({ ...this.area, top: row, bottom: row }, wanted, {
        rowHidden: () => this.sheet.hiddenRows.has(row),
        rowIndex: () => row - 1,
      }),
    );
  }
  GetColumnProperties(wanted: Wanted): unknown[] {
    return span(this.area.left, this.area.right, (column) =>
      this.properties({ ...this.area, left: column, right: column }, wanted, {
        columnHidden: () => this.sheet.hiddenColumns.has(column),
        columnIndex: () => column - 1,
      }),
    );
  }
  GetCellProperties(wanted: Wanted): unknown[][] {
    return span(this.area.top, this.area.bottom, (row) =>
      span(this.area.left, this.area.right, (column) =>
        this.properties({ top: row, left: column, bottom: row, right: column }, wanted, {}),
      ),
    );
  }

  Select(): void {
    const sheet = this.alive();
    if (sheet.visibility !== "Visible") throw new HostError("InvalidSelection", "The selection is not valid.");
    sheet.book.active = sheet;
    sheet.book.selection = { sheet, area: this.area };
    sheet.book.tell("other", sheet, this.area);
  }
  Clear(applyTo: string | null): void {
    guardOf(this.alive(), applyTo === "Formats" ? "AllowFormatCells" : "")("Range.clear");
    const what = applyTo ?? "All";
    for (const { cell } of [...this.sheet.within(this.area)]) {
      if (what === "All" || what === "Contents") Object.assign(cell, { value: "", formula: null });
      if (what === "All" || what === "Formats") Object.assign(cell, { style: EMPTY_STYLE, numberFormat: "General" });
      if (what === "All" || what === "Hyperlinks" || what === "RemoveHyperlinks") cell.link = null;
    }
    if (what === "All") new ConditionalFormats(this.sheet, [this.area]).ClearAll();
    if (what === "All" || what === "Formats")
      this.sheet.backgrounds = this.sheet.backgrounds.filter(({ area }) => !contains(this.area, area));
    this.changed("cells");
  }
  Merge(across: boolean | null): void {
    guardOf(this.alive(), "AllowFormatCells")("Range.merge");
    const parts =
      across === true
        ? span(this.area.top, this.area.bottom, (row) => ({ ...this.area, top: row, bottom: row }))
        : [this.area];
    this.sheet.unmerge(this.area);
    this.sheet.merges = [...this.sheet.merges, ...parts];
    this.sheet.book.tell("layout", this.sheet, this.area);
  }
  Unmerge(): void {
    guardOf(this.alive(), "AllowFormatCells")("Range.unmerge");
    this.sheet.unmerge(this.area);
    this.sheet.book.tell("layout", this.sheet, this.area);
  }
  Insert(shift: string): Range {
    guardOf(this.alive(), this.IsEntireRow ? "AllowInsertRows" : "")("Range.insert");
    if (shift !== "Down") throw new HostError("NotImplemented", "this host only inserts downwards");
    this.sheet.insertDown(this.area);
    return new Range(this.sheet, this.area);
  }
  Delete(shift: string): void {
    guardOf(this.alive(), this.IsEntireRow ? "AllowDeleteRows" : "")("Range.delete");
    if (shift !== "Up") throw new HostError("NotImplemented", "this host only deletes upwards");
    this.sheet.deleteUp(this.area);
  }
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.RowCount || columns !== this.ColumnCount)
      throw new HostError("InvalidArgument", WRONG_SHAPE, "Range.values");
  }

  private alive(): BookSheet {
    if (!this.sheet.book.sheets.includes(this.sheet))
      throw new HostError("InvalidReference", "This reference is not valid for the current operation.", "Range");
    return this.sheet;
  }

  private at(row: number, column: number, rows: number, columns: number): Range {
    const top = this.area.top + row;
    const left = this.area.left + column;
    const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    if (top < 1 || left < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN || rows < 1 || columns < 1)
      throw invalidArgument("Range.getCell");
    return new Range(this.sheet, area);
  }

  private areaOf(other: Range | string): Area {
    return other instanceof Range ? other.area : parseArea(other);
  }

  private grid(read: (cell: BookCell | undefined) => unknown): unknown[][] | null {
    this.alive();
    if (this.CellCount > MOST_CELLS) return null;
    return span(this.area.top, this.area.bottom, (row) => {
      const cells = this.sheet.rows.get(row);
      return span(this.area.left, this.area.right, (column) => read(cells?.get(column)));
    });
  }

  private write(given: unknown, location: string, put: (cell: BookCell, value: unknown) => void, allowedBy = ""): void {
    const sheet = this.alive();
    const unlocked = allowedBy === "" && lookOfArea(sheet, this.area, "Protection/Locked") === false;
    if (!unlocked) guardOf(sheet, allowedBy)(location);
    const grid = Array.isArray(given) ? (given as unknown[][]) : null;
    if (grid !== null && (grid.length !== this.RowCount || grid.some((row) => row.length !== this.ColumnCount)))
      throw new HostError("InvalidArgument", WRONG_SHAPE, location);
    for (let row = 0; row < this.RowCount; row += 1)
      for (let column = 0; column < this.ColumnCount; column += 1) {
        const value = grid === null ? given : grid[row]?.[column];
        if (value !== null) put(this.sheet.make(this.area.top + row, this.area.left + column), value);
      }
    this.changed(location === "Range.numberFormat" ? "format" : "cells");
  }

  private changed(kind: "cells" | "format"): void {
    if (kind === "cells") this.sheet.book.calculate?.(this.sheet.book);
    this.sheet.book.tell(kind, this.sheet, this.area);
  }

  private properties(area: Area, wanted: Wanted, own: Readonly<Record<string, () => unknown>>): unknown {
    const read = (tree: Wanted, path: string): Record<string, unknown> => {
      const result: Record<string, unknown> = {};
      for (const [name, want] of Object.entries(tree)) {
        if (want === false) continue;
        const at = path + name.charAt(0).toUpperCase() + name.slice(1);
        if (typeof want === "object") result[name] = read(want, name === "format" && path === "" ? "" : `${at}/`);
        else if (path === "" && own[name] !== undefined) result[name] = own[name]();
        else if (name === "address") result[name] = qualified(this.sheet.name, formatArea(area));
        else
          result[name] = oneCell(area)
            ? lookOf(this.sheet.get(area.top, area.left), at)
            : lookOfArea(this.sheet, area, at);
      }
      return result;
    };
    return read(wanted, "");
  }
}

/** Which properties getCellProperties and its kin are asked for: `{ format: { font: { strikethrough: true } } }`. */
interface Wanted {
  readonly [name: string]: boolean | Wanted;
}

export class RangeAreas extends HostObject {
  readonly type = "RangeAreas";

  constructor(
    readonly sheet: BookSheet,
    readonly parts: readonly Area[],
  ) {
    super();
  }

  get Address(): string {
    return this.parts.map((part) => qualified(this.sheet.name, formatArea(part))).join(",");
  }
  get AreaCount(): number {
    return this.parts.length;
  }
  get CellCount(): number {
    return this.parts.reduce((sum, area) => sum + new Range(this.sheet, area).CellCount, 0);
  }
  get Worksheet(): HostObject {
    return worksheetOf(this.sheet);
  }
  get Areas(): HostObject {
    return new Collection("RangeCollection", () => this.parts.map((area) => new Range(this.sheet, area)));
  }
  get Format(): HostObject {
    return new RangeFormat(this.sheet, this.parts, guardOf(this.sheet, "AllowFormatCells"));
  }
  get ConditionalFormats(): HostObject {
    return new ConditionalFormats(this.sheet, this.parts);
  }
  Clear(applyTo: string | null): void {
    for (const area of this.parts) new Range(this.sheet, area).Clear(applyTo);
  }
}

/** A range from what a caller gave: a range, an address, or an address that names its sheet. */
export function rangeFrom(given: unknown, here: BookSheet | null, sheets: readonly BookSheet[]): Range {
  if (given instanceof Range) return given;
  const { sheet, rest } = splitSheet(String(given));
  const named = sheet === null ? here : sheets.find((other) => other.name.toLowerCase() === sheet.toLowerCase());
  if (named === null || named === undefined) throw invalidArgument("Worksheet.getRange");
  return new Range(named, parseArea(rest));
}

export const areasFrom = (addresses: string, sheet: BookSheet): RangeAreas =>
  new RangeAreas(sheet, parseAreas(addresses));

/** "'予算 明細'!$A$1:$B$2", as a defined name writes it. */
export const absolute = (range: Range): string => qualified(range.sheet.name, absoluteArea(range.area));

const oneCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;

function span<T>(first: number, last: number, make: (at: number) => T): T[] {
  const list: T[] = [];
  for (let at = first; at <= last; at += 1) list.push(make(at));
  return list;
}

function common(first: number, last: number, read: (at: number) => boolean): boolean | null {
  const value = read(first);
  for (let at = first + 1; at <= last; at += 1) if (read(at) !== value) return null;
  return value;
}
