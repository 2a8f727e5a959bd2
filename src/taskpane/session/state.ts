/** What the pane shows follows from this, and from nothing else. */
import { NOTHING_SAVED, type Saved } from "../../core/decisions/saved";
import type { Others } from "../../core/decisions/together";
import type { AskedItem } from "../../core/desk/asked";
import type { DocumentRead } from "../../core/documents/document";
import type { ReportShown } from "../../core/report/shown";
import type { Scheme } from "../../core/scheme/scheme";
import type { CellValue, Workbook } from "../../core/workbook/workbook";
import type { HostErrorCode } from "../../excel/errors";

export type Tab = "result" | "labour" | "estimates" | "whatif" | "settings";
export type Work = "open" | "decide" | "template" | "basis" | "check" | "fix" | "mark" | "clear" | "summary";

/** What went wrong: the code of a host's error, or "Unexpected" with what a developer needs to know. */
export interface Trouble {
  readonly name: HostErrorCode | "Unexpected";
  readonly subject: string | null;
  readonly detail: string | null;
}

/** A cell that was written. */
export interface Changed {
  readonly sheet: string;
  readonly cell: string;
  readonly before: CellValue;
  readonly after: string | number;
  /** Takes this one back alone. */
  undo(): Promise<unknown>;
}

/** What was just done, for the eye and for a screen reader. */
export interface Notice {
  readonly did:
    | "fixed"
    | "rowAdded"
    | "undone"
    | "waived"
    | "unwaived"
    | "rowRead"
    | "rowForgotten"
    | "corrected"
    | "uncorrected"
    | "cleared"
    | "marked"
    | "switched"
    | "summarised"
    | "checked"
    | "imported"
    | "matched"
    | "inserted";
  readonly subject: string | null;
  /** How many cells, where it is about cells. */
  readonly count?: number;
  /** The cells, where a person may want to see what became of each. */
  readonly changed?: readonly Changed[];
  readonly undo: (() => Promise<unknown>) | null;
}

export interface PaneState {
  readonly stage: "start" | "result";
  readonly tab: Tab;
  readonly work: Work | null;
  /** 0–1 while reading; null when it cannot be told. */
  readonly progress: number | null;
  readonly trouble: Trouble | null;
  readonly notice: Notice | null;
  /** Every grant edition known; empty until the engine is there. */
  readonly schemes: readonly Scheme[];
  readonly workbook: Workbook | null;
  readonly report: ReportShown | null;
  /** What is in force. */
  readonly saved: Saved;
  /** What the workbook brought along and somebody else decided; null where there is nothing of the kind. */
  readonly others: Others | null;
  /** Estimates that were given beside the workbook; null where none were. */
  readonly documents: readonly DocumentRead[] | null;
  /** What the secretariat asked, in a letter that was given or in a sheet of the workbook. */
  readonly asked: readonly AskedItem[];
  /** Sheets that could not be marked. */
  readonly unmarked: readonly string[];
  /** The marks could not follow what changed: a person has to ask for them again. */
  readonly marksStale: boolean;
  readonly marked: boolean;
  /** The sheet was edited since, and is checked again after a pause. */
  readonly isBehind: boolean;
  /** The summary sheet that was written, and whether the figures are no longer those it shows. */
  readonly summary: { readonly sheet: string; readonly stale: boolean } | null;
  /** The most findings that were open at once, errors and warnings: what has been done is told against it. */
  readonly startedWith: number;
  /** What a person has to look at themselves is unfolded at the foot. */
  readonly notCheckedShown: boolean;
}

/** Where a pane is, for the one that takes its place: in the other language. */
export type Left = Pick<PaneState, "stage" | "tab" | "marked">;

/** Before anything was read. */
export const stateAtFirst = (documents: PaneState["documents"]): PaneState => ({
  stage: "start",
  tab: "result",
  work: null,
  progress: null,
  trouble: null,
  notice: null,
  schemes: [],
  workbook: null,
  report: null,
  saved: NOTHING_SAVED,
  others: null,
  documents,
  asked: [],
  unmarked: [],
  marksStale: false,
  marked: false,
  isBehind: false,
  summary: null,
  startedWith: 0,
  notCheckedShown: false,
});
