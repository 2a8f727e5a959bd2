/** Where sheets tell a sum: as one figure, or as few figures below each other that come to it (補助金, 自己資金). */
import { toNumber } from "../../money/fraction";
import { readAmount } from "../../text/amount";
import type { Cell } from "../../workbook/workbook";
import type { Page, Part } from "../tables/part";

export interface FigureTold {
  readonly page: Page;
  /** The rows it stands in. */
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/** Money comes from few sources; more figures that come to a sum are a list of their own. */
const MOST_SOURCES = 4;
const LONGEST_FIGURE = 16;

export class FiguresTold {
  private readonly byYen = new Map<number, FigureTold[]>();

  constructor(pages: readonly Page[]) {
    for (const page of pages) this.addAll(page);
  }

  /** @returns where a sum is told in yen or 千円, outside of the headers, lines and sums of some tables */
  of(yen: number, outside: readonly Part[]): readonly FigureTold[] {
    const sum = Math.round(yen);
    const told = [sum, ...(sum % 1000 === 0 ? [sum / 1000] : [])].flatMap((figure) => this.byYen.get(figure) ?? []);
    return told.filter((figure) => !outside.some((part) => isWithin(figure, part)));
  }

  private addAll(page: Page): void {
    /** Figures below each other, by column. */
    const runs = new Map<number, { top: number; bottom: number; yen: number; of: number }>();
    const end = (column: number): void => {
      const run = runs.get(column);
      runs.delete(column);
      if (run !== undefined && run.of > 1 && run.of <= MOST_SOURCES) this.add(run.yen, { page, column, ...run });
    };
    for (const { index, cells } of page.grid.sheet.rows) {
      for (const [column, { bottom }] of runs) if (bottom < index - 1) end(column);
      for (const cell of cells) {
        const yen = figureIn(cell);
        if (yen === null) continue;
        const { column } = cell;
        this.add(yen, { page, top: index, bottom: index, column });
        const run = runs.get(column) ?? { top: index, yen: 0, of: 0 };
        runs.set(column, { top: run.top, bottom: index, yen: run.yen + yen, of: run.of + 1 });
      }
    }
    for (const column of [...runs.keys()]) end(column);
  }

  private add(yen: number, { page, top, bottom, column }: FigureTold): void {
    const figure = { page, top, bottom, column };
    const known = this.byYen.get(yen);
    if (known === undefined) this.byYen.set(yen, [figure]);
    else known.push(figure);
  }
}

/** What may be told below its lines and sums is outside. */
const isWithin = ({ page, top, column }: FigureTold, { table, rows }: Part): boolean =>
  page.grid === table.grid &&
  top >= table.headerTop &&
  top <= (rows?.lastRow ?? table.lastRow) &&
  column >= table.left &&
  column <= table.right;

function figureIn({ value }: Cell): number | null {
  if (typeof value === "number") return Math.round(value);
  if (typeof value !== "string" || value.length > LONGEST_FIGURE || !/[0-9０-９]/.test(value)) return null;
  const read = readAmount(value);
  return read === null ? null : Math.round(toNumber(read.value));
}
