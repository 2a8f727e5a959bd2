import type { Book, BookSheet, BookTable } from "../book";
import { HostError, nameTaken } from "../errors";
import { HostObject } from "../protocol";
import { intersection } from "../addresses";
import { Collection } from "./collection";
import { Range, guardOf, rangeFrom } from "./range";
import { worksheetOf } from "./sheets";

export class Tables extends Collection<TableObject> {
  constructor(
    private readonly book: Book,
    /** null: those of all sheets. */
    private readonly sheet: BookSheet | null,
  ) {
    super(
      "TableCollection",
      () =>
        (sheet === null ? book.sheets : [sheet]).flatMap((one) =>
          one.tables.map((table) => new TableObject(one, table)),
        ),
      (table) => table.Name,
    );
  }

  Add(source: unknown, hasHeaders: boolean): TableObject {
    const { sheet, area } = rangeFrom(source, this.sheet, this.book.sheets);
    guardOf(sheet, "")("TableCollection.add");
    if (sheet.tables.some((other) => intersection(other.area, area) !== null))
      throw new HostError("InvalidArgument", "A table can't overlap another table.", "TableCollection.add");
    const id = this.book.newId("table");
    const number = this.book.sheets.reduce((count, one) => count + one.tables.length, 1);
    const table = {
      id,
      name: `テーブル${number}`,
      area,
      showHeaders: hasHeaders,
      showTotals: false,
      style: "TableStyleMedium2",
    };
    sheet.tables.push(table);
    this.book.tell("tables", sheet, area);
    return new TableObject(sheet, table);
  }
}

class TableObject extends HostObject {
  readonly type = "Table";

  constructor(
    private readonly sheet: BookSheet,
    private readonly table: BookTable,
  ) {
    super();
  }

  override get id(): string {
    return this.table.id;
  }
  get Id(): string {
    return this.table.id;
  }
  get Name(): string {
    return this.table.name;
  }
  set Name(name: string) {
    const taken = this.sheet.book.sheets
      .flatMap((sheet) => sheet.tables)
      .some((other) => other !== this.table && other.name === name);
    if (taken) throw nameTaken("Table.name");
    this.table.name = name;
  }
  get ShowHeaders(): boolean {
    return this.table.showHeaders;
  }
  get ShowTotals(): boolean {
    return this.table.showTotals;
  }
  get Style(): string {
    return this.table.style;
  }
  set Style(style: string) {
    this.table.style = style;
  }
  get ShowFilterButton(): boolean {
    return true;
  }
  set ShowFilterButton(_: boolean) {
    // The grid shows none.
  }
  get Worksheet(): HostObject {
    return worksheetOf(this.sheet);
  }
  GetRange(): Range {
    return new Range(this.sheet, this.table.area);
  }
  /** Takes the table away and leaves its cells. */
  ConvertToRange(): Range {
    guardOf(this.sheet, "")("Table.convertToRange");
    this.sheet.tables = this.sheet.tables.filter((other) => other !== this.table);
    this.sheet.book.tell("tables", this.sheet, this.table.area);
    return this.GetRange();
  }
  /** Takes the cells away too, as Excel does. */
  Delete(): void {
    this.ConvertToRange().Clear("All");
  }
}
