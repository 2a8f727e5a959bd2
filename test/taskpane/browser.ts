/** A real Chromium: the one named by KENZAN_CHROMIUM, else the one that comes with npm, else one that is installed. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export async function launchBrowser(): Promise<Browser> {
  const named = process.env["KENZAN_CHROMIUM"] ?? installed.find((path) => existsSync(path));
  if (process.env["KENZAN_CHROMIUM"] === undefined && process.platform === "linux" && process.arch === "x64") {
    const { default: bundled } = await import("@sparticuz/chromium");
    return chromium.launch({ executablePath: await bundled.executablePath(), args: bundled.args });
  }
  if (named === undefined) throw new Error("no Chromium was found: install Chrome, or name one in KENZAN_CHROMIUM");
  return chromium.launch({ executablePath: named, args: ["--no-sandbox"] });
}
