/** Columns of what several firms ask for the same items, of which one is paid: A社 | B社 | 採用額. */
import { compare, type Fraction } from "../../money/fraction";
import { cellIn, type Row } from "../../workbook/workbook";
import { moneyOf } from "../records/values";
import type { Table } from "../tables/table";
import { bidderIn } from "../words/firms";
import { hasFigures, sampleOf } from "./amount-values";

export interface Bidder {
  readonly column: number;
  readonly name: string;
}

/** Two firms at least, each with a column of figures; else none. */
export function biddersOf(table: Table): readonly Bidder[] {
  const sample = sampleOf(table);
  const found = table.columns.flatMap((header): Bidder[] => {
    const name = hasFigures(sample, header) ? bidderIn(header.text) : null;
    return name === null ? [] : [{ column: header.column, name }];
  });
  return new Set(found.map(({ name }) => name)).size >= 2 ? found : [];
}

/**
 * Who is paid for a row: the firm in whose column its amount stands, or the only one that asks as much.
 * @param column where its amount stands
 * @param scale yen per figure
 */
export function bidderOf(
  bidders: readonly Bidder[],
  row: Row,
  column: number,
  amount: Fraction | null,
  scale: number,
): string | null {
  if (bidders.length === 0 || amount === null) return null;
  const own = bidders.find((bidder) => bidder.column === column);
  if (own !== undefined) return own.name;
  const asking = bidders.filter((bidder) => {
    const yen = moneyOf(cellIn(row, bidder.column), scale)?.yen ?? null;
    return yen !== null && compare(yen, amount) === 0;
  });
  return asking.length === 1 ? (asking[0]?.name ?? null) : null;
}
