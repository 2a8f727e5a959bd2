/** What is read of a file that is opened: plain data, since a long one is read beside the page. */
import type { Workbook } from "../core/workbook/workbook";
import { readAppearance, type Appearance } from "../ooxml/appearance";
import { readWorkbook } from "../ooxml/read";

export interface FileRead {
  readonly workbook: Workbook;
  readonly appearance: Appearance;
}

/** @throws WorkbookError where the bytes are no workbook */
export const readFile = (bytes: Uint8Array): FileRead => ({
  workbook: readWorkbook(bytes),
  appearance: readAppearance(bytes),
});
