/**
 * What is kept as a row, and back: columns are named as the fields are, with "_" for a capital. Lists are kept as JSON,
 * yes and no as 1 and 0. A field that the table has no column for is refused by SQLite itself.
 */
import type { Row, Value } from "./database";
import { damage } from "./texts";

/** An object of nothing but what a column can keep. */
export type Fields<T> = { readonly [K in keyof T]: Value | boolean | readonly string[] };

export function asRow<T extends Fields<T>>(fields: T): Row {
  const row: Record<string, Value> = {};
  for (const [field, value] of Object.entries(fields))
    row[columnOf(field)] =
      typeof value === "boolean" ? Number(value) : Array.isArray(value) ? JSON.stringify(value) : (value as Value);
  return row;
}

/** By the field: the same some ten are asked for of every row. */
const columns = new Map<string, string>();
function columnOf(field: string): string {
  const known = columns.get(field) ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, known);
  return known;
}

/** @param leaveOut columns that only number the rows */
export const asFields = (row: Row, ...leaveOut: readonly string[]): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(without(row, ...leaveOut)).map(([column, value]) => [
      column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

export const without = (row: Row, ...columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

/** @throws Error of code SQLITE_CORRUPT for what is no list */
export function listOf(json: Value | undefined): string[] {
  try {
    return JSON.parse(String(json ?? "[]")) as string[];
  } catch {
    throw damage("a list is no JSON");
  }
}
