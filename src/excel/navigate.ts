/** Shows a sheet and selects a cell in it; the whole sheet is shown when there is no cell. One sync. */
export async function select(context: Excel.RequestContext, name: string, cell: string | null): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.activate();
  if (cell !== null) sheet.getRange(cell).select();
  await context.sync();
}
