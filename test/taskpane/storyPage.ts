/** Opens `story.tsx` in a real browser and shows one state of the pane. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { Story } from "./story";

const root = path.join(__dirname, "../..");

async function bundleStories(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, "story.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    minify: true,
    jsx: "automatic",
    loader: { ".md": "text" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

/** A page that shows stories: one for all of them, since reading the script takes longer than any story. */
export async function openStories(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 350, height: 860 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(300_000);
  const css = readFileSync(path.join(root, "src/taskpane/taskpane.css"), "utf8");
  await page.setContent(
    `<!doctype html><html lang="ja"><title>Kenzan</title><style>${css}</style><body><div id="pane"></div></body></html>`,
  );
  await page.addScriptTag({ content: await bundleStories() });
  return page;
}

/** Puts the pane into the given state. */
export async function showStory(page: Page, story: Story): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.setViewportSize({ width: 350, height: 860 });
  await page.evaluate((given) => window.show(given), story);
  if (story.busy !== true) await atRest(page);
}

/** Waits until nothing is loaded or worked out any more. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}
