/** `--estimates`: lists that lie beside the budget, as workbooks or CSV files. */
import { basename, extname } from "node:path";
import { estimatesIn } from "../core/check";
import type { Settings } from "../core/report/report";
import type { Scheme } from "../core/scheme/scheme";
import type { EstimateReading } from "../core/read/reading";
import type { Row, Workbook } from "../core/workbook/workbook";
import { WorkbookError } from "../ooxml/error";
import { readWorkbook } from "../ooxml/read";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { parseCsv } from "./csv-reader";
import { FileProblem, readBytes } from "./files";
import { filesIn } from "./folder";
import type { Words } from "./words";

/**
 * Every estimate of every list, with the file's name as its sheet.
 * @throws FileProblem for the first file that cannot be read or lists none
 */
export function readEstimateFiles(
  paths: readonly string[],
  schemes: readonly Scheme[],
  settings: Settings,
  say: Words,
): EstimateReading[] {
  return paths
    .flatMap((path) => filesIn(path, say))
    .flatMap((path) => {
      const found = estimatesIn(bookAt(path, say), schemes, settings);
      if (found.length === 0) throw new FileProblem(say.estimatesEmpty(path));
      return found.map((estimate) => ({ ...estimate, sheet: basename(path) }));
    });
}

function bookAt(path: string, say: Words): Workbook {
  const kind = extname(path).toLowerCase();
  if (kind === ".csv") return bookOfCsv(basename(path), readBytes(path, say));
  if (kind !== ".xlsx" && kind !== ".xlsm") throw new FileProblem(say.estimatesUnsupported(path));
  try {
    return readWorkbook(readBytes(path, say), nodeCodec);
  } catch (error) {
    if (error instanceof WorkbookError) throw new FileProblem(say.bookProblem(path, error.code));
    throw error;
  }
}

/** Cells are texts: the engine reads figures and days out of them as it does in any sheet. */
function bookOfCsv(name: string, bytes: Uint8Array): Workbook {
  const rows = parseCsv(decode(bytes)).map((cells, at): Row => ({
    index: at + 1,
    hidden: false,
    cells: cells.flatMap((value, column) =>
      value === "" ? [] : [{ column: column + 1, value, formula: null, format: null, struck: false }],
    ),
  }));
  const sheet = { name, visibility: "visible", rows, merges: [], hiddenColumns: [], tables: [] } as const;
  return { date1904: false, sheets: [sheet], settings: {} };
}

/** UTF-8 where it is valid, else the encoding in which Excel saves CSV in Japan. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}
