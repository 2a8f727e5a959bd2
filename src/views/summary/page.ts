/** A sheet being laid out from top to bottom. Formulas may speak of cells that are placed later: they are written last. */
import { absoluteCell } from "../../core/workbook/addresses";
import { cellName, type Area, type CellRef } from "../../core/workbook/workbook";
import type { ModelCell, StyleRole } from "./model";
import { breaksOf } from "./paging";

export const YEN = "#,##0;-#,##0";
export const PERCENT = "0.0%";
export const HOURS = "#,##0.##";

/** A figure as a formula, with what it comes to. */
export interface Figure {
  readonly formula: () => string;
  readonly value: number;
}

interface Draft extends Omit<ModelCell, "formula"> {
  readonly formula: (() => string) | null;
}

export interface Put {
  readonly style: StyleRole;
  readonly format?: string;
  readonly link?: CellRef | null;
  /** Last column, when the cell spans several. */
  readonly to?: number;
}

/** A label and the first and last column that it stands over. */
type ColumnHead = readonly [label: string, column: number, to?: number];

/** Width of the text of one cell in characters of the default font: Japanese characters are two. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2), 0);

/** Cells between two pauses. */
const A_TURN = 5_000;

/** Points: a line of text at 10 points, and what surrounds it. */
const LINE_HEIGHT = 14;
const PADDING = 4;

export class Page {
  /** The next row to be written. */
  row = 1;
  readonly merges: Area[] = [];
  private readonly drafts: Draft[] = [];
  private readonly heights = new Map<number, number>();
  /** Rows that are nothing without the row below them. */
  private readonly kept = new Set<number>();
  private columns: readonly ColumnHead[] = [];
  /** The row that the printed page of the row being written begins with. */
  private pageFirst = 1;

  /** @param widths of the columns from A on, in characters */
  constructor(readonly widths: readonly number[]) {}

  /** Text, or a figure that is typed. */
  put(column: number, value: string | number, options: Put): void {
    this.add(column, value, null, options);
  }

  /**
   * A figure by its formula. Where the formula comes to something else than the report says, the report's figure is
   * typed instead: the sheet never shows another figure than the check.
   */
  figure(column: number, figure: Figure | null, expected: number, options: Put): void {
    const formula = figure?.value === expected ? figure.formula : null;
    this.add(column, expected, formula, { format: YEN, ...options });
  }

  /** A text that a formula gives. */
  says(column: number, formula: () => string, now: string, options: Put): void {
    this.add(column, now, formula, options);
  }

  /** Text over several columns that may need several lines. */
  paragraph(column: number, text: string, options: Put): void {
    this.put(column, text, options);
    this.makeRoom(text, column, options.to ?? column);
  }

  /** "$F$12": the cell of this column in the row being written. */
  here(column: number): string {
    return absoluteCell(this.row, column);
  }

  next(rows = 1): void {
    this.row += rows;
  }

  heading(text: string): void {
    this.put(1, text, { style: "heading", to: this.widths.length });
    this.makeTall(this.row, 22);
    this.keep();
    this.next();
  }

  /** The row being written belongs on the page of the one below it. */
  keep(): void {
    this.kept.add(this.row);
  }

  header(labels: readonly ColumnHead[]): void {
    this.columns = labels;
    for (const [label, column, to] of labels) this.put(column, label, { style: "header", to: to ?? column });
    const lines = labels.map(([label, column, to]) => this.lines(label, column, to ?? column));
    this.makeTall(this.row, Math.max(...lines) * LINE_HEIGHT + PADDING);
    this.keep();
    this.next();
  }

  /** A row of the table that was headed last. On a new page it stands below that header again. */
  tableRow(write: () => void): void {
    const [row, drafts, merges] = [this.row, this.drafts.length, this.merges.length];
    write();
    const breaks = breaksOf({ kept: this.kept, heights: this.heights, first: this.pageFirst, last: row });
    this.pageFirst = breaks.at(-1) ?? this.pageFirst;
    if (this.pageFirst === row) {
      [this.drafts.length, this.merges.length] = [drafts, merges];
      this.heights.delete(row);
      this.header(this.columns);
      write();
    }
    this.next();
  }

  makeTall(row: number, height: number): void {
    this.heights.set(row, Math.max(height, this.heights.get(row) ?? 0));
  }

  /** From a row to the one above the row being written: a table and what is drawn beside it. */
  keepTogether(from: number): void {
    for (let row = from; row < this.row - 1; row += 1) this.kept.add(row);
  }

  /** Rows that printed pages begin with, up to a row from where on the paper decides. */
  breaks(last: number): number[] {
    return breaksOf({ kept: this.kept, heights: this.heights, first: 1, last });
  }

  /** Pauses now and then. */
  *finish(): Generator<void, { cells: ModelCell[]; area: Area; rowHeights: { row: number; height: number }[] }> {
    const cells: ModelCell[] = [];
    for (const { row, column, value, formula, style, format, link } of this.drafts) {
      cells.push({ row, column, value, formula: formula?.() ?? null, style, format, link });
      if (cells.length % A_TURN === 0) yield;
    }
    // Rows were written from top to bottom, so that little is left to sort.
    cells.sort((a, b) => a.row - b.row || a.column - b.column);
    const bottom = cells.at(-1)?.row ?? 1;
    return {
      cells,
      area: { top: 1, left: 1, bottom, right: this.widths.length },
      rowHeights: [...this.heights].map(([row, height]) => ({ row, height })).sort((a, b) => a.row - b.row),
    };
  }

  private add(column: number, value: string | number, formula: (() => string) | null, options: Put): void {
    const { style, format = null, link = null, to = column } = options;
    this.drafts.push({ row: this.row, column, value, formula, style, format, link });
    if (to === column) return;
    // A merged cell is dressed in all its parts, or its frame would have gaps.
    for (let part = column + 1; part <= to; part += 1)
      this.drafts.push({ row: this.row, column: part, value: "", formula: null, style, format: null, link: null });
    this.merges.push({ top: this.row, left: column, bottom: this.row, right: to });
  }

  private makeRoom(text: string, column: number, to: number): void {
    const lines = this.lines(text, column, to);
    if (lines > 1) this.makeTall(this.row, Math.min(lines * LINE_HEIGHT + PADDING, 400));
  }

  private lines(text: string, column: number, to: number): number {
    // Texts are set at 10 points, the width counts characters of 11; Japanese breaks early rather than late.
    const room = Math.max(4, this.widths.slice(column - 1, to).reduce((sum, width) => sum + width, 0) - 1);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  }
}

export const relative = (row: number, column: number): string => cellName(row, column);

/** A text inside a formula. */
export const literal = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** Characters of a text inside a formula, and of a criterion; Excel refuses more. */
const MOST_IN_FORMULA = 255;

/** The sum where another column holds a text, letter by letter, whatever signs it has; long texts by how they begin. */
export function sumWhere(sums: string, texts: string, text: string): string {
  const criterion = `=${text.replace(/[~*?]/g, "~$&")}`;
  if (criterion.length <= MOST_IN_FORMULA) return `SUMIFS(${sums},${texts},${literal(criterion)})`;
  return `SUMPRODUCT(--(LEFT(${texts},${MOST_IN_FORMULA})=${literal(text.slice(0, MOST_IN_FORMULA))}),${sums})`;
}
