/**
 * What the pane needs of the program that holds the workbook. `officeHost.ts` is Excel; tests use one in memory.
 * Every method may throw a `HostError` (excel/errors): the pane tells each in words, and keeps what it shows.
 */
import type { DocumentRead } from "../core/documents/document";
import type { Saved } from "../core/decisions/saved";
import type { InForce } from "../core/decisions/together";
import type { ReportShown } from "../core/report/shown";
import type { CellWrite } from "../excel/fix";
import type { CellValue, Workbook } from "../core/workbook/workbook";

/** Sheets that were added, and what takes them away again. */
export interface Inserted {
  readonly sheets: readonly string[];
  takeBack(): Promise<void>;
}

export type Language = "ja" | "en";
/** "system": the host says nothing, the browser's preference holds. */
export type HostTheme = "light" | "dark" | "system";

/** What a page keeps of the pane that it shows in a frame. Excel is none: it has no such page. */
export interface PaneKept {
  /** What is half written in the pane, by what it is about. */
  readonly drafts: Map<string, unknown>;
  /** The pane's own: ends when what was pressed so far is done. */
  settled?: () => Promise<void>;
}

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
  /**
   * Writes a fix, or another cell; the answer takes it back. Neither overwrites what somebody else wrote into the cell meanwhile.
   * @param seen what the cell held when it was checked
   */
  applyFix(fix: CellWrite, seen?: CellValue): Promise<() => Promise<void>>;
  /**
   * Puts an empty row, dressed as the one above it, before a row; the answer takes it out again. What refers to the rows
   * below follows.
   */
  insertRow(sheet: string, row: number): Promise<() => Promise<void>>;
  /** @returns sheets that could not be marked because they are protected */
  mark(report: ReportShown): Promise<readonly string[]>;
  clearMarks(): Promise<void>;
  /** @returns name of the sheet written */
  writeSummary(report: ReportShown, signal?: AbortSignal): Promise<string>;
  /**
   * Adds the empty, ready-to-fill sheets of a scheme to the workbook.
   * @returns names of the new sheets
   */
  insertTemplate(scheme: string): Promise<readonly string[]>;
  /** Adds the sheet that shows how the hourly rates come about. */
  insertLabourBasis(report: ReportShown): Promise<Inserted>;
  loadDecisions(): Promise<Saved>;
  saveDecisions(saved: Saved): Promise<void>;
  /** Who decides, where the host knows; "" where it does not. */
  readonly decider: string;
  /** Whether all decisions that it loads are the user's own to hold. */
  readonly ownsDecisions: boolean;
  /** What marks and summary sheet follow; null before the first check. The pane keeps it here, as long as the book is open. */
  inForce: InForce | null;
  /** Estimates that were given beside the workbook; null: none. The pane keeps them here, as long as the book is open. */
  documents: readonly DocumentRead[] | null;
  /** What is half written in the pane, by what it is about. The pane keeps it here, as long as the book is open. */
  readonly drafts: Map<string, unknown>;
  /** Calls back after the user changed a cell; the answer stops it. */
  onChange(changed: () => void): () => void;
}
