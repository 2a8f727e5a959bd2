/** Papers without text, with the figures that a person read off their picture. */
import type { TypedPaper } from "../decisions/decision";
import { isReadable, type DocumentItem, type DocumentRead } from "./document";

interface WithTyped {
  readonly documents: readonly DocumentRead[];
  /** Of each typed paper, whether it is among the documents. */
  readonly found: readonly boolean[];
}

/** What could be read by itself stays as it was read. Of several that were typed for one paper the last holds. */
export function withTyped(documents: readonly DocumentRead[], typed: readonly TypedPaper[]): WithTyped {
  const found = typed.map(({ digest }) => documents.some((document) => isFor(document, digest)));
  if (!found.includes(true)) return { documents, found };
  return {
    documents: documents.map((document) => {
      const own = typed.findLast(({ digest }) => isFor(document, digest));
      return own === undefined ? document : asTyped(document, own);
    }),
    found,
  };
}

const isFor = ({ digest, problem }: DocumentRead, wanted: string): boolean =>
  wanted !== "" && digest === wanted && !isReadable({ problem });

function asTyped(document: DocumentRead, typed: TypedPaper): DocumentRead {
  const { evidenceNo, issuer, issued, item, net, gross } = typed;
  const amount = net ?? gross;
  const items: DocumentItem[] =
    item === null || amount === null
      ? []
      : [
          {
            name: item,
            spec: null,
            quantity: null,
            unit: null,
            unitPrice: null,
            amount,
            taxRate: null,
            optional: false,
            at: null,
          },
        ];
  return {
    ...document,
    kind: "estimate",
    evidenceNo: evidenceNo ?? document.evidenceNo,
    issuer,
    date: issued,
    currency: "JPY",
    taxIncluded: amount === null ? null : net === null,
    items,
    net,
    tax: net === null || gross === null ? null : gross - net,
    gross,
    readBy: "person",
    confidence: 1,
    problem: null,
    subject: item,
  };
}
