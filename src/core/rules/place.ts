/** The cell where a finding about a line sits: the first of the fields that the sheet has a column for, or else its item. */
import type { Field } from "../read/field";
import type { CellRef } from "../workbook/workbook";
import type { LineState } from "../judge/state";

/** An amount or a price may stand under a header that names its tax treatment. */
const VARIANTS: Partial<Record<Field, readonly Field[]>> = {
  amount: ["amountExclusive", "amountInclusive"],
  unitPrice: ["unitPriceExclusive", "unitPriceInclusive"],
};

export function placeOf(line: LineState, ...fields: readonly Field[]): CellRef {
  const { at } = line.read;
  for (const field of fields) {
    for (const variant of [field, ...(VARIANTS[field] ?? [])]) {
      const cell = at[variant];
      if (cell !== undefined) return cell;
    }
  }
  // A sheet may lack every column asked for: the row still has to be shown.
  let first: CellRef | undefined;
  for (const field in at) first ??= at[field as Field];
  return at.description ?? first ?? { sheet: line.read.sheet, row: line.read.row, column: 1 };
}
