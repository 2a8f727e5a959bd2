/** The one page, opened from the disk with the network off: the very file that `npm run build:page` makes. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { prepared } from "../run/prepared";
import { isOpen, VIEWPORT } from "./workbenchPage";

export interface SinglePage {
  readonly browser: Browser;
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Once more from the disk. In the same page its scripts need not be compiled again. */
  open(): Promise<void>;
  /** Everything that was asked for but the file itself. */
  readonly asked: readonly string[];
  /** Errors of its scripts, and what it told the console as such. */
  readonly errors: readonly string[];
}

export async function openSinglePage(): Promise<SinglePage> {
  const file = join(prepared("build-page"), "kenzan.html");
  const address = pathToFileURL(file).href;
  expect(statSync(file).size).toBeGreaterThan(1_000_000);
  const [asked, errors]: [string[], string[]] = [[], []];
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "ja-JP", acceptDownloads: true });
  await context.setOffline(true);
  context.setDefaultTimeout(120_000);
  context.on("page", (opened) => {
    opened.on("request", (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && request.url() !== address) asked.push(request.url());
    });
    opened.on("pageerror", (error) => errors.push(String(error)));
    opened.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
  });
  const page = await context.newPage();
  const open = async () => {
    await page.goto(address, { waitUntil: "commit" });
    await isOpen(page, /\.xlsx$/);
  };
  await open();
  return { browser, page, pane: page.frameLocator("#pane"), open, asked, errors };
}
