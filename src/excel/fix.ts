import type { Fix } from "../core/report/report";
import { SheetProtected } from "./errors";
import { asTyped } from "./typed";

/** What stood in a cell before a fix. */
export interface Before {
  readonly sheet: string;
  readonly cell: string;
  /** As `Range.formulas` gives it. */
  readonly formula: unknown;
  readonly value: unknown;
  /** The cell was formatted as text, and is no more. */
  readonly wasText: boolean;
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
  const cellProtection = range.format.protection.load("locked");
  await context.sync();
  // Forms are often protected but for the cells to fill in: those take a value, though no other format.
  if (protection.protected && cellProtection.locked) throw new SheetProtected(sheet);
  const wasText = range.numberFormat[0]?.[0] === TEXT && typeof value === "number" && !protection.protected;
  const before = { sheet, cell, formula: range.formulas[0]?.[0], value: range.values[0]?.[0], wasText };
  if (wasText) range.numberFormat = [["General"]];
  range.values = [[asTyped(value)]];
  await context.sync();
  return before;
}

/** Gives a cell back what stood in it. One sync. */
export async function takeBack(context: Excel.RequestContext, before: Before): Promise<void> {
  const range = context.workbook.worksheets.getItem(before.sheet).getRange(before.cell);
  if (before.wasText) range.numberFormat = [[TEXT]];
  range.formulas = [
    [isFormula(before) ? before.formula : typeof before.value === "string" ? asTyped(before.value) : before.value],
  ];
  await context.sync();
}

const TEXT = "@";

const isFormula = ({ formula, value }: Before): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;
