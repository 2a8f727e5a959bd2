/** 項目 | 佐藤 健一 | 高橋 美咲, or no word at all before the names: in a labour table the words beside the pay are persons. */
import { textOf } from "../../workbook/grid";
import type { FieldColumn } from "../columns/field-column";
import type { Table } from "../tables/table";

/** The columns with one of persons; as they are where one says who, or where none holds words in every row. */
export function withPersons(table: Table, columns: readonly FieldColumn[]): readonly FieldColumn[] {
  if (columns.some(({ field }) => field === "person" || field === "position")) return columns;
  const isNames = (column: number): boolean =>
    table.grid
      .rowsBetween(table.firstRow, table.lastRow)
      .every(({ index }) => textOf(table.grid.own(index, column)) !== null);
  const column = [table.left, table.left - 1].find((at) => at >= 1 && isNames(at));
  if (column === undefined) return columns;
  const header = table.columns.find((one) => one.column === column)?.text ?? "";
  const person: FieldColumn = { field: "person", column, right: column, header, tax: null, scale: null };
  return [person, ...columns.filter((other) => other.column !== column)];
}
