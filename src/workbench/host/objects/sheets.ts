import type { Area } from "../../../core/workbook/workbook";
import { LAST_COLUMN, LAST_ROW, WHOLE_SHEET, formatArea, splitSheet } from "../addresses";
import type { Book, BookSheet } from "../book";
import { HostError, accessDenied, invalidArgument, nameTaken, notFound } from "../errors";
import { HostObject } from "../protocol";
import { Bag } from "./bag";
import { Charts } from "./charts";
import { Collection } from "./collection";
import { Comments } from "./comments";
import { Names } from "./names";
import { Range, absolute, areasFrom, guardOf, rangeFrom } from "./range";
import { Tables } from "./tables";

/** What a protected sheet may still allow, as `protection.options` names it. */
const PROTECTION_OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];

const wrappers = new WeakMap<BookSheet, Worksheet>();

export function worksheetOf(sheet: BookSheet): Worksheet {
  let wrapper = wrappers.get(sheet);
  if (wrapper === undefined) wrappers.set(sheet, (wrapper = new Worksheet(sheet)));
  return wrapper;
}

export class Worksheets extends Collection<Worksheet> {
  /** The client listens for edits of any sheet. */
  listening = false;

  constructor(private readonly book: Book) {
    super(
      "WorksheetCollection",
      () => book.sheets.map(worksheetOf),
      (sheet) => sheet.Name,
    );
  }

  Add(name: string | null): Worksheet {
    if (this.book.structureProtected) throw accessDenied("WorksheetCollection.add");
    if (name != null && this.book.sheet(name) !== undefined) throw nameTaken("WorksheetCollection.add");
    if (name != null && (name.length > 31 || /[\\/?*[\]:]/.test(name)))
      throw invalidArgument("WorksheetCollection.add");
    return worksheetOf(this.book.addSheet(name ?? `Sheet${this.book.sheets.length + 1}`));
  }
  GetActiveWorksheet(): Worksheet {
    return worksheetOf(this.book.active as BookSheet);
  }
  GetFirst(): Worksheet {
    return this.GetItemAt(0);
  }
  _RegisterDataChangedEvent(): void {
    this.listening = true;
  }
  _UnregisterDataChangedEvent(): void {
    this.listening = false;
  }
}

export class Worksheet extends HostObject {
  readonly type = "Worksheet";
  /** The client listens for edits of this sheet. */
  listening = false;

  constructor(readonly sheet: BookSheet) {
    super();
  }

  override get id(): string {
    return this.sheet.id;
  }
  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.alive().name;
  }
  set Name(name: string) {
    const other = this.sheet.book.sheet(name);
    if (other !== undefined && other !== this.sheet) throw nameTaken("Worksheet.name");
    this.sheet.book.renameSheet(this.sheet, name);
  }
  get Position(): number {
    return this.sheet.book.sheets.indexOf(this.alive());
  }
  set Position(position: number) {
    const others = this.sheet.book.sheets.filter((other) => other !== this.alive());
    others.splice(position, 0, this.sheet);
    this.sheet.book.sheets = others;
    this.sheet.book.tell("sheets", this.sheet, null);
  }
  get Visibility(): BookSheet["visibility"] {
    return this.alive().visibility;
  }
  set Visibility(visibility: BookSheet["visibility"]) {
    if (this.sheet.book.structureProtected) throw accessDenied("Worksheet.visibility");
    this.sheet.visibility = visibility;
    this.sheet.book.tell("sheets", this.sheet, null);
  }
  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set ShowGridlines(show: boolean) {
    this.sheet.showGridlines = show;
  }
  /** The name by which the library sets it on some platforms. */
  set Gridlines(show: boolean) {
    this.sheet.showGridlines = show;
  }
  get TabColor(): string {
    return "";
  }
  set TabColor(_: string) {
    // The grid shows none.
  }

  get Tables(): HostObject {
    return new Tables(this.sheet.book, this.alive());
  }
  get Charts(): HostObject {
    return new Charts(this.alive());
  }
  get Comments(): HostObject {
    return new Comments(this.sheet.book, this.alive());
  }
  get Names(): HostObject {
    return new Names(this.sheet.book);
  }
  get Protection(): HostObject {
    return new Protection(this.alive());
  }
  get FreezePanes(): HostObject {
    return new FreezePanes(this.alive());
  }
  get PageLayout(): HostObject {
    return new PageLayout(this.alive());
  }
  get HorizontalPageBreaks(): HostObject {
    return new PageBreaks(this.alive());
  }

  GetRange(address: string | null): Range {
    return address == null
      ? new Range(this.alive(), WHOLE_SHEET)
      : rangeFrom(splitSheet(address).rest, this.alive(), this.sheet.book.sheets);
  }
  GetRanges(addresses: string): HostObject {
    return areasFrom(addresses, this.alive());
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    const area: Area = { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns };
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN)
      throw invalidArgument("Worksheet.getRangeByIndexes");
    return new Range(this.alive(), area);
  }
  GetCell(row: number, column: number): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }
  GetNextOrNullObject(visibleOnly: boolean | null): Worksheet | null {
    return this.beside(1, visibleOnly === true);
  }
  GetPreviousOrNullObject(visibleOnly: boolean | null): Worksheet | null {
    return this.beside(-1, visibleOnly === true);
  }
  GetNext(visibleOnly: boolean | null): Worksheet {
    return found(this.GetNextOrNullObject(visibleOnly), "Worksheet.getNext");
  }
  GetPrevious(visibleOnly: boolean | null): Worksheet {
    return found(this.GetPreviousOrNullObject(visibleOnly), "Worksheet.getPrevious");
  }
  private beside(step: 1 | -1, visibleOnly: boolean): Worksheet | null {
    const { sheets } = this.sheet.book;
    for (let at = sheets.indexOf(this.alive()) + step; at >= 0 && at < sheets.length; at += step) {
      const sheet = sheets[at] as BookSheet;
      if (!visibleOnly || sheet.visibility === "Visible") return worksheetOf(sheet);
    }
    return null;
  }
  GetUsedRange(valuesOnly: boolean | null): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
  GetUsedRangeOrNullObject(valuesOnly: boolean | null): Range | null {
    const area = this.alive().used(valuesOnly === true);
    return area === null ? null : new Range(this.sheet, area);
  }
  Activate(): void {
    if (this.alive().visibility !== "Visible") throw new HostError("InvalidOperation", "The sheet is hidden.");
    this.sheet.book.active = this.sheet;
    this.sheet.book.tell("other", this.sheet, null);
  }
  Delete(): void {
    if (this.sheet.book.structureProtected) throw accessDenied("Worksheet.delete");
    const visible = this.sheet.book.sheets.filter((other) => other.visibility === "Visible");
    if (visible.length === 1 && visible[0] === this.alive())
      throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    this.sheet.book.removeSheet(this.sheet);
  }
  _RegisterDataChangedEvent(): void {
    this.listening = true;
  }
  _UnregisterDataChangedEvent(): void {
    this.listening = false;
  }

  private alive(): BookSheet {
    if (!this.sheet.book.sheets.includes(this.sheet)) throw notFound("Worksheet");
    return this.sheet;
  }
}

function found(sheet: Worksheet | null, location: string): Worksheet {
  if (sheet === null) throw notFound(location);
  return sheet;
}

class Protection extends HostObject {
  readonly type = "WorksheetProtection";

  constructor(private readonly sheet: BookSheet) {
    super();
  }

  get Protected(): boolean {
    return this.sheet.protection !== null;
  }
  get Options(): unknown {
    if (this.sheet.protection === null) return null;
    const given = this.sheet.protection;
    return Object.fromEntries(
      PROTECTION_OPTIONS.map((name) => [name, given[name.charAt(0).toUpperCase() + name.slice(1)] === true]),
    );
  }
  Protect(options: Readonly<Record<string, boolean>> | null): void {
    if (this.sheet.protection !== null) throw accessDenied("WorksheetProtection.protect");
    this.sheet.protection = Object.fromEntries(
      Object.entries(options ?? {}).map(([name, allowed]) => [name.charAt(0).toUpperCase() + name.slice(1), allowed]),
    );
  }
  Unprotect(): void {
    this.sheet.protection = null;
  }
}

class FreezePanes extends HostObject {
  readonly type = "WorksheetFreezePanes";

  constructor(private readonly sheet: BookSheet) {
    super();
  }

  FreezeRows(count: number | null): void {
    this.freeze({ rows: count ?? 1, columns: 0 });
  }
  FreezeColumns(count: number | null): void {
    this.freeze({ rows: 0, columns: count ?? 1 });
  }
  FreezeAt(source: unknown): void {
    const { bottom, right } = rangeFrom(source, this.sheet, this.sheet.book.sheets).area;
    this.freeze({ rows: bottom, columns: right });
  }
  Unfreeze(): void {
    this.freeze(null);
  }
  GetLocationOrNullObject(): Range | null {
    const frozen = this.sheet.frozen;
    if (frozen === null) return null;
    return new Range(this.sheet, {
      top: 1,
      left: 1,
      bottom: frozen.rows === 0 ? LAST_ROW : frozen.rows,
      right: frozen.columns === 0 ? LAST_COLUMN : frozen.columns,
    });
  }

  private freeze(frozen: BookSheet["frozen"]): void {
    this.sheet.frozen = frozen;
    this.sheet.book.tell("layout", this.sheet, null);
  }
}

const PAGE_PARTS = {
  HeadersFooters: "HeaderFooterGroup",
  "HeadersFooters/DefaultForAllPages": "HeaderFooter",
};

class PageBreaks extends HostObject {
  readonly type = "PageBreakCollection";

  constructor(private readonly sheet: BookSheet) {
    super();
  }

  /** The row that the next page begins with. */
  Add(source: unknown): HostObject {
    guardOf(this.sheet, "")("PageBreakCollection.add");
    const { area } = rangeFrom(source, this.sheet, this.sheet.book.sheets);
    this.sheet.pageLayout["Breaks"] = [...this.rows, area.top];
    return this;
  }
  RemovePageBreaks(): void {
    guardOf(this.sheet, "")("PageBreakCollection.removePageBreaks");
    this.sheet.pageLayout["Breaks"] = [];
  }

  private get rows(): readonly number[] {
    return (this.sheet.pageLayout["Breaks"] ?? []) as readonly number[];
  }
}

class PageLayout extends Bag {
  constructor(private readonly sheet: BookSheet) {
    super("PageLayout", sheet.pageLayout, PAGE_PARTS, "", () => sheet.book.tell("layout", sheet, null));
  }

  SetPrintArea(source: unknown): void {
    guardOf(this.sheet, "")("PageLayout.setPrintArea");
    const { area } = rangeFrom(source, this.sheet, this.sheet.book.sheets);
    this.sheet.pageLayout["PrintArea"] = formatArea(area);
  }
  SetPrintTitleRows(source: unknown): void {
    this.sheet.pageLayout["PrintTitleRows"] = absolute(rangeFrom(source, this.sheet, this.sheet.book.sheets));
  }
}
