/**
 * A budget workbook to be filled in, as plain data: what `kenzan template` writes as .xlsx and what the pane puts into
 * the open workbook. Rows and columns count from 1.
 */
import type { Area } from "../core/workbook/workbook";

/** What a cell is for; the writer gives each role one look. */
export type Role =
  | "title"
  | "note"
  | "heading"
  | "label"
  | "header"
  | "input"
  | "inputNumber" // hours, quantities: may have decimals
  | "inputYen"
  | "inputDate"
  | "inputText" // kept as text: "2/3" must not turn into a date
  | "fixed"
  | "computed"
  | "computedNumber"
  | "totalLabel"
  | "totalNumber"
  | "result";

export interface TemplateCell {
  readonly row: number;
  readonly column: number;
  /** Typed, or what `formula` gives while nothing is filled in; null for a cell that waits to be filled. */
  readonly value: string | number | null;
  /** Without the leading "="; only functions that Excel 2010 and LibreOffice share. */
  readonly formula: string | null;
  readonly role: Role;
}

/** What may be typed, and what is said when the cell is selected. */
export interface InputCheck {
  readonly area: Area;
  readonly allow:
    | { readonly kind: "list"; readonly options: readonly string[] }
    | { readonly kind: "decimal" | "whole"; readonly least: number }
    | { readonly kind: "date"; readonly from: string; readonly to: string }
    | { readonly kind: "any" };
  /** Shown beside the selected cell; names the clause. At most 255 characters. */
  readonly prompt: string;
}

export interface TemplateSheet {
  readonly name: string;
  /** By row, then column. */
  readonly cells: readonly TemplateCell[];
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  readonly checks: readonly InputCheck[];
  /** Rows that stay in view above the entries, and that every printed page repeats; null when there is no long table. */
  readonly headerRow: number | null;
  readonly orientation: "portrait" | "landscape";
  /** What is printed. */
  readonly area: Area;
}

export interface TemplateBook {
  readonly sheets: readonly TemplateSheet[];
}
