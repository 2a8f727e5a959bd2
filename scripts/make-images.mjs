/* global window */
// `npm run pictures`: the pictures of the documents, of the pane and of the one page, over the sample with errors.
// Needs a Japanese font (on Debian: fonts-noto-cjk). KENZAN_CHROMIUM names another browser than the one that is installed.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import { build } from "esbuild";
import { chromium as launcher } from "playwright-core";

const root = fileURLToPath(new URL("../", import.meta.url));
const bundle = async (options) => {
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    loader: { ".md": "text" },
    jsx: "automatic",
    logLevel: "error",
    ...options,
  });
  return outputFiles[0].text;
};
const reader = await bundle({ entryPoints: [`${root}src/ooxml/read.ts`], format: "esm", platform: "node" });
const { readWorkbook } = await import(`data:text/javascript;base64,${Buffer.from(reader).toString("base64")}`);
const workbook = readWorkbook(await readFile(`${root}test/fixtures/samples/transformation-errors.xlsx`));
const script = await bundle({
  entryPoints: [`${root}test/taskpane/story.tsx`],
  format: "iife",
  define: { "process.env.NODE_ENV": '"production"' },
});
const css = await readFile(`${root}src/taskpane/taskpane.css`, "utf8");

const images = {
  start: { story: {} },
  result: { story: { stage: "result" } },
  fix: {
    story: { stage: "result" },
    act: async (page) => {
      await page.getByRole("button", { name: /基準額に届きません/ }).click();
      await page.getByRole("button", { name: "直す…", exact: true }).click();
      await page.locator(".finding").first().scrollIntoViewIfNeeded();
      await page
        .locator(".view")
        .evaluate((view) => (view.scrollTop = view.querySelector(".findings").offsetTop - 130));
    },
  },
  labour: { story: { stage: "result", tab: "labour" }, dark: true },
  "what-if": {
    story: { stage: "result", tab: "whatif" },
    act: (page) => page.getByText("ほかの制度・枠で計算してみる（募集中とは限りません）").waitFor(),
  },
};

/** The one page, from opening it to the summary sheet. */
async function picturesOfPage(browser) {
  const folder = await mkdtemp(join(tmpdir(), "kenzan-pictures-"));
  try {
    execFileSync(process.execPath, [`${root}scripts/build-page.mjs`, folder], { cwd: root });
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: "ja-JP",
      reducedMotion: "reduce",
    });
    page.setDefaultTimeout(120_000);
    const take = (name) => page.screenshot({ path: `${root}docs/images/workbench-${name}.png` });
    const pane = page.frameLocator("#pane");
    const settled = () => pane.locator("body:not(:has([aria-busy='true']))").waitFor();
    await page.goto(pathToFileURL(join(folder, "kenzan.html")).href);
    await pane.getByRole("button", { name: "チェックする" }).waitFor();
    await take("start");
    await pane.getByRole("button", { name: "チェックする" }).click();
    await pane.locator(".verdict").waitFor();
    // The budget itself with its marks, and the pane as it is after the check.
    await pane.getByRole("button", { name: "予算明細 C6 を選択" }).first().click();
    await pane.locator(".view").evaluate((view) => (view.scrollTop = 0));
    await settled();
    await take("result");
    await pane.getByRole("button", { name: "集計シート" }).click();
    await pane.getByText(/を作りました/).waitFor();
    await settled();
    await page.waitForTimeout(1_000); // the grid draws the sheet by and by
    await take("summary");
    await page.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await mkdir(`${root}docs/images`, { recursive: true });
const executablePath = process.env.KENZAN_CHROMIUM ?? (await chromium.executablePath());
const browser = await launcher.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const [name, { story, act, dark }] of Object.entries(images)) {
    const page = await browser.newPage({
      viewport: { width: 350, height: 860 },
      colorScheme: dark ? "dark" : "light",
      deviceScaleFactor: 2,
      reducedMotion: "reduce",
    });
    await page.setContent(
      `<!doctype html><html lang="ja"><style>${css}</style><body><div id="pane"></div></body></html>`,
    );
    await page.addScriptTag({ content: script });
    await page.evaluate((given) => window.show(given), { workbook, ...story });
    await act?.(page);
    await page.waitForFunction(() => window.document.querySelector('[aria-busy="true"]') === null);
    await page.screenshot({ path: `${root}docs/images/pane-${name}.png` });
    await page.close();
  }
  await picturesOfPage(browser);
} finally {
  await browser.close();
}
