import type { Book, BookSheet, BookTable } from "../book";
import type { Area } from "../../../core/workbook/workbook";
import { HostError, invalidArgument, nameTaken, notFound } from "../errors";
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
    const { sheet, area: given } = rangeFrom(source, this.sheet, this.book.sheets);
    guardOf(sheet, "")("TableCollection.add");
    // Data without labels move down by a row, and Excel names the columns.
    if (!hasHeaders) sheet.insertDown({ ...given, bottom: given.top });
    const area = hasHeaders ? given : { ...given, bottom: given.bottom + 1 };
    if (sheet.tables.some((other) => intersection(other.area, area) !== null))
      throw new HostError("InvalidArgument", "A table can't overlap another table.", "TableCollection.add");
    const id = this.book.newId("table");
    const number = this.book.sheets.reduce((count, one) => count + one.tables.length, 1);
    const table = {
      id,
      name: `テーブル${number}`,
      area,
      showHeaders: true,
      showTotals: false,
      style: "TableStyleMedium2",
    };
    for (let column = area.left; column <= area.right; column += 1) {
      const label = sheet.make(area.top, column);
      if (label.value === "") label.value = `列${column - area.left + 1}`;
    }
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
  set ShowTotals(show: boolean) {
    guardOf(this.sheet, "")("Table.showTotals");
    if (show === this.table.showTotals) return;
    const { area } = this.table;
    this.table.showTotals = show;
    this.table.area = { ...area, bottom: area.bottom + (show ? 1 : -1) };
    this.sheet.book.tell("tables", this.sheet, area);
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
  GetHeaderRowRange(): Range {
    if (!this.table.showHeaders) throw notFound("Table.getHeaderRowRange");
    return new Range(this.sheet, { ...this.table.area, bottom: this.table.area.top });
  }
  GetTotalRowRange(): Range {
    if (!this.table.showTotals) throw notFound("Table.getTotalRowRange");
    return new Range(this.sheet, { ...this.table.area, top: this.table.area.bottom });
  }
  GetDataBodyRange(): Range {
    return new Range(this.sheet, bodyOf(this.table));
  }
  get Rows(): HostObject {
    return new TableRows(this.sheet, this.table);
  }
  get Columns(): HostObject {
    return new TableColumns(this.sheet, this.table);
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

const bodyOf = ({ area, showHeaders, showTotals }: BookTable): Area => ({
  ...area,
  top: area.top + (showHeaders ? 1 : 0),
  bottom: area.bottom - (showTotals ? 1 : 0),
});

class TableRows extends Collection<TablePart> {
  constructor(
    private readonly sheet: BookSheet,
    private readonly table: BookTable,
  ) {
    super("TableRowCollection", () => {
      const { top, bottom, ...columns } = bodyOf(table);
      return Array.from(
        { length: bottom - top + 1 },
        (_, index) => new TablePart("TableRow", sheet, { ...columns, top: top + index, bottom: top + index }, index),
      );
    });
  }

  get Count(): number {
    return this.items().length;
  }
  /** What is below in the table's columns makes room. @param index null: at the end */
  Add(index: number | null, values: unknown): TablePart {
    guardOf(this.sheet, "")("TableRowCollection.add");
    const body = bodyOf(this.table);
    const given = (Array.isArray(values) ? values : [[]]) as unknown[][];
    const at = index ?? this.Count;
    if (at < 0 || at > this.Count) throw invalidArgument("TableRowCollection.add");
    const area = { ...body, top: body.top + at, bottom: body.top + at + given.length - 1 };
    const isLast = area.top > this.table.area.bottom;
    this.sheet.insertDown(area);
    if (isLast) this.table.area = { ...this.table.area, bottom: area.bottom };
    if (Array.isArray(values)) new Range(this.sheet, area).Values = given;
    return this.items()[at] as TablePart;
  }
}

class TableColumns extends Collection<TablePart> {
  constructor(
    private readonly sheet: BookSheet,
    private readonly table: BookTable,
  ) {
    super(
      "TableColumnCollection",
      () => {
        const { left, right, top, bottom } = table.area;
        return Array.from({ length: right - left + 1 }, (_, index) => {
          const column = left + index;
          return new TablePart(
            "TableColumn",
            sheet,
            { top, bottom, left: column, right: column },
            index,
            bodyOf(table),
          );
        });
      },
      (column) => column.Name,
    );
  }

  get Count(): number {
    return this.items().length;
  }
  /** Only to the right of all others. */
  Add(index: number | null, values: unknown): TablePart {
    guardOf(this.sheet, "")("TableColumnCollection.add");
    if (index !== null && index !== -1 && index !== this.Count)
      throw new HostError("NotImplemented", "this host only adds the last column");
    const { area } = this.table;
    this.table.area = { ...area, right: area.right + 1 };
    const added = this.items().at(-1) as TablePart;
    if (Array.isArray(values)) added.Values = values;
    return added;
  }
}

/** A row or a column of a table. */
class TablePart extends HostObject {
  constructor(
    readonly type: "TableRow" | "TableColumn",
    private readonly sheet: BookSheet,
    private readonly area: Area,
    readonly Index: number,
    private readonly body: Area = area,
  ) {
    super();
  }

  override get id(): string {
    return String(this.Index + 1);
  }
  get Id(): number {
    return this.Index + 1;
  }
  get Name(): string {
    return String(this.sheet.get(this.area.top, this.area.left)?.value ?? "");
  }
  set Name(name: string) {
    this.GetHeaderRowRange().Values = [[name]];
  }
  get Values(): unknown[][] | null {
    return this.GetRange().Values;
  }
  set Values(values: unknown) {
    this.GetRange().Values = values;
  }
  GetRange(): Range {
    return new Range(this.sheet, this.area);
  }
  GetHeaderRowRange(): Range {
    return new Range(this.sheet, { ...this.area, bottom: this.area.top });
  }
  GetDataBodyRange(): Range {
    return new Range(this.sheet, { ...this.area, top: this.body.top, bottom: this.body.bottom });
  }
  Delete(): void {
    if (this.type === "TableColumn") throw new HostError("NotImplemented", "this host deletes no columns");
    this.GetRange().Delete("Up");
  }
}
