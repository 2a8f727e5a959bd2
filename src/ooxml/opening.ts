/** Workbooks opened once: a file may be a budget, an estimate or a letter, and who asks each needs the same cells. */
import type { Workbook } from "../core/workbook/workbook";
import { readWorkbook } from "./read";
import type { Codec } from "./zip/codec";

/** @returns opens a workbook, and gives it again for the same bytes as long as they are held. @throws WorkbookError */
export function openingOnce(codec: Codec): (bytes: Uint8Array) => Workbook {
  const opened = new WeakMap<Uint8Array, Workbook>();
  return (bytes) => {
    const known = opened.get(bytes) ?? readWorkbook(bytes, codec);
    opened.set(bytes, known);
    return known;
  };
}
