/** What a cell says as a label or a header. */
import { oneLine } from "../../../text/fold";
import { recalled } from "../../../text/recalled";
import { textOf } from "../../../workbook/grid";
import type { Cell } from "../../../workbook/workbook";
import type { Field } from "../../field";
import { headerOf } from "../../words/headers";
import { isFigure } from "../table-header";

export const labelOf = (cell: Cell): string | null => {
  const text = textOf(cell);
  return text === null || isFigure(cell) ? null : withoutColon(text);
};

const withoutColon = recalled((text) => oneLine(text).replace(/\s*[:：]$/, ""));

/** What a label means; null for what is none. */
export const meaningOf = (cell: Cell): readonly Field[] | null => meaningIn(labelOf(cell) ?? "");

const meaningIn = recalled((label): readonly Field[] | null => {
  const header = headerOf(label);
  return header === null || header.month || header.fields.length === 0 ? null : header.fields;
});

export const isOf = (cell: Cell, field: Field): boolean => meaningOf(cell)?.[0] === field;
