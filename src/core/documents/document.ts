/** What one estimate says. Money is whole yen, signed; unknown is null. */
import type { PaperPlace } from "./page/paper";
import type { TaxPart } from "./items/settle";

export type DocumentKind = "estimate" | "invoice" | "order" | "delivery" | "receipt" | "other" | "unknown";

export type DocumentProblem =
  | "no-text"
  | "empty"
  | "encrypted"
  | "corrupt"
  | "too-large"
  | "timeout"
  | "unsupported"
  | "no-items"
  | "arithmetic"
  | "foreign-currency";

/** Problems of a file out of which nothing can be read. */
const UNREAD: ReadonlySet<DocumentProblem> = new Set<DocumentProblem>([
  "no-text",
  "empty",
  "encrypted",
  "corrupt",
  "too-large",
  "timeout",
  "unsupported",
]);

export interface DocumentItem {
  readonly name: string;
  readonly spec: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly unitPrice: number | null;
  readonly amount: number | null;
  readonly taxRate: number | null;
  /** Offered beside the total, and not in it. */
  readonly optional: boolean;
  readonly at: PaperPlace | null;
}

/** Where one document is: a file, the page it begins on (from 1), and for a row of a list its row. */
export interface DocumentRef {
  readonly file: string;
  readonly page: number;
  readonly row: number | null;
}

/** Fields of which it is kept where they stand. */
export const PLACED_FIELDS = [
  "number",
  "issuer",
  "addressee",
  "date",
  "validUntil",
  "registrationNumber",
  "net",
  "tax",
  "gross",
] as const;
export type PlacedField = (typeof PLACED_FIELDS)[number];
export type Places = Readonly<Partial<Record<PlacedField, PaperPlace>>>;

export const isSameDocument = (a: DocumentRef, b: DocumentRef): boolean =>
  a.file === b.file && a.page === b.page && a.row === b.row;

export interface DocumentRead extends DocumentRef {
  /** Of the file's bytes, of a list's row of what stands in it: by this a decision knows it again. null where unknown. */
  readonly digest: string | null;
  readonly kind: DocumentKind;
  readonly evidenceNo: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  /** Earlier names of the issuer that the paper tells. */
  readonly formerly: readonly string[];
  readonly addressee: string | null;
  /** "2025-04-22" */
  readonly date: string | null;
  readonly validUntil: string | null;
  readonly registrationNumber: string | null;
  readonly currency: string | null;
  /** The items' amounts contain consumption tax. */
  readonly taxIncluded: boolean | null;
  readonly items: readonly DocumentItem[];
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly taxByRate: readonly TaxPart[];
  /** person: typed off the picture of a page. */
  readonly readBy: "text" | "ocr" | "sheet" | "csv" | "person" | null;
  /** 0…1: 1 where the paper's own sums prove what was read. */
  readonly confidence: number;
  readonly problem: DocumentProblem | null;
  /** What the paper is about (件名), and other words that tell what it offers. */
  readonly subject: string | null;
  /** It calls itself one of several that are compared (相見積). */
  readonly comparative: boolean;
  /** Words of the paper outside its table, for what is looked up in them later. */
  readonly remarks: string;
  /** Where the fields stand; what was worked out from others stands nowhere. */
  readonly places: Places;
}

/** It shows text that can be compared. */
export const isReadable = ({ problem }: Pick<DocumentRead, "problem">): boolean =>
  problem === null || !UNREAD.has(problem);

export const isEstimate = (document: Pick<DocumentRead, "kind" | "problem">): boolean =>
  document.kind === "estimate" && isReadable(document);

/** A file that gives nothing, and why. */
export const unreadDocument = (file: string, problem: DocumentProblem, evidenceNo: string | null): DocumentRead => ({
  file,
  page: 1,
  row: null,
  digest: null,
  kind: "unknown",
  evidenceNo,
  number: null,
  issuer: null,
  formerly: [],
  addressee: null,
  date: null,
  validUntil: null,
  registrationNumber: null,
  currency: null,
  taxIncluded: null,
  items: [],
  net: null,
  tax: null,
  gross: null,
  taxByRate: [],
  readBy: null,
  confidence: 0,
  problem,
  subject: null,
  comparative: false,
  remarks: "",
  places: {},
});
