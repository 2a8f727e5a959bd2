/** What each line below a heading is: a row with an amount, words that belong to one, a total, or the end of the table. */
import { isEnd, isTotalRow, totalOf } from "../words/labels";
import { placeOf, type Line, type Segment } from "../page/paper";
import { columnsOf, wordsOf, type Column } from "./columns";
import { isProduct } from "./products";
import type { Money } from "./table";
import type { Told } from "./told";

export interface Entry {
  readonly line: Line;
  readonly kind: "row" | "loose" | "total" | "end";
  /** Its segments by column. */
  readonly cells: readonly (readonly Segment[])[];
}

/** @param segments of the line, those that stand within the table */
export function entryOf(
  line: Line,
  segments: readonly Segment[],
  columns: readonly Column[],
  amountColumns: readonly number[],
  money: Money,
): Entry {
  const places = columnsOf(segments, columns);
  const cells: Segment[][] = columns.map(() => []);
  for (const [at, segment] of segments.entries()) cells[places[at] as number]?.push(segment);
  const has = (at: number): boolean => (cells[at] ?? []).some((segment) => money(segment) !== null);
  const words = wordsOf(segments);
  if (isEnd(words)) return { line, kind: "end", cells };
  if (!amountColumns.some(has)) return { line, kind: isTotalLine(segments, money) ? "total" : "loose", cells };
  const priced = columns.some(
    ({ role }, at) => (role === "unitPrice" || role === "price") && has(at) && !amountColumns.includes(at),
  );
  const total =
    !isProduct(cells, columns, amountColumns, money) &&
    (isTotalRow(words) || (!priced && isTotalLine(segments, money)));
  return { line, kind: total ? "total" : "row", cells };
}

/** The words next to a figure name a total, whatever stands before them: a remark beside the box of totals. */
function isTotalLine(segments: readonly Segment[], money: Money): boolean {
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    if (money(segment) === null) {
      const inline = /^(\D+?)[:：]?[¥￥\\]?\d[\d,]*円?(?:\(.*\))?$/.exec(segment.text)?.[1];
      if (inline !== undefined && totalOf(inline) !== null && isTotalRow(inline)) return true;
      continue;
    }
    let label = "";
    for (let before = at - 1; before >= 0 && before >= at - 5; before--) {
      const other = segments[before] as Segment;
      if (money(other) !== null) break;
      label = other.text + label;
      if (isTotalRow(label)) return true;
    }
  }
  return false;
}

/** A total of the paper, or its tax: what follows stands beside it. */
export function endsTable({ segments }: Line): boolean {
  const label = totalOf(wordsOf(segments));
  return (
    label !== null && (label.kind === "gross" || label.kind === "tax" || (label.kind !== "carried" && label.whole))
  );
}

/** A row of totals over several columns of money: the tax under 消費税, the sum with tax under 税込金額. */
export function toldByColumns({ line, cells }: Entry, columns: readonly Column[], money: Money): Told[] {
  const figures = cells.flatMap((cell, at) => {
    const role = columns[at]?.role;
    if (role !== "amount" && role !== "tax" && role !== "other") return [];
    const segment = cell.find((one) => money(one) !== null);
    return segment === undefined ? [] : [{ segment, heading: columns[at]?.heading ?? null, role }];
  });
  const label = totalOf(wordsOf(line.segments));
  if (figures.length < 2 || label === null || label.kind === "carried" || label.kind === "tax") return [];
  return figures.flatMap(({ segment, heading, role }): Told[] => {
    const rate = heading?.rate ?? null;
    const kind =
      role === "tax"
        ? "tax"
        : heading?.tax === "inclusive"
          ? "gross"
          : heading?.tax === "exclusive"
            ? "net"
            : rate !== null
              ? "base"
              : null;
    if (kind === null) return [];
    const at = placeOf(line, [segment]);
    return [{ kind, rate, inside: false, whole: true, label: heading?.tax ?? "", value: money(segment) as number, at }];
  });
}
