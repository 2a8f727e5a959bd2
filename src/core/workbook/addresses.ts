/** Cells, areas and sheets as formulas and defined names write them. */
import { cellName, columnName, type Area } from "./workbook";

/** (7, 6) → "$F$7" */
export const absoluteCell = (row: number, column: number): string => `$${columnName(column)}$${row}`;

/** "$A$1:$G$80" */
export const absoluteArea = ({ top, left, bottom, right }: Area): string =>
  `${absoluteCell(top, left)}:${absoluteCell(bottom, right)}`;

/** "$4:$5" */
export const absoluteRows = ({ top, bottom }: Pick<Area, "top" | "bottom">): string => `$${top}:$${bottom}`;

/** "A1:G80"; of one cell "A1". */
export const areaName = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** "'予算明細'!J5" */
export const inSheet = (sheet: string, address: string): string => `${quotedSheet(sheet)}!${address}`;
