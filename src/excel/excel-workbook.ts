/** The open workbook, for a shell: everything that Kenzan does in Excel, each with its refusals under our names. */
import type { Saved } from "../core/decisions/saved";
import { marksOf } from "../views/marks/marks";
import type { Finding } from "../core/judge/finding";
import type { ReportShown } from "../core/report/shown";
import type { CellValue, Workbook } from "../core/workbook/workbook";
import type { SheetModel } from "../views/summary/model";
import { clearComments, comment, type CellNote } from "./comments";
import { loadDecisions, saveDecisions, type Loaded } from "./decisions";
import { inExcel } from "./errors";
import { applyFix, takeBack, type CellWrite } from "./fix";
import { InTurn } from "./in-turn";
import { clearMarks, mark, type MarkingResult } from "./marks";
import { select } from "./navigate";
import { deleteRow, insertRow } from "./rows";
import { WorkbookReader } from "./reader";
import { writeSummary } from "./summary";
import { watch } from "./watch";

/** One comment a cell, whatever was found there. */
function notesOf(findings: readonly Finding[], say: (finding: Finding) => string): CellNote[] {
  const notes = new Map<string, CellNote>();
  for (const finding of findings) {
    const { sheet, cell, waived } = finding;
    if (sheet === null || cell === null || waived !== null) continue;
    const before = notes.get(`${sheet}!${cell}`);
    const text = before === undefined ? say(finding) : `${before.text}\n\n${say(finding)}`;
    notes.set(`${sheet}!${cell}`, { sheet, cell, text });
  }
  return [...notes.values()];
}

/**
 * One piece of work after the other: between two syncs of one, another may not read what is half written, nor may an
 * older answer that comes late stand for a newer one.
 */
export class ExcelWorkbook {
  private readonly reader = new WorkbookReader();
  private readonly turns = new InTurn();

  /** @param progress share of the workbook read so far, 0–1 */
  read(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> {
    return this.inTurn((context) => this.reader.read(context, progress, signal));
  }

  /** Shows and selects a cell; the whole sheet when `cell` is null. */
  select(sheet: string, cell: string | null): Promise<void> {
    return inExcel((context) => select(context, sheet, cell), sheet);
  }

  /**
   * Writes the fix; the answer takes it back.
   * @param seen what the cell held when it was checked
   */
  async applyFix(fix: CellWrite, seen?: CellValue): Promise<() => Promise<void>> {
    const before = await this.inTurn((context) => applyFix(context, fix, seen), fix.sheet);
    return () => this.inTurn((context) => takeBack(context, before), fix.sheet);
  }

  /** An empty row before a row; the answer takes it out again. */
  async insertRow(sheet: string, row: number): Promise<() => Promise<void>> {
    await this.inTurn((context) => insertRow(context, sheet, row), sheet);
    return () => this.inTurn((context) => deleteRow(context, sheet, row), sheet);
  }

  /** @param say puts findings into comments of their cells; null leaves the sheets without comments */
  mark(report: ReportShown, say: ((finding: Finding) => string) | null = null): Promise<MarkingResult> {
    return this.inTurn(async (context) => {
      const result = await mark(context, marksOf(report.findings));
      if (say !== null) await comment(context, notesOf(report.findings, say));
      return result;
    });
  }

  /** Takes marks and comments away. */
  clearMarks(): Promise<MarkingResult> {
    return this.inTurn(async (context) => {
      const result = await clearMarks(context);
      await clearComments(context);
      return result;
    });
  }

  /** @returns name of the sheet written */
  writeSummary(model: SheetModel, signal?: AbortSignal): Promise<string> {
    return this.inTurn((context) => writeSummary(context, model, signal), model.name);
  }

  loadDecisions(): Promise<Loaded> {
    return this.inTurn(loadDecisions);
  }

  saveDecisions(saved: Saved): Promise<void> {
    return this.inTurn((context) => saveDecisions(context, saved));
  }

  /**
   * Calls back after a person changed cells; the next `read` follows just those changes.
   * @returns stops it
   */
  onEdit(edited: () => void): Promise<() => Promise<void>> {
    return inExcel((context) =>
      watch(context, (edit) => {
        this.reader.note(edit);
        edited();
      }),
    );
  }

  private inTurn<T>(work: (context: Excel.RequestContext) => Promise<T>, subject: string | null = null): Promise<T> {
    return this.turns.run(() => inExcel(work, subject));
  }
}
