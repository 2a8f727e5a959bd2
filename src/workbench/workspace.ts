/** One open workbook: its bytes as they came, the book that grid and pane share, and the host that answers the pane. */
import type { Workbook } from "../core/sheet/workbook";
import { readAppearance } from "../ooxml/appearance";
import { readWorkbook } from "../ooxml/read";
import { dress } from "./dress";
import { bookFrom } from "./host/convert";
import type { Book } from "./host/book";
import { catalogueOf } from "./host/catalogue";
import { ExcelHost } from "./host/host";
import type { Workbench } from "./frame/shell";

export interface Workspace {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As it was read, to tell what changed since. */
  readonly original: Workbook;
  readonly book: Book;
  /** What the pane's frame is given. */
  readonly workbench: Workbench;
}

/** Throws WorkbookError where the bytes are no workbook. */
export function openWorkspace(name: string, bytes: Uint8Array, language: string): Workspace {
  const original = readWorkbook(bytes);
  const book = bookFrom(original);
  dress(book, readAppearance(bytes));
  book.name = name;
  const host = new ExcelHost(book);
  return {
    name,
    bytes,
    original,
    book,
    workbench: {
      bridge: host.bridge,
      settings: new Map(),
      language,
      serve: (library) => host.serve(catalogueOf(library)),
    },
  };
}
