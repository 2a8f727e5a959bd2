/** Lists of estimates: number, issuer, day, item, amounts without and with tax. */
import { floor } from "../../money/fraction";
import type { FieldColumn } from "../columns/field-column";
import type { EstimateReading } from "../reading";
import type { Field } from "../field";
import { entriesOf } from "./entries";
import type { Table } from "../tables/table";
import { dateOf, evidenceNoOf, moneyOf } from "./values";

/** An amount whose header says nothing of tax is taken as `unlabelled` says. */
export function readEstimates(
  table: Table,
  columns: readonly FieldColumn[],
  context: { readonly scale: number; readonly date1904: boolean; readonly unlabelled: "exclusive" | "inclusive" },
): EstimateReading[] {
  const readings: EstimateReading[] = [];
  const numbered = columns.some((column) => column.field === "evidenceNo");
  for (const entry of entriesOf(table, columns)) {
    const no = evidenceNoOf(entry.carried(numbered ? "evidenceNo" : "no"));
    if (no === null) continue;
    const yen = (field: Field): number | null => {
      const column = columns.find((candidate) => candidate.field === field);
      const exact = moneyOf(entry.cell(field), column?.scale ?? context.scale)?.yen ?? null;
      return exact === null ? null : floor(exact);
    };
    const plain = yen("amount");
    const place = entry.at.issueDate ?? { sheet: table.grid.name, row: entry.row, column: table.left };
    const [exclusive, inclusive] = [yen("amountExclusive"), yen("amountInclusive")];
    const silentIs =
      exclusive === null && inclusive === null ? context.unlabelled : exclusive === null ? "exclusive" : "inclusive";
    const issuer = entry.text("issuer");
    const item = entry.text("description");
    if (issuer === null && item === null && exclusive === null && inclusive === null && plain === null) continue;
    readings.push({
      sheet: table.grid.name,
      row: entry.row,
      no,
      issuer,
      item,
      issueDate: dateOf(entry.carried("issueDate"), place, context.date1904)?.day ?? null,
      exclusive: exclusive ?? (silentIs === "exclusive" ? plain : null),
      inclusive: inclusive ?? (silentIs === "inclusive" ? plain : null),
      at: entry.at,
    });
  }
  return readings;
}
