/** Opens `story.tsx` in a real browser and shows one state of the pane. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { Story } from "./story";

const root = path.join(__dirname, "../..");

export async function bundleStories(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, "story.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    jsx: "automatic",
    loader: { ".md": "text" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

/** The pane in the given state, in a page of its own. */
export async function showStory(browser: Browser, script: string, story: Story): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 350, height: 860 }, reducedMotion: "reduce" });
  const css = readFileSync(path.join(root, "src/taskpane/taskpane.css"), "utf8");
  await page.setContent(
    `<!doctype html><html lang="${story.language ?? "ja"}"><title>Kenzan</title><style>${css}</style><body><div id="pane"></div></body></html>`,
  );
  await page.addScriptTag({ content: script });
  await page.evaluate((given) => window.show(given), story);
  return page;
}
