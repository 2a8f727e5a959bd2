/** Sheets that are drawn in another way than a table from top to bottom, drawn anew so that they can be read as one. */
import { redrawnTwice, type Redrawn } from "../../workbook/redrawn";
import type { Sheet } from "../../workbook/workbook";
import type { Tax } from "../words/headers";
import { takeAdoptedBids } from "./adopted-bids";
import { settleCellAmounts } from "./cell-amounts";
import { joinDigits } from "./digit-cells";
import { splitLines } from "./lines-in-cells";
import { joinDays } from "./date-cells";
import { Texts } from "./holds";
import { sinkHeader } from "./lines-above";
import { dropOldAmounts } from "./old-amounts";
import { turnMonths } from "./months-down";
import { turnItems } from "./turned";
import { fillRevisions } from "./revised-amounts";
import { joinUnits } from "./split-units";
import { joinCalculations } from "./spelled-calculations";
import { drawStrayedAmounts } from "./strayed-amounts";
import { tuckSums } from "./sums-aside";
import { settleTaxRows } from "./tax-rows";
import { dropTranslations } from "./translations";
import { foldRecords } from "./two-row-records";
import { partWordedSums } from "./worded-sums";
import { drawWrittenLines } from "./written-lines";

export interface Asked {
  /** Of two amounts in one cell. */
  readonly wanted: Tax;
  /** Other sheets are filled in on the same form. */
  readonly isForm: boolean;
  /** What the sheet holds, asked before its rows are looked at. */
  readonly texts: Texts;
}

/** Each looks at the first rows of a sheet and gives null where nothing there is drawn so. */
const PASSES: readonly ((sheet: Sheet, asked: Asked) => Redrawn | null)[] = [
  drawWrittenLines,
  sinkHeader,
  dropTranslations,
  settleCellAmounts,
  partWordedSums,
  settleTaxRows,
  takeAdoptedBids,
  joinDigits,
  joinUnits,
  joinDays,
  joinCalculations,
  splitLines,
  dropOldAmounts,
  fillRevisions,
  foldRecords,
  turnMonths,
  turnItems,
  tuckSums,
  drawStrayedAmounts,
];

const MOVES_COLUMNS = new Set<(typeof PASSES)[number]>([
  drawWrittenLines,
  takeAdoptedBids,
  joinCalculations,
  turnMonths,
  turnItems,
]);

/**
 * null where the sheet is read as it stands.
 * @param byColumns a person said what its columns hold: they speak of the columns before their eyes
 */
export function redraw(sheet: Sheet, byColumns: boolean, asked: Omit<Asked, "texts">): Redrawn | null {
  let drawn: Redrawn | null = null;
  let texts = new Texts(sheet);
  for (const pass of PASSES) {
    if (byColumns && MOVES_COLUMNS.has(pass)) continue;
    const next = pass(drawn?.sheet ?? sheet, { ...asked, texts });
    if (next === null) continue;
    drawn = drawn === null ? next : redrawnTwice(drawn, next);
    texts = new Texts(drawn.sheet);
  }
  return drawn;
}
