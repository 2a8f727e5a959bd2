/** How far a table reaches: which of its columns hold amounts, and what stands beside it on the page. */
import { yenIn } from "../words/figures";
import { isTotalRow } from "../words/labels";
import type { Line, Page, Segment } from "../page/paper";
import { columnsOf, isFigureText, wordsOf, type Column, type TableHead } from "./columns";

/** Columns called amounts; of unknown ones those that hold money. */
export function amountColumnsOf({ columns }: TableHead, lines: readonly Line[]): number[] {
  const named = columns.flatMap(({ role }, at) => (role === "amount" ? [at] : []));
  if (named.length > 0) return named;
  const counts = columns.map(() => 0);
  for (const line of lines)
    for (const [at, column] of columnsOf(line.segments, columns).entries())
      if (yenIn((line.segments[at] as Segment).text) !== null) counts[column] = (counts[column] ?? 0) + 1;
  const unknown = columns.flatMap(({ role }, at) => (role === "other" && (counts[at] as number) > 0 ? [at] : []));
  if (unknown.length > 0) return unknown;
  // 品名 | 数量 | 価格: what was taken for a price is the amount where no other is.
  return columns.flatMap(({ role }, at) => (role === "unitPrice" ? [at] : [])).slice(-1);
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** How far the table reaches to the sides: what stands beyond is another block of the page. */
export function edgesOf(head: TableHead, page: Page, lines: readonly Line[], amountColumns: readonly number[]): Edges {
  const last = head.columns[head.columns.length - 1] as Column;
  const ruled = last.right !== null && head.columns[0]?.left != null;
  if (ruled) return { left: head.left - 3, right: head.right + 3 };
  let right = head.right;
  const left = page.sheet === null ? -Infinity : leftOfSheet(head, lines, amountColumns);
  for (const line of lines)
    for (const segment of line.segments) {
      if (!isFigureText(segment)) continue;
      const near = amountColumns.some((at) => {
        const column = head.columns[at] as Column;
        return segment.x0 - column.x1 < 30 && column.x0 - segment.x1 < 80;
      });
      if (near && segment.x1 - right < 90) right = Math.max(right, segment.x1);
    }
  const texts = last.role === "note" || last.role === "spec" || last.role === "other";
  return { left, right: texts ? Infinity : right + 6 };
}

/**
 * Cells of a sheet stand exactly under their heading: what stands left of the first one is another block, conditions or
 * remarks, unless the rows have their names there.
 */
function leftOfSheet({ columns, left }: TableHead, lines: readonly Line[], amountColumns: readonly number[]): number {
  const first = columns.findIndex(({ role }) => role === "name" || role === "spec");
  const rows = lines.flatMap(({ segments }) => {
    const places = columnsOf(segments, columns);
    const paid = segments.some((segment, at) => amountColumns.includes(places[at] as number) && isFigureText(segment));
    const inside = segments.some(
      (segment, at) => places[at] === first && segment.x0 >= left - 3 && !isFigureText(segment),
    );
    const total = isTotalRow(wordsOf(segments.filter((segment) => segment.x0 >= left - 3)));
    return paid && !total ? [inside] : [];
  });
  return rows.filter((it) => it).length * 2 > rows.length ? left - 3 : -Infinity;
}

export const isInside = ({ x0, x1 }: Segment, { left, right }: Edges): boolean => x1 > left && x0 < right;
