/** Columns of what several firms ask for the same items, of which one is paid: A社 | B社 | 採用額. */
import { compare, type Fraction } from "../../money/fraction";
import { cellIn, type Row } from "../../workbook/workbook";
import { moneyOf } from "../records/values";
import type { HeaderColumn, Table } from "../tables/table";
import { bidderIn } from "../words/firms";
import { hasFigures, sampleOf } from "./amount-values";

export interface Bidder {
  readonly column: number;
  readonly name: string;
}

/** Two firms at least, each with a column of figures; else none. */
export function biddersOf(table: Table): readonly Bidder[] {
  const named = table.columns.flatMap((header): { header: HeaderColumn; name: string }[] => {
    const name = bidderIn(header.text);
    return name === null ? [] : [{ header, name }];
  });
  // Most tables name no firms above their columns, and need not be sampled for it.
  if (named.length < 2) return [];
  const sample = sampleOf(table);
  const found = named.filter(({ header }) => hasFigures(sample, header));
  const names = new Set(found.map(({ name }) => name));
  return names.size >= 2 ? found.map(({ header: { column }, name }) => ({ column, name })) : [];
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
