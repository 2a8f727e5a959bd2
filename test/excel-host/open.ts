/** Opens workbooks in the host and hands Microsoft's library over it to the code under test. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { bookFrom } from "../../src/workbench/host/convert";
import { Book, type BookSheet } from "../../src/workbench/host/book";
import { ExcelHost, type HostOptions } from "../../src/workbench/host/host";
import { loadLibrary } from "./library";

const FIXTURES = join(__dirname, "..", "fixtures");

/** Paths of the sample budgets. */
export const SAMPLES: readonly string[] = readdirSync(join(FIXTURES, "samples"))
  .filter((name) => name.endsWith(".xlsx"))
  .map((name) => join(FIXTURES, "samples", name));

export const KITCHEN: readonly string[] = readdirSync(join(FIXTURES, "kitchen")).map((name) =>
  join(FIXTURES, "kitchen", name),
);

export const workbookIn = (path: string): Workbook => readWorkbook(readFileSync(path), nodeCodec);

/** The book is what Excel has open from now on: `Excel` and `OfficeExtension` are the library's, as in a page. */
export function openBook(book: Book, options: HostOptions = {}): ExcelHost {
  const host = new ExcelHost(book, options);
  const { Excel, OfficeExtension } = loadLibrary(host);
  Object.assign(globalThis, { Excel, OfficeExtension });
  return host;
}

export const openFile = (path: string, options: HostOptions = {}): ExcelHost =>
  openBook(bookFrom(workbookIn(path)), options);

/** A workbook of sheets by name, each a grid; text with "=" is a formula that shows 0. */
export function bookOf(
  grids: Readonly<Record<string, readonly (readonly (string | number | boolean | null)[])[]>>,
): Book {
  const book = new Book();
  for (const [name, rows] of Object.entries(grids)) put(book.addSheet(name), rows);
  return book;
}

function put(sheet: BookSheet, rows: readonly (readonly (string | number | boolean | null)[])[]): void {
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      if (value === null) continue;
      const cell = sheet.make(row + 1, column + 1);
      const isFormula = typeof value === "string" && value.startsWith("=");
      cell.value = isFormula ? 0 : value;
      cell.formula = isFormula ? value.slice(1) : null;
    }
}

/** Lets messages and events that are under way arrive. */
export const settle = (milliseconds = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The library gives references back after its runs; a test file ends only after that.
afterAll(async () => {
  await settle();
  Object.assign(globalThis, { Excel: undefined, OfficeExtension: undefined });
});
