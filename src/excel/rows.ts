import { SheetProtected } from "./errors";

/**
 * Puts an empty row before a row; it is dressed as the one above. Two syncs.
 * @throws SheetProtected
 */
export async function insertRow(context: Excel.RequestContext, sheet: string, row: number): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const protection = worksheet.protection.load("protected");
  await context.sync();
  if (protection.protected) throw new SheetProtected(sheet);
  worksheet.getRange(`${row}:${row}`).insert("Down");
  await context.sync();
}

/** Takes the row out again, and what was written into it. One sync. */
export async function deleteRow(context: Excel.RequestContext, sheet: string, row: number): Promise<void> {
  context.workbook.worksheets.getItem(sheet).getRange(`${row}:${row}`).delete("Up");
  await context.sync();
}
