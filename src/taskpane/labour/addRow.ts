/**
 * A new person into the labour sheet: into the first free row under the last one, its formulas like those of the row
 * above, and every sum that ended there drawn out to the new row. Where the total stands right there, a row has to be
 * put in first. Nothing else of the workbook changes.
 */
import { floor, fraction, fromDecimal, multiply } from "../../core/money/fraction";
import type { BudgetReading, TableReading } from "../../core/read/reading";
import type { Field } from "../../core/read/field";
import { cellAt, cellName, columnName, rowAt, type Sheet, type Workbook } from "../../core/workbook/workbook";
import type { CellWrite } from "../../excel/fix";
import { MovableFormula } from "../../ooxml/formulas";

export interface NewPerson {
  readonly person: string;
  /** "従業員費": as other rows of the sheet say it. */
  readonly kind: string;
  /** Yen a month, and hours, as typed: "162.75". */
  readonly figures: Readonly<
    Partial<Record<"basePay" | "allowances" | "welfare" | "scheduledHours" | "hours", string>>
  >;
  /** Yen an hour. */
  readonly rate: number;
}

export type AddedRow =
  | { readonly writes: readonly CellWrite[]; readonly sheet: string; readonly row: number }
  | { readonly obstacle: "no-table" }
  /** What stands in the row below the last one is something else: that row has to make room. */
  | { readonly obstacle: "no-room"; readonly sheet: string; readonly row: number };

export function addedRow(
  workbook: Workbook,
  reading: Pick<BudgetReading, "labour" | "sheets">,
  person: NewPerson,
): AddedRow {
  const place = labourTable(reading);
  const sheet = workbook.sheets.find(({ name }) => name === place?.sheet);
  if (place === null || sheet === undefined) return { obstacle: "no-table" };
  const { table, last } = place;
  const row = last + 1;
  if (!isFree(sheet, table, row)) return { obstacle: "no-room", sheet: sheet.name, row };
  return {
    sheet: sheet.name,
    row,
    writes: [...cellsOf(sheet, table, last, person), ...sumsDrawnOut(workbook, sheet.name, table, last)],
  };
}

/** Whether there is no labour sheet with at least one person yet. */
export const isWithoutTable = (reading: Pick<BudgetReading, "labour" | "sheets">): boolean =>
  labourTable(reading) === null;

/** The labour table that holds the last person, and that person's row. */
function labourTable(
  reading: Pick<BudgetReading, "labour" | "sheets">,
): { sheet: string; table: TableReading; last: number } | null {
  for (const { sheet, row } of reading.labour.toReversed()) {
    const tables = reading.sheets.find((one) => one.sheet === sheet)?.tables ?? [];
    const table = tables.find(({ kind, firstRow, lastRow }) => kind === "labour" && firstRow <= row && row <= lastRow);
    if (table !== undefined) {
      const last = Math.max(
        ...reading.labour.filter((one) => one.sheet === sheet && one.row <= table.lastRow).map((one) => one.row),
      );
      return { sheet, table, last };
    }
  }
  return null;
}

/** Numbers of the rows and prepared formulas may stand in it; words, and figures of a person, may not. */
function isFree(sheet: Sheet, { left, right, columns }: TableReading, row: number): boolean {
  const own = new Set(columns.map(({ column }) => column));
  return (rowAt(sheet, row)?.cells ?? []).every(({ column, value, formula }) => {
    if (column < left || column > right || value === null || value === "") return true;
    if (typeof value === "number") return formula !== null || !own.has(column);
    return false;
  });
}

/** What each column of the new row holds. */
function cellsOf(sheet: Sheet, { columns }: TableReading, last: number, person: NewPerson): CellWrite[] {
  const row = last + 1;
  const { figures, rate } = person;
  const hours = figures.hours === undefined ? null : fromDecimal(figures.hours);
  const typed: Readonly<Partial<Record<Field, string | number>>> = {
    person: person.person,
    employment: person.kind,
    ...Object.fromEntries(Object.entries(figures).map(([field, text]) => [field, Number(text)])),
    hourlyRate: rate,
    ...(hours === null ? {} : { amount: floor(multiply(fraction(rate), hours)) }),
  };
  return columns.flatMap(({ field, column }): CellWrite[] => {
    const value = typed[field === "amountExclusive" || field === "amountInclusive" ? "amount" : field];
    const above = cellAt(sheet, last, column)?.formula ?? null;
    const prepared = cellAt(sheet, row, column)?.formula ?? null;
    if (value === undefined || prepared !== null) return [];
    const formula = above === null || !CALCULATED.has(field) ? null : new MovableFormula(above).moved(1, 0);
    return [{ sheet: sheet.name, cell: cellName(row, column), value, ...(formula === null ? {} : { formula }) }];
  });
}

const CALCULATED: ReadonlySet<Field> = new Set(["hourlyRate", "amount", "amountExclusive", "amountInclusive"]);

/** Sums over one of the table's columns that end with the last row: they end with the new one from now on. */
function sumsDrawnOut(workbook: Workbook, name: string, { left, right }: TableReading, last: number): CellWrite[] {
  return workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ index, cells }) =>
      cells.flatMap(({ column, formula, value }): CellWrite[] => {
        if (formula === null || (sheet.name === name && index <= last + 1)) return [];
        const longer = drawnOut(formula, sheet.name === name ? null : name, columnsOf(left, right), last);
        if (longer === formula || (typeof value !== "number" && typeof value !== "string")) return [];
        return [{ sheet: sheet.name, cell: cellName(index, column), value, formula: longer }];
      }),
    ),
  );
}

const columnsOf = (left: number, right: number): string =>
  Array.from({ length: right - left + 1 }, (_, index) => columnName(left + index)).join("|");

/** "SUM(K4:K8)" → "SUM(K4:K9)" */
function drawnOut(formula: string, sheet: string | null, columns: string, last: number): string {
  const quoted = sheet === null ? "" : `(?:'${escaped(sheet.replaceAll("'", "''"))}'|${escaped(sheet)})!`;
  const before = sheet === null ? String.raw`(?<![\w$.!'])` : quoted;
  const range = new RegExp(`(${before}\\$?(${columns})\\$?(\\d+):\\$?\\2\\$?)${last}(?!\\d)`, "g");
  return formula.replace(range, (whole, start: string, _column: string, first: string) =>
    Number(first) < last ? `${start}${last + 1}` : whole,
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
