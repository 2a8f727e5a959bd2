/** Quantity × price = amount: what a row proves by itself, and what proves which of its figures is which. */
import { numberIn, quantityIn } from "../words/figures";
import type { Segment } from "../page/paper";
import type { Column } from "./columns";
import type { Money } from "./table";

/** Price × quantity is the amount to the yen, however the last fraction was dropped. */
export const agrees = (quantity: number, price: number, amount: number): boolean =>
  Math.abs(quantity * Math.abs(price) - amount) < 1;

/** More figures than a row of an estimate has would multiply by chance. */
const MOST_FIGURES = 8;

export interface Figure {
  readonly segment: Segment;
  readonly value: number;
}

/** The figures of a row that may multiply, zeros left out; none where there are too few or too many to tell anything. */
export function figuresIn(segments: readonly Segment[], money: Money): Figure[] {
  const figures = segments.flatMap((segment) => {
    const value = money(segment) ?? numberIn(segment.text) ?? quantityIn(segment.text)?.value ?? null;
    return value === null || value === 0 ? [] : [{ segment, value }];
  });
  return figures.length < 3 || figures.length > MOST_FIGURES ? [] : figures;
}

/** Quantity × price is the amount in the columns called so: an item, whatever its name. */
export function isProduct(
  cells: readonly (readonly Segment[])[],
  columns: readonly Column[],
  amountColumns: readonly number[],
  money: Money,
): boolean {
  const valuesIn = (wanted: (role: Column["role"], at: number) => boolean): number[] =>
    cells.flatMap((cell, at) =>
      wanted((columns[at] as Column).role, at)
        ? cell.flatMap((segment) => money(segment) ?? quantityIn(segment.text)?.value ?? [])
        : [],
    );
  const [quantity] = valuesIn((role) => role === "quantity");
  const prices = valuesIn((role, at) => role === "unitPrice" && !amountColumns.includes(at));
  const amounts = valuesIn((_, at) => amountColumns.includes(at));
  return (
    quantity !== undefined &&
    prices.some((price) => amounts.some((amount) => amount !== 0 && agrees(quantity, price, Math.abs(amount))))
  );
}
