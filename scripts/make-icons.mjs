// Draws assets/*.svg as PNG in every size the manifest names: node scripts/make-icons.mjs
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as launcher } from "playwright-core";

const assets = fileURLToPath(new URL("../assets/", import.meta.url));
const sizes = [16, 32, 64, 80, 128];

const browser = await launcher.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
try {
  const page = await browser.newPage();
  for (const file of (await readdir(assets)).filter((name) => name.endsWith(".svg"))) {
    const svg = await readFile(assets + file, "utf8");
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: assets + file.replace(".svg", `-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
