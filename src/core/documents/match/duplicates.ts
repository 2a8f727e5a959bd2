/** The same estimate again: a copy of its file, or the page that was sent twice. */
import { isSameCompany } from "./likeness";
import { isEstimate, isSameDocument, type DocumentRead } from "../document";
import { plain } from "../../text/plain";

const COPY = /コピー|copy|\(\d\)|（\d）|再送|控え?|重複|_\d\.(?:pdf|xlsx)$/i;

/** Each repeated estimate and the one it repeats: what is called a copy, bears no number or comes later is the repetition. */
export function duplicatesOf(documents: readonly DocumentRead[]): Map<DocumentRead, DocumentRead> {
  const found = new Map<DocumentRead, DocumentRead>();
  const ordered = documents
    .filter(isEstimate)
    .map((document, at) => ({ document, at, copy: COPY.test(document.file.normalize("NFKC")) }));
  ordered.sort(
    (a, b) =>
      Number(a.copy) - Number(b.copy) ||
      Number(a.document.evidenceNo === null) - Number(b.document.evidenceNo === null) ||
      a.at - b.at,
  );
  for (const [at, { document }] of ordered.entries())
    for (const { document: later } of ordered.slice(at + 1))
      if (!found.has(document) && !found.has(later) && isRepeated(document, later)) found.set(later, document);
  return found;
}

/** The same issuer, day and figures, and the same number or items. */
function isRepeated(a: DocumentRead, b: DocumentRead): boolean {
  if (isSameDocument(a, b)) return false;
  if (isSameCompany(a.issuer, b.issuer) !== true || a.date !== b.date || a.date === null) return false;
  if (a.net !== b.net || a.gross !== b.gross || (a.net === null && a.gross === null)) return false;
  if (a.row !== null && b.row !== null && a.evidenceNo !== b.evidenceNo) return false;
  const sameItems =
    a.items.length === b.items.length &&
    a.items.every(
      (item, at) => item.amount === b.items[at]?.amount && plain(item.name) === plain(b.items[at]?.name ?? ""),
    );
  return (a.number !== null && a.number === b.number) || (sameItems && (a.number === null || b.number === null));
}
