import type { Fix } from "../core/report";
import { SheetProtected } from "./errors";
import { asTyped } from "./typed";

/** What stood in a cell before a fix. */
export interface Before {
  readonly sheet: string;
  readonly cell: string;
  /** As `Range.formulas` gives it. */
  readonly formula: unknown;
  readonly value: unknown;
  readonly numberFormat: string;
}

/**
 * Puts the value of a fix into its cell: text never as a formula, a number as a number even where the cell is formatted
 * as text. Two syncs.
 * @throws SheetProtected
 */
export async function applyFix(context: Excel.RequestContext, { sheet, cell, value }: Fix): Promise<Before> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const range = worksheet.getRange(cell).load("formulas,values,numberFormat");
  const protection = worksheet.protection.load("protected");
  await context.sync();
  if (protection.protected) throw new SheetProtected(sheet);
  const numberFormat = String(range.numberFormat[0]?.[0] ?? "General");
  const before = { sheet, cell, formula: range.formulas[0]?.[0], value: range.values[0]?.[0], numberFormat };
  if (numberFormat === TEXT && typeof value === "number") range.numberFormat = [["General"]];
  range.values = [[asTyped(value)]];
  await context.sync();
  return before;
}

/** Gives a cell back what stood in it. One sync. */
export async function takeBack(context: Excel.RequestContext, before: Before): Promise<void> {
  const range = context.workbook.worksheets.getItem(before.sheet).getRange(before.cell);
  range.numberFormat = [[before.numberFormat]];
  range.formulas = [
    [isFormula(before) ? before.formula : typeof before.value === "string" ? asTyped(before.value) : before.value],
  ];
  await context.sync();
}

const TEXT = "@";

const isFormula = ({ formula, value }: Before): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;
