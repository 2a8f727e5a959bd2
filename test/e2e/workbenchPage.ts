/** The workbench in a real browser: built and served by `npm start`, in a checkout that may not be written to. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import type { Browser, Dialog, FrameLocator, Locator, Page } from "playwright-core";

export const ROOT = join(__dirname, "..", "..");

const LARGE = { width: 1440, height: 900 };
/** The grid draws all that is in sight at every turn: half the time of these tests in a large window. Pictures are large. */
export const VIEWPORT = process.env["KENZAN_SCREENSHOTS"] === undefined ? { width: 1000, height: 500 } : LARGE;

export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

export async function serveWorkbench(): Promise<Served> {
  const preload = join(ROOT, "test/attacks/read-only.cjs");
  const server: ChildProcess = spawn(process.execPath, ["--require", preload, join(ROOT, "scripts/start.mjs"), "0"], {
    env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(preload)}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => server.on("exit", () => resolve()));
  const lines = createInterface({ input: server.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    const stop = async () => {
      server.kill("SIGTERM");
      await ended;
    };
    return { address, stop };
  }
  throw new Error("the server did not start");
}

export interface OpenPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Everything the page asked for that is not its own. */
  readonly elsewhere: readonly string[];
  /** Errors of the page's and the pane's own scripts. */
  readonly errors: readonly string[];
}

export async function openPage(browser: Browser, address: string): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: LARGE, locale: "ja-JP", colorScheme: "light" });
  page.setDefaultTimeout(240_000);
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  page.on("pageerror", (error) => errors.push(error.stack ?? String(error)));
  await page.goto(address);
  await isOpen(page, /\.xlsx$/);
  return { page, pane: page.frameLocator("#pane"), elsewhere, errors };
}

/**
 * Waits until the page says that a workbook of such a name is open; of one that is opened after another, `openAnew` knows
 * more: until its pane is loaded, the other's answers.
 */
export async function isOpen(page: Page, name: RegExp): Promise<void> {
  await page.waitForFunction((source) => new RegExp(source).test(document.body.dataset["open"] ?? ""), name.source);
}

/**
 * Waits, after something that loads the pane anew, until the pane that was there is gone. That one is marked from the page,
 * which stays: the frame may be on its way to a pane in the other language.
 */
export async function untilPaneIsNew(page: Page, act: () => Promise<void>): Promise<void> {
  const isThere = () => page.locator("#pane:not([inert])").waitFor();
  await isThere();
  await page.evaluate(() => {
    const left = document.querySelector<HTMLIFrameElement>("#pane")?.contentDocument?.body;
    if (left) left.dataset["left"] = "";
  });
  await act();
  await isThere();
  await page.frameLocator("#pane").locator("body:not([data-left])").waitFor();
}

/** Opens a workbook in a page that had another open, whatever was done to that one: loading the page anew takes far longer. */
export async function openAnew(page: Page, file: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  const leave = (dialog: Dialog) => void dialog.accept();
  await untilPaneIsNew(page, async () => {
    await page.evaluate(() => delete document.body.dataset["open"]);
    page.on("dialog", leave);
    await page.locator("#file").setInputFiles(file);
    await isOpen(page, /\.xlsx$/);
    page.off("dialog", leave);
  });
}

/** As a person lets go of files or folders over the page. */
export async function drop(page: Page, files: readonly string[], at = { x: 400, y: 400 }): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", { type, ...at, data });
  await devtools.detach();
}

/** Types a value into a cell of the grid. A canvas cannot be clicked by its cells, so it is typed through the grid's own interface. */
export async function type(page: Page, sheet: string, cell: string, value: string | number): Promise<void> {
  await page.evaluate(
    ([name, reference, typed]) => {
      const { kenzanGrid } = window as unknown as {
        kenzanGrid: {
          getActiveWorkbook(): {
            getSheetByName(name: string): { getRange(a1: string): { setValue(value: unknown): void } };
          };
        };
      };
      kenzanGrid
        .getActiveWorkbook()
        .getSheetByName(name as string)
        .getRange(reference as string)
        .setValue(typed);
    },
    [sheet, cell, value] as const,
  );
}

/** What the grid shows in a cell. */
export async function shown(page: Page, sheet: string, cell: string): Promise<unknown> {
  return page.evaluate(
    ([name, reference]) => {
      const { kenzanGrid } = window as unknown as {
        kenzanGrid: {
          getActiveWorkbook(): {
            getSheetByName(name: string): { getRange(a1: string): { getValue(): unknown } } | null;
          };
        };
      };
      return kenzanGrid
        .getActiveWorkbook()
        .getSheetByName(name as string)
        ?.getRange(reference as string)
        .getValue();
    },
    [sheet, cell] as const,
  );
}

/** Waits until the grid shows a text in a cell: what was typed, fixed or worked out gets there in its own time. */
export async function becomes(page: Page, sheet: string, cell: string, text: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const now = String((await shown(page, sheet, cell)) ?? "");
    if (now === text) return;
    if (tries === 2_400) throw new Error(`${sheet} ${cell} shows “${now}”, not “${text}”`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Does something that the page asks about first, and answers that all is to stay. @returns the question */
export async function staying(page: Page, act: () => Promise<unknown>): Promise<string> {
  // The page stands still until it is answered.
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.dismiss();
    return dialog.message();
  });
  await act();
  return asked;
}
