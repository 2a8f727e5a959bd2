/** Tables without a heading: rows whose figures multiply show where quantity, price and amount stand. */
import type { Column, TableHead } from "./columns";
import type { Line, Page, Segment } from "../page/paper";
import { agrees, figuresIn, type Figure } from "./products";
import type { Money } from "./table";

interface Triple {
  readonly page: number;
  readonly line: number;
  readonly quantity: Segment;
  readonly price: Segment;
  readonly amount: Segment;
  readonly name: Segment;
}

/** One heading in place of the missing one, above the first row; none where no rows show it. */
export function headFromFigures(pages: readonly Page[], money: Money): TableHead[] {
  const triples = pages.flatMap((page) => page.lines.flatMap((line, at) => tripleIn(line, at, money)));
  const first = triples[0];
  if (first !== undefined) {
    const own = triples.filter((it) => Math.abs(it.amount.x1 - first.amount.x1) < 25);
    return [
      headOf(first.page, first.line, [
        column(
          "name",
          own.map(({ name }) => name),
        ),
        column(
          "quantity",
          own.map(({ quantity }) => quantity),
        ),
        column(
          "unitPrice",
          own.map(({ price }) => price),
        ),
        column(
          "amount",
          own.map(({ amount }) => amount),
        ),
      ]),
    ];
  }
  return plainList(pages, money);
}

/** Names on the left, one figure on the right, line after line. */
function plainList(pages: readonly Page[], money: Money): TableHead[] {
  for (const page of pages) {
    const rows = page.lines.flatMap((line, at) => {
      const last = line.segments[line.segments.length - 1];
      const [name] = line.segments;
      if (
        last === undefined ||
        name === undefined ||
        name === last ||
        money(last) === null ||
        !/,\d{3}|[¥￥円]/.test(last.text)
      )
        return [];
      return money(name) === null && !/番号|No\.|TEL|FAX|〒|日/.test(name.text) ? [{ at, name, last }] : [];
    });
    const [first] = rows;
    if (first === undefined || rows.length < 2) continue;
    return [
      headOf(page.lines[0]?.page ?? 0, first.at, [
        column(
          "name",
          rows.map(({ name }) => name),
        ),
        column(
          "amount",
          rows.map(({ last }) => last),
        ),
      ]),
    ];
  }
  return [];
}

function tripleIn(line: Line, at: number, money: Money): Triple[] {
  const figures = figuresIn(line.segments, money);
  const name = line.segments.find((segment) => !figures.some((it) => it.segment === segment));
  const last = figures[figures.length - 1];
  if (name === undefined || last === undefined) return [];
  if (last.segment.x0 < name.x0) return [];
  for (let a = 0; a < figures.length - 1; a++)
    for (let b = a + 1; b < figures.length - 1; b++) {
      const [one, other] = [figures[a], figures[b]] as [Figure, Figure];
      if (!agrees(one.value, other.value, Math.abs(last.value))) continue;
      const [quantity, price] = one.value <= other.value ? [one, other] : [other, one];
      return [
        { page: line.page, line: at, quantity: quantity.segment, price: price.segment, amount: last.segment, name },
      ];
    }
  return [];
}

const column = (role: Column["role"], segments: readonly Segment[]): Column => ({
  role,
  heading: null,
  x0: Math.min(...segments.map(({ x0 }) => x0)),
  x1: Math.max(...segments.map(({ x1 }) => x1)),
  left: null,
  right: null,
  shared: false,
});

function headOf(page: number, line: number, columns: Column[]): TableHead {
  const sorted = columns.sort((a, b) => a.x0 - b.x0);
  return {
    page,
    line: line - 1,
    y: 0,
    columns: sorted,
    left: Math.min(...sorted.map(({ x0 }) => x0)),
    right: Math.max(...sorted.map(({ x1 }) => x1)),
  };
}
