/** The pane as a person meets it: rendered over a host in memory that holds a real sample. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { act, configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Workbook } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { Pane } from "../../src/taskpane/Pane";
import type { Engine } from "../../src/taskpane/engine/engine";
import { createSession } from "../../src/taskpane/session";
import { engineHere, type Checking } from "./engineHere";
import { MemoryHost } from "./memoryHost";

/** Whether an element is hidden is asked of the browser (accessibility.test.ts); asking jsdom each time is slow. */
configure({ defaultHidden: true, asyncUtilTimeout: 60_000 });

const fixture = (name: string): Workbook =>
  readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../fixtures", `${name}.xlsx`))));
export const sample = (name: string): Workbook => fixture(`samples/${name}`);
export const hand = (name: string): Workbook => fixture(`hands/${name}`);

const held = (engine: Engine, hold: Options["hold"] = () => null): Engine => ({
  ...engine,
  async check(given, signal) {
    const stopped = new Promise<never>((_, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason as Error)),
    );
    await Promise.race([hold(), stopped]);
    return engine.check(given, signal);
  },
});

interface Options {
  readonly host?: MemoryHost;
  readonly checking?: Checking;
  /** What the next checks wait for: they take long, and can be stopped. */
  readonly hold?: () => Promise<void> | null;
  /** Presses チェックする first. */
  readonly checked?: boolean;
}

/** Milliseconds after an edit; short, so that tests need not wait. */
const PAUSE = 20;

export async function openPane(workbook: Workbook, options: Options = {}) {
  const host = options.host ?? new MemoryHost(workbook);
  const session = createSession(host, held(engineHere(options.checking), options.hold), () => "2025-05-20", PAUSE);
  const view = render(<Pane session={session} language={host.language} theme={host.theme} />);
  await act(() => session.open());
  const user = userEvent.setup();
  if (options.checked === true) {
    await user.click(screen.getByRole("button", { name: host.language === "ja" ? "チェックする" : "Check" }));
    await screen.findByRole("tablist");
  }
  return { host, session, user, view };
}
