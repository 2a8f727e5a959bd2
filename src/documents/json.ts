/** Documents and what became of the lines, in the fixed shape that other tools read. */
import { unreadDocument, type DocumentItem, type DocumentRead } from "../core/documents/document";
import type { Estimates } from "../core/documents/estimates";
import type { LineMatch } from "../core/documents/match/matching";

export const documentsJson = (documents: readonly DocumentRead[]): object[] =>
  documents.map((document) => documentJson(asRead(document)));

export const estimatesJson = ({ documents, matches, unmatched }: Estimates): object => ({
  documents: documentsJson(documents),
  matches: matches.map(matchJson),
  unmatched: unmatched.map(({ file, page, row, item }) => ({ file, page, row, item })),
});

/** What a person typed off a picture is that person's decision: of the paper itself nothing could be read. */
const asRead = (document: DocumentRead): DocumentRead =>
  document.readBy === "person" ? unreadDocument(document.file, "no-text", document.evidenceNo) : document;

const documentJson = (document: DocumentRead): object => ({
  file: document.file,
  page: document.page,
  row: document.row,
  kind: document.kind,
  evidenceNo: document.evidenceNo,
  number: document.number,
  issuer: document.issuer,
  addressee: document.addressee,
  date: document.date,
  validUntil: document.validUntil,
  registrationNumber: document.registrationNumber,
  currency: document.currency,
  taxIncluded: document.taxIncluded,
  items: document.items.map(itemJson),
  net: document.net,
  tax: document.tax,
  gross: document.gross,
  taxByRate: document.taxByRate.map(({ rate, net, tax }) => ({ rate, net, tax })),
  readBy: document.readBy,
  confidence: document.readBy === null ? null : document.confidence,
  problem: document.problem,
});

const itemJson = (item: DocumentItem): object => ({
  name: item.name,
  spec: item.spec,
  quantity: item.quantity,
  unit: item.unit,
  unitPrice: item.unitPrice,
  amount: item.amount,
  taxRate: item.taxRate,
  optional: item.optional,
});

const matchJson = ({ sheet, row, state, reason, also, documents, difference }: LineMatch): object => ({
  sheet,
  row,
  state,
  reason,
  also,
  documents: documents.map(({ file, page, row: at, item, role }) => ({ file, page, row: at, item, role })),
  difference,
});
