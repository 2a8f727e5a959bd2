/** One file → the documents in it. What a file is, its first bytes say; its name only where they do not. */
import { askedIn } from "../core/desk/asked";
import { memoOf } from "../core/documents/fields";
import { unreadDocument, type DocumentProblem, type DocumentRead } from "../core/documents/document";
import { layOut } from "../core/documents/page/layout";
import { readList } from "../core/documents/list";
import type { Page } from "../core/documents/page/paper";
import { pageOfSheet } from "../core/documents/page/sheet-page";
import { splitDocuments } from "../core/documents/split";
import { hasText, understand } from "../core/documents/understand";
import { fileNumber, sheetNumber } from "../core/documents/evidence-number";
import type { Workbook } from "../core/workbook/workbook";
import { WorkbookError } from "../ooxml/error";
import { readWorkbook } from "../ooxml/read";
import type { Codec } from "../ooxml/zip/codec";
import { readPdf, type PdfEngine } from "../pdf/pdfium";
import { CSV_LIMITS, decodeText, sheetOfCsv } from "./csv";

export interface Means {
  /** Loaded when the first PDF comes. */
  pdf(): Promise<PdfEngine>;
  readonly codec: Codec;
  /** For who has opened the workbook already. @throws WorkbookError */
  workbook?(bytes: Uint8Array): Workbook;
  /** SHA-256, in hexadecimal: Node's own is many times faster than the one that browsers have, too. */
  digest?(bytes: Uint8Array): string;
}

/** @param name base name of the file, or its path below the folder that was given */
export async function readFile(name: string, bytes: Uint8Array, means: Means): Promise<DocumentRead[]> {
  const documents = await read(name, bytes, means);
  const digestOf = means.digest ?? digestInBrowser;
  const digest = await digestOf(bytes);
  return Promise.all(
    documents.map(async (document) => ({
      ...document,
      // A row of a list stays the same paper when others are added to the list.
      digest: document.row === null ? digest : await digestOf(new TextEncoder().encode(gistOf(document))),
    })),
  );
}

const gistOf = ({ evidenceNo, number, issuer, date, items, net, gross }: DocumentRead): string =>
  JSON.stringify([evidenceNo, number, issuer, date, items.map(({ name, amount }) => [name, amount]), net, gross]);

async function digestInBrowser(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function read(name: string, bytes: Uint8Array, means: Means): Promise<DocumentRead[]> {
  const evidenceNo = fileNumber(name);
  const unread = (problem: DocumentProblem): DocumentRead[] => [unreadDocument(name, problem, evidenceNo)];
  if (bytes.length === 0) return unread("empty");
  switch (sortOf(name, bytes)) {
    case "pdf": {
      const { problem, pages } = readPdf(await means.pdf(), bytes);
      if (problem !== null) return unread(problem);
      return documentsOf(
        pages.map((page, at) => layOut(page, at)),
        name,
        "text",
        evidenceNo,
      );
    }
    case "workbook":
      try {
        const book = means.workbook?.(bytes) ?? readWorkbook(bytes, means.codec);
        return documentsOfBook(book, name, evidenceNo);
      } catch (error) {
        if (error instanceof WorkbookError) return unread(problemOfBook(error));
        throw error;
      }
    case "compound":
      return unread(/\.xls[xm]$/i.test(name) ? "encrypted" : "unsupported");
    case "picture":
      return unread("no-text");
    case "text": {
      if (bytes.length > CSV_LIMITS.bytes) return unread("too-large");
      const text = decodeText(bytes);
      if (text === null) return unread("corrupt");
      if (text.trim() === "") return unread("empty");
      const sheet = sheetOfCsv(name, text);
      const source = { file: name, page: 1, readBy: "csv" as const, evidenceNo };
      const listed = readList(sheet, source, false);
      if (listed !== null) return listed;
      const page = pageOfSheet(sheet, 0, false);
      return page === null || !hasText([page]) ? unread("empty") : [understand([page], source)];
    }
    default:
      return unread(/\.pdf$/i.test(name) ? "corrupt" : "unsupported");
  }
}

/** JPEG, PNG, TIFF (either way round), BMP, GIF. */
const PICTURES = ["\u00ff\u00d8\u00ff", "\u0089PNG", "II*\u0000", "MM\u0000*", "BM", "GIF8"];

/** Whether the engine is needed that reads PDFs. */
export const isPdf = (bytes: Uint8Array): boolean => sortOf("", bytes) === "pdf";

type Sort = "pdf" | "workbook" | "compound" | "picture" | "text" | "other";

/** Within so many bytes a PDF says that it is one. */
const HEAD = 1024;

function sortOf(name: string, bytes: Uint8Array): Sort {
  if (saysPdf(bytes)) return "pdf";
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith("PK")) return /\.(?:xlsx|xlsm)$/i.test(name) ? "workbook" : "other";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "compound";
  if (PICTURES.some((start) => head.startsWith(start))) return "picture";
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return "text";
  return "other";
}

const PDF = [..."%PDF-"].map((letter) => letter.charCodeAt(0));

function saysPdf(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  for (let at = head.indexOf(PDF[0] as number); at >= 0; at = head.indexOf(PDF[0] as number, at + 1))
    if (PDF.every((byte, offset) => head[at + offset] === byte)) return true;
  return false;
}

function problemOfBook(error: WorkbookError): DocumentProblem {
  switch (error.code) {
    case "encrypted":
      return "encrypted";
    case "too-large":
      return "too-large";
    case "empty":
      return "empty";
    case "legacy-xls":
    case "binary-workbook":
    case "no-workbook":
      return "unsupported";
    default:
      return "corrupt";
  }
}

function documentsOf(
  pages: readonly Page[],
  file: string,
  readBy: "text" | "sheet",
  evidenceNo: string | null,
): DocumentRead[] {
  if (!hasText(pages)) return [unreadDocument(file, "no-text", evidenceNo)];
  return splitDocuments(pages).map((own) => {
    const first = own[0] as Page;
    const number = pages.indexOf(first) + 1;
    return understand(own, { file, page: number, readBy, evidenceNo: memoOf(first) ?? evidenceNo });
  });
}

/** A letter of the secretariat that lies among the estimates is none. */
function documentsOfBook(book: Workbook, file: string, evidenceNo: string | null): DocumentRead[] {
  if (askedIn(book).length > 0) return [];
  const found: DocumentRead[] = [];
  const pages: (Page & { readonly number: number })[] = [];
  for (const [at, sheet] of book.sheets.entries()) {
    const source = { file, page: at + 1, readBy: "sheet" as const, evidenceNo };
    if (sheet.visibility !== "visible") continue;
    const listed = readList(sheet, source, book.date1904);
    if (listed !== null) {
      found.push(...listed);
      continue;
    }
    const page = pageOfSheet(sheet, at, book.date1904);
    if (page !== null && page.lines.length > 0) pages.push({ ...page, number: at + 1 });
  }
  if (pages.length > 0 && hasText(pages))
    for (const own of splitDocuments(pages)) {
      const first = own[0] as Page & { readonly number: number };
      const read = understand(own, {
        file,
        page: first.number,
        readBy: "sheet",
        evidenceNo: sheetNumber(first.sheet ?? "") ?? evidenceNo,
      });
      // Besides a list, a sheet of notes is no document.
      if (found.length === 0 || read.items.length > 0) found.push(read);
    }
  return found.length === 0 ? [unreadDocument(file, "empty", evidenceNo)] : found;
}
