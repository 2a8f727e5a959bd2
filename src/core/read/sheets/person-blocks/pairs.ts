/** Labels and what they say: 基本給（4月） | 274,000. */
import type { Cell, Row } from "../../../workbook/workbook";
import type { Field } from "../../field";
import { cellUnder, type Stands } from "./cells";
import { meaningOf } from "./labels";
import { isMonth } from "./months";

export interface Pair {
  readonly label: Stands;
  readonly value: Stands;
  readonly fields: readonly Field[];
}

/** Labels with what stands right of them; in a row of nothing but labels with what stands below. */
export function pairsIn(rows: readonly Row[]): Pair[] {
  const pairs: Pair[] = [];
  const put = (label: Cell, value: Cell, row: Row, below = row): void => {
    const fields = meaningOf(label) as readonly Field[];
    pairs.push({ label: { cell: label, row: row.index }, value: { cell: value, row: below.index }, fields });
  };
  rows.forEach((row, at) => {
    const { cells } = row;
    const labels = cells.filter((cell) => meaningOf(cell) !== null);
    if (labels.length >= 2 && labels.length === cells.length) {
      const below = rows[at + 1];
      const values = labels.map((label) => cellUnder(below, label));
      if (isList(rows[at + 2], labels)) return;
      if (below?.index === row.index + 1 && values.some((value) => value !== undefined && meaningOf(value) === null)) {
        labels.forEach((label, index) => {
          const value = values[index];
          if (value !== undefined) put(label, value, row, below);
        });
        return;
      }
    }
    for (let index = 0; index + 1 < cells.length; index++) {
      const [label, value] = [cells[index] as Cell, cells[index + 1] as Cell];
      if (meaningOf(label) === null) continue;
      // 所属 | (blank) | 役職 | 主任
      if (meaningOf(value) !== null && value.column > label.column + 1) continue;
      put(label, value, row);
      index++;
    }
  });
  return pairs;
}

/** A row more of it: the labels head a list, and are of no one person. */
const isList = (row: Row | undefined, labels: readonly Cell[]): boolean =>
  labels.filter((label) => {
    const cell = cellUnder(row, label);
    return cell !== undefined && meaningOf(cell) === null && !isMonth(cell, cell);
  }).length >= 2;

export const rowsOf = (pairs: readonly Pair[]): number[] => pairs.flatMap(({ label, value }) => [label.row, value.row]);

export const tellBasePay = (pairs: readonly Pair[]): boolean => pairs.some(({ fields }) => fields[0] === "basePay");
