/** Small papers and lines of a budget, brought together without a file: what is tested is the matching alone. */
import { unreadDocument, type DocumentItem, type DocumentRead } from "../../../../src/core/documents/document";
import { matchDocuments } from "../../../../src/core/documents/match/match-documents";
import type { LineMatch, MatchConditions, MatchLine } from "../../../../src/core/documents/match/matching";

export const item = (
  name: string,
  quantity: number,
  unitPrice: number,
  more: Partial<DocumentItem> = {},
): DocumentItem => ({
  ...{ name, spec: null, quantity, unit: "台", unitPrice, amount: quantity * unitPrice },
  ...{ taxRate: 10, optional: false, at: null },
  ...more,
});

/** An estimate of so many items, with ten percent of tax. */
export function estimate(
  no: string | null,
  items: readonly DocumentItem[],
  more: Partial<DocumentRead> = {},
): DocumentRead {
  const net = items.filter(({ optional }) => !optional).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const tax = Math.floor(net / 10);
  return {
    ...unreadDocument(`${no ?? "x"}.pdf`, "no-items", no),
    ...{ kind: "estimate", readBy: "text", problem: null, confidence: 1, currency: "JPY", taxIncluded: false },
    ...{ number: `Q-${no ?? "x"}`, issuer: "株式会社見積屋", addressee: "株式会社申請者" },
    ...{ date: "2025-05-01", validUntil: "2025-07-31", items, net, tax, gross: net + tax },
    taxByRate: [{ rate: 10, net, tax }],
    ...more,
  };
}

export const line = (
  row: number,
  description: string,
  quantity: number,
  unitPrice: number,
  more: Partial<MatchLine> = {},
): MatchLine => ({
  ...{ sheet: "予算", row, description, seen: description, vendor: "株式会社見積屋", unitPrice, quantity },
  ...{ amount: quantity * unitPrice, numbers: [String(row)], orderDate: "2025-06-01" },
  ...{ taxPercent: 10, discount: false, needsNone: false },
  ...more,
});

/** A line of which only the sum is known. */
export const lump = (row: number, description: string, amount: number, more: Partial<MatchLine> = {}): MatchLine =>
  line(row, description, 1, amount, { unitPrice: null, quantity: null, ...more });

export const CONDITIONS: MatchConditions = { tax: "exclusive", applicant: "株式会社申請者", opened: "2025-04-14" };

export const matched = (
  lines: readonly MatchLine[],
  papers: readonly DocumentRead[],
  more: Partial<MatchConditions> = {},
) => matchDocuments(lines, papers, { ...CONDITIONS, ...more });

/** The match in a word: "不一致 amount vendor 4000: 1.pdf#2, comparative 1_相見積.pdf". */
export function told({ state, reason, also, difference, documents }: LineMatch): string {
  const papers = documents.map(
    ({ file, page, row, item: at, role }) =>
      `${role === "backs" ? "" : `${role} `}${file}${page === 1 ? "" : `/${String(page)}`}` +
      `${row === null ? "" : `!${String(row)}`}${at === null ? "" : `#${String(at)}`}`,
  );
  const verdict = [state, reason, ...also, difference].filter((it) => it !== null).join(" ");
  return papers.length === 0 ? verdict : `${verdict}: ${papers.join(", ")}`;
}

/** What became of each line, in a word. */
export const became = (...given: Parameters<typeof matched>): string[] => matched(...given).matches.map(told);
