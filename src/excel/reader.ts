/** Reads the workbook: as a whole at first, and after a person's edits only what they changed. */
import type { Workbook } from "../core/workbook/workbook";
import { officeCode } from "./errors";
import { patchSnapshot } from "./patch";
import { readSnapshot, type Snapshot } from "./snapshot";
import type { Edit } from "./watch";

export class WorkbookReader {
  private snapshot: Snapshot | null = null;
  private edits: Edit[] = [];

  /** An edit that the next reading has to follow. */
  note(edit: Edit): void {
    this.edits.push(edit);
  }

  /**
   * One sync where nothing but noted edits happened since the last reading, else as `readSnapshot`. Without any edit
   * noted the whole workbook is read: what Excel does not tell of (formats, names of sheets) is seen then.
   */
  async read(
    context: Excel.RequestContext,
    progress: (share: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<Workbook> {
    const edits = this.edits;
    const before = this.snapshot;
    this.edits = [];
    this.snapshot = null; // if this reading fails, the next one starts afresh
    const patched = before === null || edits.length === 0 ? null : await patch(context, before, edits);
    const snapshot = patched ?? (await readSnapshot(context, progress, signal));
    this.snapshot = snapshot;
    return snapshot.workbook;
  }
}

async function patch(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  edits: readonly Edit[],
): Promise<Snapshot | null> {
  try {
    return await patchSnapshot(context, snapshot, edits);
  } catch (error) {
    if (officeCode(error) === "InvalidOperationInCellEditMode") throw error;
    return null; // a sheet is gone, or the answer was too long: the whole workbook will tell
  }
}
