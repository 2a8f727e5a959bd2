/** Hears of a person's edits. What this add-in writes itself, and what others write in a shared workbook, is no edit. */

export interface Edit {
  readonly sheetId: string;
  /** "B2", "A1:C9" …; null when rows, columns or cells were inserted, deleted or moved. */
  readonly address: string | null;
}

/**
 * Starts listening to all sheets. One sync.
 * @returns stops listening
 */
export async function watch(context: Excel.RequestContext, edited: (edit: Edit) => void): Promise<() => Promise<void>> {
  const handler = context.workbook.worksheets.onChanged.add(async (event) => {
    if (event.source !== "Local" || event.triggerSource === "ThisLocalAddin") return;
    edited({ sheetId: event.worksheetId, address: event.changeType === "RangeEdited" ? event.address : null });
  });
  await context.sync();
  return async () => {
    await Excel.run(handler.context, async (listening) => {
      handler.remove();
      await listening.sync();
    });
  };
}
