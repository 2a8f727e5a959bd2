/* global window */
// Pictures of the pane over a sample budget, for the documents: node scripts/make-images.mjs
// Needs a Japanese font (on Debian: fonts-noto-cjk).
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
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
    await page.screenshot({ path: `${root}docs/images/pane-${name}.png` });
    await page.close();
  }
} finally {
  await browser.close();
}
