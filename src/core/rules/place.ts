/** The cell where a finding about a line sits: the first of the fields that the sheet has a column for, or else its item. */
import type { Field } from "../read/field";
import type { CellRef } from "../workbook/workbook";
import type { LineState } from "../judge/state";

/** A price that is not stated has its place under a header that names its tax treatment, too. */
const PRICES = ["unitPriceExclusive", "unitPriceInclusive"] as const;

export function placeOf(line: LineState, ...fields: readonly Field[]): CellRef {
  const { at } = line.read;
  for (const field of fields.flatMap((it) => (it === "unitPrice" ? [it, ...PRICES] : it))) {
    const cell = at[field];
    if (cell !== undefined) return cell;
  }
  // A sheet may lack every column asked for: the row still has to be shown.
  let first: CellRef | undefined;
  for (const field in at) first ??= at[field as Field];
  return at.description ?? first ?? { sheet: line.read.sheet, row: line.read.row, column: 1 };
}
