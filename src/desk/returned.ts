/** Letters of the desk's that came back, among the files that were given. */
import { letterInBook, letterInDocument, type ReturnedLetter } from "../core/desk/asked";
import type { Workbook } from "../core/workbook/workbook";
import { definesName } from "../ooxml/defined-names";
import { WorkbookError } from "../ooxml/error";
import { readWorkbook } from "../ooxml/read";
import { readLetterDocument } from "../ooxml/word";
import type { Codec } from "../ooxml/zip/codec";
import { LETTER_NAME } from "../views/desk/letter/sheet";
import { BOOK, isLetter } from "./file-kinds";

const WORD = /\.docx$/i;

/** Bytes of a loose file that is looked into: letters are far smaller. */
const MOST_BYTES = 2 ** 20;

/** @returns null where the file is no letter. @throws WorkbookError where it is a workbook that cannot be read */
export function letterIn(
  name: string,
  bytes: Uint8Array,
  { codec, workbook }: { readonly codec: Codec; workbook(bytes: Uint8Array): Workbook },
): ReturnedLetter | null {
  if (WORD.test(name)) return letterInWord(bytes, codec);
  return BOOK.test(name) ? letterInBook(workbook(bytes)) : null;
}

/** null where it is none, or cannot be read: it is named among the writings then. */
const letterInWord = (bytes: Uint8Array, codec: Codec): ReturnedLetter | null =>
  unlessDamaged(() => {
    const document = readLetterDocument(bytes, codec);
    return document === null ? null : letterInDocument(document.note, document.rows);
  });

/** Whether a file beside the applications is worth opening to see whether it is a letter. */
export const mayBeLetter = (name: string, size: number): boolean =>
  (BOOK.test(name) || WORD.test(name)) && size <= MOST_BYTES;

/** A letter that lies beside the applications; `to`: the application it says it was written to, null where it does not say. */
export interface LooseLetter {
  readonly to: string | null;
}

/** @returns null for any other file. Hundreds of budgets may lie there: a workbook is opened only where it says it is a letter. */
export function looseLetter(name: string, bytes: Uint8Array, codec: Codec): LooseLetter | null {
  const found = unlessDamaged(() =>
    BOOK.test(name) && !definesName(bytes, LETTER_NAME, codec)
      ? null
      : letterIn(name, bytes, { codec, workbook: (book) => readWorkbook(book, codec) }),
  );
  if (found !== null) return { to: found.application };
  return isLetter(name) ? { to: null } : null;
}

function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}
