/** The pane in a page of its own, over a host in memory; bundled for a real browser by `storyPage.ts`. */
import { createRoot, type Root } from "react-dom/client";
import type { Decisions } from "../../src/core/decisions/decision";
import type { Settings } from "../../src/core/judge/settings";
import type { Workbook } from "../../src/core/workbook/workbook";
import * as errors from "../../src/excel/errors";
import type { HostTheme } from "../../src/taskpane/host";
import { Pane } from "../../src/taskpane/Pane";
import { createSession } from "../../src/taskpane/session";
import type { Tab } from "../../src/taskpane/session/state";
import { checked, engineHere } from "./engineHere";
import { MemoryHost } from "./memoryHost";

export interface Story {
  readonly workbook: Workbook;
  readonly language?: "ja" | "en";
  /** Absent: as the browser prefers. */
  readonly theme?: HostTheme;
  readonly stage?: "start" | "result";
  readonly tab?: Tab;
  readonly settings?: Settings;
  /** What the workbook brings of somebody else's decisions. */
  readonly decisions?: Decisions;
  /** A host error that marking throws, by name. */
  readonly trouble?: "SheetProtected" | "CellBeingEdited" | "WorkbookTooLarge";
  readonly protectedSheet?: string;
  /** A rule that is reported as crashed. */
  readonly crashed?: string;
  /** Reading never ends: the pane at work. */
  readonly busy?: boolean;
}

declare global {
  interface Window {
    show: (story: Story) => Promise<void>;
  }
}

let shown: Root | undefined;

/** In place of the story before. */
window.show = async (story) => {
  shown?.unmount();
  document.documentElement.lang = story.language ?? "ja";
  const host = new MemoryHost(story.workbook, { language: story.language ?? "ja", theme: story.theme ?? "system" });
  host.saved = {
    ...host.saved,
    settings: story.settings ?? {},
    decisions: story.decisions ?? host.saved.decisions,
  };
  if (story.trouble !== undefined) host.refusing.set("mark", new errors[story.trouble](story.protectedSheet ?? null));
  else if (story.protectedSheet !== undefined) host.protectedSheets = [story.protectedSheet];
  const engine = engineHere((given) => {
    const report = checked(given);
    return story.crashed === undefined ? report : { ...report, rules: { ...report.rules, crashed: [story.crashed] } };
  });
  const session = createSession(host, engine, () => "2025-05-20");
  shown = createRoot(document.getElementById("pane") as HTMLElement);
  shown.render(<Pane session={session} language={host.language} theme={host.theme} />);
  await session.open();
  if (story.stage === "result") await session.check();
  if (story.tab !== undefined) session.show(story.tab);
  if (story.busy === true) {
    host.slow = new Promise(() => undefined);
    void session.check();
  }
};
