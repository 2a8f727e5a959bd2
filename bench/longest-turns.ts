/** How long the one page, over a budget of 10,000 lines, does not answer at most, by what a person does. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Frame, Page } from "playwright-core";
import { launchBrowser } from "../test/browser";
import type { Figure } from "./figure";
import { budget } from "./workbooks";

export interface Turn {
  readonly name: string;
  /** Milliseconds that the page's thread did nothing else, and those of a processor: the rest went to others. */
  readonly wall: number;
  readonly processor: number;
}

/** Once, of the page as it is now. */
export async function pageTurns(root: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-turns-"));
  execFileSync(process.execPath, ["scripts/build-page.mjs", folder], { cwd: root });
  const turns = await longestTurns(root, join(folder, "kenzan.html"), folder);
  return turns.map(({ name, processor }) => ({
    name: `longest turn of the page at 10,000 lines: ${name}`,
    value: processor,
    unit: "ms",
    goal: { kind: "most", value: 50 },
  }));
}

/**
 * @param page of `npm run build:page`
 * @param folder for a workbook of 10,000 lines
 * @param keep what the browser told of each thing that was done
 */
export async function longestTurns(
  root: string,
  page: string,
  folder: string,
  keep: (name: string, trace: Buffer) => void = () => undefined,
): Promise<readonly Turn[]> {
  const file = join(folder, "10000.xlsx");
  writeFileSync(file, budget(root, 10_000));
  const browser = await launchBrowser(true);
  try {
    const tab = await browser.newPage({
      locale: "ja-JP",
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    tab.setDefaultTimeout(240_000);
    await tab.goto(pathToFileURL(page).href);
    await isOpen(tab, ".xlsx");
    const turns: Turn[] = [];
    for (const [name, act] of Object.entries(acts)) {
      await settled(tab);
      await browser.startTracing(tab, { categories: CATEGORIES });
      await act(tab, file);
      await settled(tab);
      const trace = await browser.stopTracing();
      keep(name, trace);
      turns.push({ name, ...longest(trace) });
    }
    return turns;
  } finally {
    await browser.close();
  }
}

/**
 * Not by its element, which the browser would tell with the pane's whole text in it; nor is anything in it asked for by its
 * role, or pressed from outside: all would be turns of the page as long as its own.
 */
function pane(page: Page): Frame {
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (frame === undefined) throw new Error("the page has no pane");
  return frame;
}

/** What somebody does with a budget, one after the other. */
const acts: Readonly<Record<string, (page: Page, file: string) => Promise<unknown>>> = {
  async open(page, file) {
    await page.evaluate(() => delete document.body.dataset["open"]);
    await page.locator("#file").setInputFiles(file);
    await isOpen(page, "10000.xlsx");
    await pane(page).locator(".footer button.main-button:not([disabled])").waitFor();
  },
  async check(page) {
    await press(page, ".main-button");
    await pane(page).locator(".verdict").waitFor();
  },
  edit: (page) => type(page, "F6", 123_456),
  async summary(page) {
    await press(page, ".footer .buttons button:last-child");
    await pane(page).locator(".message.done").waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
  },
  "edit beside the summary": (page) => type(page, "F7", 234_567),
  save: (page) => Promise.all([page.waitForEvent("download"), page.locator("#save").click()]),
};

const press = (page: Page, button: string) =>
  pane(page)
    .locator(button)
    .evaluate((element: HTMLElement) => element.click());

const isOpen = (page: Page, name: string) =>
  page.waitForFunction((end) => (document.body.dataset["open"] ?? "").endsWith(end), name);

/** The grid and the pane have come to rest. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1_500);
  await pane(page).locator('.view[aria-busy="false"]').waitFor();
}

/** Into the budget, as the grid takes what is typed. */
async function type(page: Page, cell: string, value: number): Promise<void> {
  await page.evaluate(
    ([reference, typed]) => {
      const { kenzanGrid } = window as unknown as {
        kenzanGrid: {
          getActiveWorkbook(): {
            getSheetByName(name: string): { getRange(a1: string): { setValue(value: unknown): void } };
          };
        };
      };
      kenzanGrid.getActiveWorkbook().getSheetByName("予算明細").getRange(reference).setValue(typed);
    },
    [cell, value] as const,
  );
  await page.waitForTimeout(3_000);
}

const TASK = "RunTask";
const CATEGORIES = ["-*", "disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"];

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task of the thread that draws pages and runs their scripts. */
function longest(trace: Buffer): Omit<Turn, "name"> {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { readonly traceEvents: readonly TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === TASK && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("the browser told of no task of the page");
  const most = (of: "dur" | "tdur") => Math.max(...tasks.map((task) => task[of] ?? 0)) / 1000;
  return { wall: most("dur"), processor: most("tdur") };
}
