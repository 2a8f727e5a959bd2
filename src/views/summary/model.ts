/**
 * The summary sheet as plain data. Excel (through office.js) and the .xlsx writer both draw this one model, so the two
 * never differ. Rows and columns count from 1.
 */
import type { Area, CellRef } from "../../core/workbook/workbook";

/** What a cell is for; `looks` in `style.ts` says how each role is drawn. */
export type StyleRole =
  | "plain"
  | "title"
  | "subtitle"
  | "verdictGood"
  | "verdictBad"
  | "verdictOpen"
  | "heading" // a section's title
  | "header" // a table's column header
  | "headerNumber"
  | "text"
  | "textWrap"
  | "number"
  | "total" // label of a sum
  | "totalNumber"
  | "result" // the figure to apply for
  | "error"
  | "warning"
  | "info"
  | "link"
  | "note"
  // letters
  | "letter"
  | "letterBold"
  | "letterRight"
  | "letterCenter"
  | "letterTitle"
  | "cellCenter"
  | "answer"; // for the applicant to fill in

export interface ModelCell {
  readonly row: number;
  readonly column: number;
  /** What the cell shows: typed, or the cached result of `formula`. */
  readonly value: string | number;
  /** Without the leading "="; null when the value is typed. Only functions that Excel 2010 and LibreOffice share. */
  readonly formula: string | null;
  readonly style: StyleRole;
  /** Number format code, null = General. */
  readonly format: string | null;
  /** A click on the cell goes there. */
  readonly link: CellRef | null;
}

/** Series and categories of the one chart: a bar for each category. */
export interface ModelChart {
  readonly title: string;
  /** One column of labels, and the figures beside it. */
  readonly categories: Area;
  readonly values: Area;
  /** Name of the series: the cell that holds it. */
  readonly seriesName: { readonly row: number; readonly column: number };
  /** The cells that it covers. */
  readonly place: Area;
}

export interface ModelTable {
  /** Unique in the workbook: "KenzanLines". */
  readonly name: string;
  /** Header row included. */
  readonly area: Area;
  /** With the arrows by which its rows are filtered and sorted. */
  readonly filter?: true;
}

export interface PrintSetup {
  readonly paper: "A4" | "A3";
  readonly orientation: "portrait" | "landscape";
  /** Fitted to this many pages wide; as many long as needed. */
  readonly pagesWide: 1;
  readonly area: Area;
  /** Rows that stand on top of every printed page. */
  readonly repeat?: { readonly top: number; readonly bottom: number };
  /** Rows that a page begins with, so that no heading is left alone at the foot of the one before. */
  readonly breaks?: readonly number[];
  /** At the foot, beside the number of the page; at the head stand the file's name and the day of printing. */
  readonly foot?: string;
  /** Nothing at the head: what is sent to somebody. */
  readonly headless?: true;
  /** Inches. */
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export interface SheetModel {
  /** 検算結果; the writer picks another name only where a sheet of that name is not Kenzan's. */
  readonly name: string;
  /** By row, then column. Cells absent are empty. */
  readonly cells: readonly ModelCell[];
  /** Everything that is written lies inside; A1 is its top left. */
  readonly area: Area;
  readonly merges: readonly Area[];
  /** Widths in characters of the default font. */
  readonly columns: readonly { readonly column: number; readonly width: number }[];
  /** Heights in points, where the text needs more than one line. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly chart: ModelChart | null;
  readonly table: ModelTable | null;
  readonly print: PrintSetup;
  /** Rows and columns that stay in view; absent: none. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Columns that are there and not shown. */
  readonly hidden?: readonly number[];
}

/**
 * The defined name by which Kenzan knows its sheet again, whatever it is called by then: it refers to everything that
 * was written (`'検算結果'!$A$1:$N$80`).
 */
export const SUMMARY_NAME = "Kenzan.Summary";
