/** Estimates, and items of them, that back no line. */
import { wholeYen } from "./backing";
import type { Holding } from "./holding";
import type { LineMatch, UnmatchedDocument } from "./matching";
import { isEstimate, type DocumentRead, type DocumentRef } from "../document";

export function unmatchedOf(matches: readonly LineMatch[], holding: Holding): UnmatchedDocument[] {
  const named = new Set(matches.flatMap(({ documents }) => documents.map(keyOf)));
  return holding.documents.filter(isEstimate).flatMap((document): UnmatchedDocument[] => {
    const { file, page, row } = document;
    const original = holding.duplicates.get(document);
    if (named.has(keyOf(document)))
      return leftItems(document, holding).map((at) => ({ file, page, row, item: at + 1 }));
    return original !== undefined && named.has(keyOf(original)) ? [] : [{ file, page, row, item: null }];
  });
}

/** Positions of items that no line takes; none where lines rest on the whole, or add up to it. */
function leftItems(document: DocumentRead, holding: Holding): number[] {
  const resting = holding.entries().filter(([, { backs }]) => backs.some((piece) => piece.document === document));
  const sum = resting.reduce((all, [line]) => all + (line.amount ?? 0), 0);
  if (resting.length === 0 || sum === wholeYen(document, holding.tax)) return [];
  const taken = holding.itemsHeld(document);
  return [...document.items.entries()].flatMap(([at, { optional }]) => (optional || taken.has(at) ? [] : [at]));
}

const keyOf = ({ file, page, row }: DocumentRef): string => `${file}\n${page}\n${String(row)}`;
