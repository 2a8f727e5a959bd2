/** What the workbook tells elsewhere of its tables: their sums, and formulas that take their amounts. */
import { once, onceFor } from "../../text/recalled";
import { referencesOf, type Reference } from "../../workbook/references";
import type { BudgetLine, SetAsideReason } from "../reading";
import type { Page, Part } from "../tables/part";
import { FiguresTold, type FigureTold } from "./figures-told";
import type { Money } from "./table-view";

/** What is known beside the tables. */
export interface Known {
  readonly pages: readonly Page[];
  /** Σ of the labour tables, yen: a whole may be told with it. */
  readonly wages: number;
  /** How plainly a line says what is bought, -1 to 1. */
  readonly plainness: (line: BudgetLine) => number;
}

/** Lines of a table that are asked what they are. */
const MOST_ASKED = 20;

export class Surroundings {
  private readonly tables: readonly Money[];
  private readonly figures: FiguresTold;
  private readonly references: () => readonly ReferenceFrom[];
  private readonly wages: number;
  /** How plainly a table's lines say what is bought, -1 to 1. */
  readonly plainness: (part: Part) => number;

  /** @param tables that count so far */
  constructor(tables: readonly Money[], { pages, wages, plainness }: Known) {
    this.tables = tables;
    this.wages = wages;
    this.plainness = onceFor(({ rows }: Part) => {
      const lines = (rows?.lines ?? []).slice(0, MOST_ASKED);
      return lines.reduce((sum, { line }) => sum + plainness(line), 0) / Math.max(1, lines.length);
    });
    this.figures = new FiguresTold(pages.filter(tellsWhole));
    this.references = once(() => pages.flatMap(referencesFrom));
  }

  /**
   * Whether what some tables come to, with the labour tables or without, is told outside of them and of another one. A line
   * of a table that counts tells nothing: it is bought for as much.
   */
  tells(whole: readonly Money[], except: Money): boolean {
    return this.placesOf(whole, except).length > 0;
  }

  /** The whole is told without a table: on its sheet, or on one that holds none of the whole, as the end of a sheet sums that sheet. */
  tellsWithout(whole: readonly Money[], table: Money): boolean {
    const sheets = whole.map(({ part }) => part.table.grid);
    return this.placesOf(whole, table).some(
      ({ page: { grid } }) => grid === table.part.table.grid || !sheets.includes(grid),
    );
  }

  private placesOf(whole: readonly Money[], except: Money): readonly FigureTold[] {
    const sum = whole.reduce((all, { view }) => all + view.sum, 0);
    const sums = this.wages > 0 ? [sum, sum + this.wages] : [sum];
    // The sum of several tables may stand below the last of them, and be read as one of its totals.
    const apart = whole.length === 1 ? [except, ...whole] : [except].filter((table) => !whole.includes(table));
    const within = apart.map(({ part }) => part);
    return sum <= 0
      ? []
      : sums.flatMap((yen) =>
          this.figures.of(yen, within).filter((figure) => !this.tables.some(({ part }) => isAtLine(part, figure))),
        );
  }

  /** What two tables come to stands below each other or side by side outside of them: ハード 6,213,000, ソフト 3,000,000. */
  tellsBoth(one: Money, other: Money): boolean {
    const within = [one.part, other.part];
    const theirs = this.figures.of(other.view.sum, within);
    return this.figures
      .of(one.view.sum, within)
      .some((own) =>
        theirs.some(({ page, top, column }) => page === own.page && (top === own.top) !== (column === own.column)),
      );
  }

  /** Formulas outside of a table take its amounts. */
  refersTo({ part: { table, columns } }: Money): boolean {
    const amounts = columns.filter(({ field }) => field.startsWith("amount")).map(({ column }) => column);
    return this.references().some(
      ({ sheet, row, to }) =>
        (sheet !== table.grid.name || row < table.headerTop || row > table.lastRow) &&
        to.some(
          (area) =>
            (area.sheet ?? sheet) === table.grid.name &&
            amounts.some((column) => column >= area.left && column <= area.right) &&
            (area.top === null || (area.top >= table.firstRow && area.top <= table.lastRow + 1)),
        ),
    );
  }
}

/** Papers of a purchase, copies, examples and older versions tell what a part of the budget came to somewhere. */
const tellsWhole = ({ skipped, parts }: Page): boolean =>
  (skipped === null || skipped === "no-table") &&
  !parts.some(({ setAside }) => setAside !== null && OF_A_PART.includes(setAside));

const OF_A_PART: readonly SetAsideReason[] = ["estimate-form", "copy", "example", "hidden", "old-version"];

interface ReferenceFrom {
  readonly sheet: string;
  readonly row: number;
  readonly to: readonly Reference[];
}

const referencesFrom = ({ grid }: Page): ReferenceFrom[] =>
  grid.sheet.rows.flatMap(({ index, cells }) =>
    cells.flatMap(({ formula }) =>
      formula === null ? [] : [{ sheet: grid.name, row: index, to: referencesOf(formula).cells }],
    ),
  );

const isAtLine = ({ table, rows }: Part, { page, top, bottom }: FigureTold): boolean =>
  table.grid === page.grid && top === bottom && rows?.all.some(({ line }) => line.row === top) === true;
