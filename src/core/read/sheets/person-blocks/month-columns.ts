/** The table of one row a person and month. */
import type { Row } from "../../../workbook/workbook";
import type { Block } from "./block";
import { standsUnder } from "./cells";
import { drawnColumn, nameColumn, type DrawnColumn } from "./drawn-column";
import { headOf } from "./months";

interface MonthOf {
  readonly block: Block;
  readonly row: Row;
}

/** The months in which anyone worked or was paid. */
export const workedMonths = (blocks: readonly Block[]): MonthOf[] =>
  blocks.flatMap((block) => block.table.months.filter((row) => isWorked(block, row)).map((row) => ({ block, row })));

const isWorked = ({ hours, pay }: Block, row: Row): boolean =>
  [hours, pay].some((head) => standsUnder(row, head) !== null);

export function monthColumns(blocks: readonly Block[]): DrawnColumn<MonthOf>[] {
  const [first] = blocks as [Block];
  const { table, hours } = first;
  const columns: DrawnColumn<MonthOf>[] = [
    nameColumn(first, ({ block }) => block),
    drawnColumn("month", "月", headOf(table, table.corner), ({ block, row }) => standsUnder(row, block.table.corner)),
    drawnColumn("hours", "従事時間", headOf(table, hours), ({ block, row }) => standsUnder(row, block.hours)),
  ];
  const paid = blocks.find(({ pay }) => pay !== null);
  if (paid?.pay != null) {
    const head = headOf(paid.table, paid.pay);
    columns.push(drawnColumn("payPaid", "実支給額", head, ({ block, row }) => standsUnder(row, block.pay)));
  }
  return columns;
}
