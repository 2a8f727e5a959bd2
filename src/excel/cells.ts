/** Between what office.js gives for a range and the neutral cells. */
import type { Area, Cell, CellValue } from "../core/workbook/workbook";

/** What to load of a range to know where it stands. */
export const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** The same for the parts of a `RangeAreas`. */
export const PLACES = PLACE.split(",")
  .map((property) => `areas/${property}`)
  .join();

/** What to ask of rows or cells to know which are struck through. */
export const STRIKE = { format: { font: { strikethrough: true } } };

/** What to ask of cells to know their colours. */
export const COLOURS = { format: { fill: { color: true }, font: { color: true } } };

/** Where a range stands; `PLACE` must be loaded. */
export const areaOf = (range: Excel.Range): Area => ({
  top: range.rowIndex + 1,
  left: range.columnIndex + 1,
  bottom: range.rowIndex + range.rowCount,
  right: range.columnIndex + range.columnCount,
});

/** Excel gives errors as their text; a typed text of the same letters is taken for one too. */
const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!|BUSY!)$/;

/**
 * The non-empty cells of one row.
 * @param left column of the first value, 1 = A
 */
export function cellsOf(
  left: number,
  values: readonly unknown[],
  formulas: readonly unknown[],
  formats: readonly unknown[],
  struck: (column: number) => boolean,
): Cell[] {
  const cells: Cell[] = [];
  for (const [offset, value] of values.entries()) {
    const formula = formulaOf(formulas[offset], value);
    if (value === "" && formula === null) continue;
    const column = left + offset;
    const format = formats[offset];
    cells.push({
      column,
      value: valueOf(value),
      formula,
      format: typeof format !== "string" || format === "General" ? null : format,
      struck: struck(column),
    });
  }
  return cells;
}

export function valueOf(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return ERROR.test(value) ? { error: value } : value;
}

/** A text that begins with "=" is its own formula in Excel's answer, and none. */
const formulaOf = (formula: unknown, value: unknown): string | null =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : null;

/** "'私の 表'!B2" → sheet and cells. */
export function splitAddress(address: string): { readonly sheet: string; readonly cells: string } {
  const at = address.lastIndexOf("!");
  const name = address.slice(0, Math.max(0, at));
  const sheet = name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
  return { sheet, cells: address.slice(at + 1) };
}
