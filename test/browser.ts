/** A real Chromium: the one named by KENZAN_CHROMIUM, the one that comes with npm (Linux on x64), or an installed one. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * One process a page is what browsers do; the bundled one's own advice is for machines that allow no other. Nothing here
 * needs a graphics card, and playing one on the processor takes longer than drawing without.
 */
const NOT_WANTED = [
  /^--single-process$/,
  /^--no-zygote$/,
  /^--in-process-gpu$/,
  /gl=/,
  /angle=/,
  /swiftshader/,
  /gpu-block/,
];

/** Pages here live for seconds: making fast code of their scripts costs a third of their time and never pays. */
const SHORT_LIVED = "--js-flags=--no-opt,--no-maglev";

/** @param isMeasured a page lives as long as a person's, and its scripts are made fast */
export async function launchBrowser(isMeasured = false): Promise<Browser> {
  const flags = isMeasured ? [] : [SHORT_LIVED];
  const named = process.env["KENZAN_CHROMIUM"];
  if (named !== undefined) return chromium.launch({ executablePath: named, args: ["--no-sandbox", ...flags] });
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: bundled } = await import("@sparticuz/chromium");
    const args = bundled.args.filter((argument) => !NOT_WANTED.some((not) => not.test(argument)));
    return chromium.launch({
      executablePath: await bundled.executablePath(),
      args: [...args, "--disable-gpu", ...flags],
    });
  }
  const found = INSTALLED.find((path) => existsSync(path));
  if (found === undefined) throw new Error("no Chromium was found: install Chrome, or name one in KENZAN_CHROMIUM");
  return chromium.launch({ executablePath: found, args: ["--no-sandbox", ...flags] });
}
