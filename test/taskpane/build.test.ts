/** The production build itself: what the pane loads first, and what it writes for a server of one's own. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { launchBrowser } from "../browser";

const root = path.join(__dirname, "../..");
const out = mkdtempSync(path.join(tmpdir(), "kenzan-build-"));
const read = (file: string) => readFileSync(path.join(out, file), "utf8");
const zipped = (file: string) => gzipSync(readFileSync(path.join(out, file)), { level: 9 }).length;

beforeAll(async () => {
  const webpack = require.resolve("webpack-cli/bin/cli.js");
  const options = ["--mode", "production", "--env", "url=https://kenzan.test/addin", "--env", `out=${out}`];
  await promisify(execFile)(process.execPath, [webpack, ...options], { cwd: root });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const scripts = () => [...read("taskpane.html").matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1]!);

test("the pane's first load is at most 200 KB of script, zipped", () => {
  const own = scripts().filter((source) => !source.startsWith("https://"));
  expect(own.length).toBeGreaterThan(0);
  expect(own.reduce((sum, file) => sum + zipped(file), 0)).toBeLessThanOrEqual(200 * 1024);
});

test("what comes after it comes in pieces: the engine, which works beside the pane, then each view when it is opened", () => {
  expect(zipped("engine-worker.js")).toBeLessThanOrEqual(375 * 1024); // of it 149 kB are learned weights and words
  // The worker that reads estimates is loaded with the first of them, like the engine for PDFs beside it.
  const later = readdirSync(out).filter(
    (file) => file.endsWith(".js") && !/^(engine|document)-worker/.test(file) && !scripts().includes(file),
  );
  const views = later.map(zipped);
  // The largest writes sheets: the summary, and the reckoning of hourly rates.
  expect(Math.max(...views)).toBeLessThanOrEqual(30 * 1024);
});

test("office.js comes from Microsoft, everything else from the add-in's own server", () => {
  const html = read("taskpane.html");
  expect(scripts().filter((source) => source.startsWith("https://"))).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  ]);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|localhost|\*/);
});

test("the manifest names the server the build is for, and every file it names is there", () => {
  const manifest = read("manifest.xml");
  expect(manifest).not.toContain("localhost");
  expect(manifest).toContain("<AppDomain>https://kenzan.test</AppDomain>");
  const files = [...manifest.matchAll(/https:\/\/kenzan\.test\/addin\/([^"]+)"/g)].map((match) => match[1]!);
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(readFileSync(path.join(out, file)).length).toBeGreaterThan(0);
});

test("opened in a plain browser the built page says where it belongs, and its policy lets all of it load", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: "ja-JP" });
    const refused: string[] = [];
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    await page.route("**", async (route) => {
      const url = new URL(route.request().url());
      const file = path.join(out, url.pathname.replace("/addin/", ""));
      if (url.host !== "kenzan.test" || !existsSync(file)) return route.abort();
      return route.fulfill({ path: file });
    });
    await page.goto("https://kenzan.test/addin/taskpane.html");
    await page.getByText("このページは Excel の中で開くものです。").waitFor();
    expect(await page.locator("main").innerText()).toContain("Excel で予算書を開き");
    expect(refused.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
  } finally {
    await browser.close();
  }
});
