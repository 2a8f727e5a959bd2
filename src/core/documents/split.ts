/** Which pages of a file are one document: a cover and its breakdown are one, two estimates in one file are two. */
import { plain } from "../text/plain";
import { hasHonorific } from "./words/companies";
import { kindOf, numberOf, dateOf, textOf } from "./fields";
import type { Page } from "./page/paper";

/** Pages of each document, in order; pages without any text belong to the document before them. */
export function splitDocuments(pages: readonly Page[]): Page[][] {
  if (pages.length === 1) return pages.filter(({ lines }) => lines.length > 0).map((page) => [page]);
  const documents: Page[][] = [];
  let open: { number: string | null; date: string | null } | null = null;
  for (const page of pages) {
    const begins = isBeginning(page);
    const own = begins
      ? { number: numberOf([page], kindOf(page))?.value ?? null, date: dateOf([page])?.value ?? null }
      : null;
    const last = documents[documents.length - 1];
    if (last === undefined || open === null) {
      documents.push([page]);
      open = own ?? (page.lines.length > 0 ? { number: null, date: null } : null);
      // A blank first page is no document of its own.
      if (open === null && documents.length === 1) documents.pop();
      if (open === null) continue;
      continue;
    }
    if (own !== null && isAnother(own, open, page)) {
      documents.push([page]);
      open = own;
    } else last.push(page);
  }
  return documents;
}

/** It has a title and says to whom it is addressed. */
function isBeginning(page: Page): boolean {
  const kind = kindOf(page);
  if (kind === "other" || kind === "unknown") return false;
  const words = page.lines.map((line) => plain(textOf(line)));
  if (words.slice(0, 4).some((text) => /^.{0,8}(?:内訳書|内訳明細|明細書|別紙)/.test(text))) return false;
  return (
    page.lines.some(({ segments }) => segments.some(({ text }) => hasHonorific(text) && text.length < 40)) ||
    words.some((text) => /(?:billto|宛先|宛名)[:：]?/i.test(text))
  );
}

function isAnother(
  own: { number: string | null; date: string | null },
  open: { number: string | null; date: string | null },
  page: Page,
): boolean {
  const words = page.lines.map((line) => plain(textOf(line)));
  const counted = words
    .map((text) => /(?:^|[^\d/／.])(\d{1,2})\s*[/／]\s*(\d{1,2})(?:頁|ページ|枚)?$|^-?(\d{1,2})-?$/.exec(text))
    .find((match) => match?.[1] !== undefined && match[2] !== undefined);
  if (counted != null && Number(counted[1]) > 1 && Number(counted[2]) >= Number(counted[1])) return false;
  if (own.number !== null && open.number !== null) return own.number !== open.number;
  return own.number !== null || own.date !== open.date || (own.number === null && open.number === null);
}
