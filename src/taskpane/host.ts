/**
 * What the pane needs of the program that holds the workbook. `officeHost.ts` is Excel; tests use one in memory.
 * Every method may throw one of the errors below: the pane tells each in words, and keeps what it shows.
 */
import type { Saved } from "../core/decisions/saved";
import type { Fix, Report } from "../core/report/report";
import type { Workbook } from "../core/workbook/workbook";

export type Language = "ja" | "en";
/** "system": the host says nothing, the browser's preference holds. */
export type HostTheme = "light" | "dark" | "system";

export interface Host {
  readonly language: Language;
  readonly theme: HostTheme;
  /**
   * The workbook as it is now; after edits that `onChange` told of, the host may read just those.
   * @param progress share of the workbook read so far, 0–1
   */
  readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook>;
  /** Shows and selects a cell; the whole sheet when `cell` is null. */
  select(sheet: string, cell: string | null): Promise<void>;
  /** Writes the fix; the answer takes it back. */
  applyFix(fix: Fix): Promise<() => Promise<void>>;
  /** @returns sheets that could not be marked because they are protected */
  mark(report: Report): Promise<readonly string[]>;
  clearMarks(): Promise<void>;
  /** @returns name of the sheet written */
  writeSummary(report: Report, signal?: AbortSignal): Promise<string>;
  /**
   * Adds the empty, ready-to-fill sheets of a scheme to the workbook.
   * @returns names of the new sheets
   */
  insertTemplate(scheme: string): Promise<readonly string[]>;
  loadDecisions(): Promise<Saved>;
  saveDecisions(saved: Saved): Promise<void>;
  /** Calls back after the user changed a cell; the answer stops it. */
  onChange(changed: () => void): () => void;
}

/** Base of everything a host may refuse; `subject` is the sheet concerned, where there is one. */
export abstract class HostError extends Error {
  constructor(readonly subject: string | null = null) {
    super();
    this.name = new.target.name;
  }
}

/** The sheet is protected: nothing was written to it. */
export class SheetProtected extends HostError {}
/** The user is typing in a cell: Excel refuses every call until Enter or Esc. */
export class CellBeingEdited extends HostError {}
/** The sheet was deleted or renamed since it was read. */
export class SheetMissing extends HostError {}
/** Decisions could not be kept in the workbook. */
export class SettingsRefused extends HostError {}
/** Decisions are in the workbook, and cannot be read: the pane starts without them, and says so. */
export class DecisionsUnreadable extends HostError {}
/** The workbook is larger than Excel hands over (5 MB on the web). */
export class WorkbookTooLarge extends HostError {}
/** The page is open in a plain browser. */
export class NotInExcel extends HostError {}
/** This Excel is older than ExcelApi 1.14. */
export class ExcelTooOld extends HostError {}
