// Builds the one page, dist/page/kenzan.html: the workbench with everything in it, opened by a double click.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { leanGrid } from "./lean-grid.mjs";
import { TITLES } from "./samples.mjs";

const OUT = process.argv[2] ?? "dist/page";

/** Nothing may be loaded, and nothing can be sent. The engine that reads PDFs is WebAssembly, in a worker made of the page's own text. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-src 'self' blob:; worker-src blob:";

const bundle = async (entry) => {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    target: "es2022",
    format: "iife",
    jsx: "automatic",
    logLevel: "error",
    legalComments: "none",
    loader: { ".svg": "dataurl", ".md": "text" },
    plugins: [leanGrid],
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": "self.location.href" },
    entryPoints: [entry],
    write: false,
  });
  return outputFiles[0].text;
};

/** Code and styles inside a page end where the page says so, not where their own text does. */
const script = (code) => `<script>${code.replace(/<(?=\/script|!--)/gi, "\\x3C")}</script>`;
const style = (css, id = "") =>
  `<style${id === "" ? "" : ` id="${id}"`}>${css.replaceAll("</style", "<\\/style")}</style>`;
const json = (id, value) =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;

const text = (path) => readFile(path, "utf8");
const [page, pane, worker, reader, engine, grid, workbenchCss, paneCss, help, icon] = await Promise.all([
  bundle("src/workbench/page/single.ts"),
  bundle("src/workbench/page/pane.tsx"),
  bundle("src/workbench/page/page-worker.ts"),
  bundle("src/taskpane/documents/document-worker.ts"),
  readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm")),
  bundle("src/workbench/grid/grid.css"),
  bundle("src/workbench/workbench.css"),
  text("src/taskpane/taskpane.css"),
  text("src/taskpane/help.html"),
  readFile("assets/kenzan-32.png"),
]);
const samples = await Promise.all(
  Object.entries(TITLES).map(async ([file, title]) => ({
    file,
    title,
    base64: (await readFile(`samples/${file}`)).toString("base64"),
  })),
);

const frame = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>検算 Kenzan</title>${style(paneCss)}</head><body><div id="pane"><p class="opening">読み込んでいます…</p></div>${script(pane)}</body></html>`;

// A function as the replacement: what is put in may hold "$&" and the like.
const put = (html, what, by) => {
  if (!html.includes(what)) throw new Error(`the page has no ${what}`);
  return html.replace(what, () => by);
};
let html = await text("src/workbench/index.html");
html = html.replace(/content="default-src[^"]*"/, () => `content="${POLICY}"`);
html = put(
  html,
  '<link rel="icon" href="assets/kenzan-32.png" />',
  `<link rel="icon" href="data:image/png;base64,${icon.toString("base64")}" />`,
);
html = put(html, '<link rel="stylesheet" href="workbench.css" />', style(workbenchCss) + style(grid, "grid-style"));
html = put(html, '<script type="module" src="workbench.js"></script>', "");
html = put(
  html,
  "</body>",
  `${json("kenzan-samples", samples)}${json("kenzan-pane", frame)}${json("kenzan-engine", worker)}${json("kenzan-help", help)}${json("kenzan-reader", { script: reader, engine: gzipSync(engine, { level: 9 }).toString("base64") })}${script(page)}</body>`,
);

await mkdir(OUT, { recursive: true });
await writeFile(`${OUT}/kenzan.html`, html);
console.log(`${OUT}/kenzan.html  ${(html.length / 1e6).toFixed(1)} MB`);
