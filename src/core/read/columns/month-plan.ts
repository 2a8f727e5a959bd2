/** Who works how many hours in each month, at what rate, and what that comes to: plans that their own figures prove. */
import { toNumber } from "../../money/fraction";
import { cellIn, type Row } from "../../workbook/workbook";
import { quantityOf } from "../records/values";
import type { HeaderColumn, Table } from "../tables/table";

interface MonthPlan {
  /** Of what the months come to; null where it has no column. */
  readonly hours: HeaderColumn | null;
}

/** The figures of one row: the months' sum, and those of every other column. */
interface Planned {
  readonly sum: number;
  readonly others: readonly (number | null)[];
}

/** No more yen are lost than by rounding. */
const A_YEN = 1;

/** Null where no column times the months' sum is another one in most of the rows. */
export function monthPlanOf(table: Table): MonthPlan | null {
  const months = table.columns.filter(({ meaning }) => meaning?.month === true);
  const others = table.columns.filter(({ meaning }) => meaning?.month !== true);
  if (months.length < 2) return null;
  const rows = [...table.grid.rowsBetween(table.firstRow, table.lastRow)].flatMap((row): Planned[] => {
    const ofMonths = months.flatMap(({ column }) => figureAt(row, column) ?? []);
    const sum = ofMonths.reduce((total, hours) => total + hours, 0);
    return sum === 0 ? [] : [{ sum, others: others.map(({ column }) => figureAt(row, column)) }];
  });
  /** Of the rows that have figures there: those of a sum have no rate. */
  const holds = (at: readonly number[], isRight: (sum: number, ...figures: number[]) => boolean): boolean => {
    const filled = rows.flatMap(({ sum, others }) => {
      const figures = at.flatMap((one) => others[one] ?? []);
      return figures.length === at.length ? [isRight(sum, ...figures)] : [];
    });
    return 2 * filled.filter((right) => right).length > filled.length;
  };
  const places = [...others.keys()];
  const makes = (sum: number, price = 0, yen = 0): boolean => price > 1 && Math.abs(sum * price - yen) < A_YEN;
  for (const rate of places)
    for (const amount of places)
      if (rate !== amount && holds([rate, amount], makes)) {
        const rest = places.filter((at) => at !== rate && at !== amount);
        const hours = rest.find((at) => holds([at], (sum, figure) => figure === sum));
        return { hours: hours === undefined ? null : (others[hours] ?? null) };
      }
  return null;
}

function figureAt(row: Row, column: number): number | null {
  const read = quantityOf(cellIn(row, column));
  return read === null ? null : toNumber(read.value);
}
