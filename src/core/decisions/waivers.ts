/** Which waiver, if any, a person recorded for a finding. */
import type { Waiver } from "./decision";
import { cellName, type CellRef } from "../workbook/workbook";

/** A waiver without a cell holds for its sheet, one without a sheet for the workbook. */
export const waiverFor = (
  waivers: readonly Waiver[],
  rule: string,
  sheet: string | null,
  cell: string | null,
): Waiver | undefined =>
  waivers.find(
    (waiver) =>
      waiver.rule === rule &&
      (waiver.sheet === null || waiver.sheet === sheet) &&
      (waiver.cell === null || waiver.cell === cell),
  );

export const waiverOn = (
  waivers: readonly Waiver[],
  rule: string,
  at: CellRef | null | undefined,
): Waiver | undefined => waiverFor(waivers, rule, at?.sheet ?? null, at == null ? null : cellName(at.row, at.column));
