/** Where the page's parts come from: a server beside it, or the page itself. */
import type { GivenFile } from "../taskpane/documents/given";
import type { Examining } from "./many/examination";
import type { FileRead } from "./file-read";
import type { ToSave } from "./to-save";
import type { Workspace } from "./workspace";

export interface Sample {
  readonly file: string;
  readonly title: Readonly<Record<"ja" | "en", string>>;
}

/** Where the page is opened for one application alone. */
interface OneApplication {
  readonly application: string;
  /** Who is going to decide; "" where nobody said. */
  readonly decider: string;
}

export interface Surroundings {
  /** null: it opens any workbook. */
  readonly one: OneApplication | null;
  samples(): Promise<readonly Sample[]>;
  sample(file: string): Promise<Uint8Array>;
  /**
   * Puts the pane for a workbook into its frame.
   * @param papers estimates that came with the workbook
   */
  openPane(frame: HTMLIFrameElement, workspace: Workspace, language: "ja" | "en", papers: readonly GivenFile[]): void;
  /** Ends when what was pressed in the pane so far is done. */
  settled(): Promise<void>;
  /** Whether the pane reads estimates that are given with a workbook. */
  readonly takesPapers: boolean;
  /** Starts what examines applications; null where the page knows one workbook at a time. */
  readonly folders: ((language: "ja" | "en") => Examining) | null;
  /** @throws WorkbookError where the bytes are no workbook */
  read(bytes: Uint8Array): Promise<FileRead>;
  /** The file. @throws SignatureError as `savedFile` does */
  saved(given: ToSave, language: "ja" | "en", breakSignature: boolean): Promise<Uint8Array>;
}
