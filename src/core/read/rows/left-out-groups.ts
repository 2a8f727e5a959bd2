/** Groups whose own sum says that they are left out: 現有設備 計 | 133,500,000 | 申請対象外, over the rows it adds up. */
import type { Row } from "../../workbook/workbook";
import { toNumber } from "../../money/fraction";
import { near } from "../sums/yen";
import { markOf } from "../words/marks";
import type { LeftOut } from "./left-out";
import type { TableRows } from "./table-rows";

const FEWEST_ROWS = 2;

/** null where no sum says so, or all rows would be left out. What is said of a right sum is beyond question. */
export function leftOutBySums(rows: TableRows): LeftOut | null {
  const { table, grid } = rows.fields;
  const out = new Set<number>();
  const sums = new Set<number>();
  const priced: Priced[] = [];
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow)) {
    const yen = yenIn(row, rows);
    if (yen === null) continue;
    const group = isLeftOut(row) && isSum(row, rows) ? groupOf(yen, priced) : [];
    for (const one of group) out.add(one.row);
    if (group.length > 0) sums.add(row.index);
    priced.push({ row: row.index, yen });
  }
  if (sums.size === 0 || priced.every(({ row }) => out.has(row) || sums.has(row))) return null;
  return { by: "marks", how: "asked", rows: new Set([...out, ...sums]), sums };
}

interface Priced {
  readonly row: number;
  readonly yen: number;
}

const isLeftOut = ({ cells }: Row): boolean =>
  cells.some((cell) => {
    const mark = markOf(cell);
    return mark !== null && !mark.counts && mark.isPlain;
  });

const isSum = ({ cells }: Row, { senses }: TableRows): boolean =>
  cells.some(({ value }) => {
    if (typeof value !== "string") return false;
    const { isTotal, endsInTotal, endsInKei } = senses.of(value);
    return isTotal || endsInTotal || endsInKei;
  });

/** The rows right above that come to a sum. */
function groupOf(sum: number, above: readonly Priced[]): readonly Priced[] {
  let rest = sum;
  for (let at = above.length - 1; at >= 0; at--) {
    rest -= (above[at] as Priced).yen;
    if (near(rest, 0)) return above.length - at < FEWEST_ROWS ? [] : above.slice(at);
  }
  return [];
}

function yenIn(row: Row, { fields }: TableRows): number | null {
  for (const slot of fields.amounts) {
    const yen = fields.moneyIn(row, slot, 1)?.yen;
    if (yen != null) return toNumber(yen);
  }
  return null;
}
