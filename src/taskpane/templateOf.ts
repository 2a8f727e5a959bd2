import { schemeById } from "../schemes";
import { templateBook } from "../template/book";
import { templateBytes } from "../template/xlsx";

/** The empty budget workbook of a scheme as the bytes of an .xlsx file. @throws RangeError for an unknown scheme */
export function templateOf(id: string): Uint8Array {
  const scheme = schemeById(id);
  if (scheme === undefined) throw new RangeError(`unknown scheme: ${id}`);
  return templateBytes(templateBook(scheme));
}
