/** Where the page's parts come from: a server beside it, or the page itself. */
import type { Workspace } from "./workspace";

export interface Sample {
  readonly file: string;
  readonly title: string;
}

export interface Surroundings {
  samples(): Promise<readonly Sample[]>;
  sample(file: string): Promise<Uint8Array>;
  /** Puts the pane for a workbook into its frame. */
  openPane(frame: HTMLIFrameElement, workspace: Workspace, language: "ja" | "en"): void;
}
