/**
 * Adds the sheets of a workbook, given as the bytes of an .xlsx file, after those of the open one. Excel gives a sheet
 * another name where its own is taken. Two syncs.
 * @returns the names of the new sheets
 */
export async function insertSheets(context: Excel.RequestContext, bytes: Uint8Array): Promise<readonly string[]> {
  const ids = context.workbook.insertWorksheetsFromBase64(base64(bytes), { positionType: "End" });
  await context.sync();
  const sheets = ids.value.map((id) => context.workbook.worksheets.getItem(id).load("name"));
  sheets[0]?.activate();
  await context.sync();
  return sheets.map(({ name }) => name);
}

/** Takes sheets away; what is gone already is as wanted. Two syncs. */
export async function deleteSheets(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  await context.sync();
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

function base64(bytes: Uint8Array): string {
  let characters = "";
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters);
}
