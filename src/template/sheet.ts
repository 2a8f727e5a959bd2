/** Collects the cells of one sheet while it is laid out. */
import { absoluteCell } from "../core/workbook/addresses";

import type { InputCheck, Role, TemplateCell, TemplateSheet } from "./model";

export class SheetBuilder {
  private readonly cells: TemplateCell[] = [];
  private readonly checks: InputCheck[] = [];

  constructor(private readonly name: string) {}

  put(row: number, column: number, role: Role, value: string | number | null = null): this {
    this.cells.push({ row, column, value, formula: null, role });
    return this;
  }

  /** @param shown what the formula gives while nothing is filled in */
  compute(row: number, column: number, role: Role, formula: string, shown: string | number): this {
    this.cells.push({ row, column, value: shown, formula, role });
    return this;
  }

  check(top: number, bottom: number, column: number, allow: InputCheck["allow"], prompt: string): this {
    this.checks.push({ area: { top, bottom, left: column, right: column }, allow, prompt });
    return this;
  }

  /** Notes under a table, one a row. */
  notes(row: number, texts: readonly string[]): this {
    texts.forEach((text, index) => this.put(row + index, 1, "note", `※${text}`));
    return this;
  }

  /** A cell of this sheet as other sheets refer to it: "予算明細!$I$47". */
  address(row: number, column: number): string {
    return `${this.name}!${absoluteCell(row, column)}`;
  }

  build(layout: Pick<TemplateSheet, "widths" | "headerRow" | "orientation">): TemplateSheet {
    const cells = this.cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
    return {
      name: this.name,
      cells,
      checks: this.checks,
      area: { top: 1, left: 1, bottom: Math.max(...cells.map(({ row }) => row)), right: layout.widths.length },
      ...layout,
    };
  }
}
