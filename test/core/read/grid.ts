/** Draws workbooks as they stand on a screen: rows of literals become cells. */
import {
  columnNumber,
  type Area,
  type Cell,
  type CellValue,
  type Sheet,
  type Workbook,
} from "../../../src/core/workbook/workbook";

export interface CellLiteral {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
  readonly struck?: boolean;
}

/** undefined and null leave the cell empty. */
export type Literal = string | number | boolean | null | undefined | CellLiteral;

export interface SheetLook {
  /** Where the first literal stands: "A1" unless told. */
  readonly at?: string;
  /** Merged areas, in the sheet's own addresses. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly visibility?: Sheet["visibility"];
  readonly tables?: Sheet["tables"];
}

const place = (address: string): { row: number; column: number } => {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (match === null) throw new Error(`no address: ${address}`);
  return { row: Number(match[2]), column: columnNumber(match[1] as string) };
};

export function areaOf(address: string): Area {
  const [from, to] = address.split(":") as [string, string];
  const [first, last] = [place(from), place(to)];
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

function cellOf(literal: Literal, column: number): Cell | null {
  if (literal === null || literal === undefined) return null;
  const full: CellLiteral = typeof literal === "object" ? literal : { value: literal };
  return {
    column,
    value: full.value,
    formula: full.formula ?? null,
    format: full.format ?? null,
    struck: full.struck ?? false,
  };
}

export function sheet(name: string, rows: readonly (readonly Literal[])[], look: SheetLook = {}): Sheet {
  const first = place(look.at ?? "A1");
  return {
    name,
    visibility: look.visibility ?? "visible",
    rows: rows.flatMap((literals, index) => {
      const cells = literals.map((literal, at) => cellOf(literal, first.column + at)).filter((cell) => cell !== null);
      const row = first.row + index;
      return cells.length === 0 ? [] : [{ index: row, hidden: look.hiddenRows?.includes(row) === true, cells }];
    }),
    merges: (look.merges ?? []).map(areaOf),
    hiddenColumns: [],
    tables: look.tables ?? [],
  };
}

export const workbook = (...sheets: Sheet[]): Workbook => ({ date1904: false, sheets, settings: {} });

/** =formula with its calculated value. */
export const f = (formula: string, value: CellValue): CellLiteral => ({ value, formula });
