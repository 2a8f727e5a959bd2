/** Sentences that give colours a meaning (黄色＝申請する分): colours are not read, and that is to be said. */
import { isColourLegend } from "../read/words/legends";
import { oneLine } from "../text/fold";
import { cellName, type Workbook } from "../workbook/workbook";

interface ColourLegend {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly text: string;
}

/** Legends stand above a table or below it. */
const ROWS_CHECKED = 12;

/** The first of each visible sheet. */
export function colourLegends(workbook: Workbook): ColourLegend[] {
  return workbook.sheets.flatMap(({ name, visibility, rows }): ColourLegend[] => {
    if (visibility !== "visible") return [];
    for (const { index, cells } of [...rows.slice(0, ROWS_CHECKED), ...rows.slice(ROWS_CHECKED).slice(-ROWS_CHECKED)])
      for (const { column, value } of cells)
        if (typeof value === "string" && isColourLegend(value))
          return [{ sheet: name, cell: cellName(index, column), text: oneLine(value) }];
    return [];
  });
}
