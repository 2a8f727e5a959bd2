/** One column of a table of the drawing: what heads it, and what it holds for each person or month. */
import type { Field } from "../../field";
import type { Block } from "./block";
import type { Stands } from "./cells";
import { isOf, labelOf } from "./labels";

export interface DrawnColumn<T> {
  readonly word: string;
  readonly head: Stands;
  cell(of: T): Stands | null;
}

/** Headed by its own word where that says the field, else by one that does. */
export function drawnColumn<T>(field: Field, word: string, head: Stands, cell: DrawnColumn<T>["cell"]): DrawnColumn<T> {
  return { word: isOf(head.cell, field) ? (labelOf(head.cell) as string) : word, head, cell };
}

export const nameColumn = <T>({ person }: Block, blockOf: (of: T) => Block): DrawnColumn<T> =>
  drawnColumn("person", "氏名", person.label, (of) => blockOf(of).person.value);
