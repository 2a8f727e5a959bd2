import { isCellError, type CellValue } from "../core/workbook/workbook";
import { valueOf } from "./cells";
import { CellChanged, SheetProtected } from "./errors";
import { asTyped } from "./typed";

/** What is put into a cell: a value, or a formula that comes to it. */
export interface CellWrite {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number;
  /** Without the leading "=". */
  readonly formula?: string;
}

/** What stood in a cell before a fix, and what stands there since. */
export interface Before {
  readonly sheet: string;
  readonly cell: string;
  /** As `Range.formulas` gives it. */
  readonly formula: unknown;
  readonly value: unknown;
  /** The cell was formatted as text, and is no more. */
  readonly wasText: boolean;
  /** As `Range.formulas` gives it after the fix. */
  readonly written: unknown;
}

/**
 * Puts a value into its cell, or the formula that is given with it: text never as a formula, a number as a number even
 * where the cell is formatted as text. Two syncs; a third gives back what somebody else wrote between them.
 * @param seen what the cell held when it was checked; undefined asks for nothing
 * @throws SheetProtected, and CellChanged when the cell holds something else by now
 */
export async function applyFix(
  context: Excel.RequestContext,
  { sheet, cell, value, formula: entered }: CellWrite,
  seen?: CellValue,
): Promise<Before> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const range = worksheet.getRange(cell).load("formulas,values,numberFormat");
  const protection = worksheet.protection.load("protected");
  const cellProtection = range.format.protection.load("locked");
  await context.sync();
  const now = valueOf(range.values[0]?.[0]);
  // Written by an earlier attempt of which Excel told nothing more.
  if (seen !== undefined && !isSame(seen, value) && isSame(now, value) && !isCellError(seen))
    return { sheet, cell, formula: seen ?? "", value: seen ?? "", wasText: false, written: range.formulas[0]?.[0] };
  if (seen !== undefined && !isSame(now, seen)) throw new CellChanged(sheet);
  // Forms are often protected but for the cells to fill in: those take a value, though no other format.
  if (protection.protected && cellProtection.locked) throw new SheetProtected(sheet);
  const wasText = range.numberFormat[0]?.[0] === TEXT && typeof value === "number" && !protection.protected;
  const formula: unknown = range.formulas[0]?.[0];
  const last = worksheet.getRange(cell).load("formulas,values");
  const written = worksheet.getRange(cell);
  if (wasText) written.numberFormat = [["General"]];
  if (entered === undefined) written.values = [[asTyped(value)]];
  else written.formulas = [[`=${entered}`]];
  written.load("formulas");
  await context.sync();
  const before: Before = {
    sheet,
    cell,
    formula: last.formulas[0]?.[0],
    value: last.values[0]?.[0],
    wasText,
    written: written.formulas[0]?.[0],
  };
  if (before.formula === formula) return before;
  await takeBack(context, before);
  throw new CellChanged(sheet);
}

/**
 * Gives a cell back what stood in it. Two syncs.
 * @throws CellChanged when somebody wrote something else there since
 */
export async function takeBack(context: Excel.RequestContext, before: Before): Promise<void> {
  const range = context.workbook.worksheets.getItem(before.sheet).getRange(before.cell).load("formulas");
  await context.sync();
  if (range.formulas[0]?.[0] !== before.written) throw new CellChanged(before.sheet);
  if (before.wasText) range.numberFormat = [[TEXT]];
  range.formulas = [
    [isFormula(before) ? before.formula : typeof before.value === "string" ? asTyped(before.value) : before.value],
  ];
  await context.sync();
}

const TEXT = "@";

const isFormula = ({ formula, value }: Before): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;

/** Whether two values are the same to whoever sees the cell. */
export const isSame = (a: CellValue, b: CellValue): boolean =>
  isCellError(a) && isCellError(b) ? a.error === b.error : (a === "" ? null : a) === (b === "" ? null : b);
