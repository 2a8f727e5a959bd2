// Builds the workbench page and the pane beside it, in a few seconds: node scripts/build-workbench.mjs [FOLDER]
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { leanGrid } from "./lean-grid.mjs";
import { TITLES } from "./samples.mjs";

const OUT = process.argv[2] ?? "dist/workbench";
const require = createRequire(import.meta.url);
const office = dirname(require.resolve("@microsoft/office-js/dist/office.js"));

await rm(OUT, { recursive: true, force: true });
await mkdir(join(OUT, "samples"), { recursive: true });

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  logLevel: "error",
  legalComments: "none",
  loader: { ".svg": "dataurl", ".md": "text" },
  plugins: [leanGrid],
};
await Promise.all([
  build({
    ...common,
    entryPoints: { workbench: "src/workbench/served.ts", pane: "src/taskpane/index.tsx" },
    outdir: OUT,
    format: "esm",
    splitting: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    chunkNames: "chunks/[name]-[hash]",
  }),
  build({
    ...common,
    entryPoints: {
      "document-worker": "src/taskpane/documents/document-worker.ts",
      "engine-worker": "src/taskpane/engine/engine-worker.ts",
      "page-worker": "src/workbench/page/page-worker.ts",
    },
    outdir: OUT,
    format: "iife",
    define: { "import.meta.url": "self.location.href" },
  }),
  build({
    ...common,
    entryPoints: { shell: "src/workbench/frame/shell.ts", ready: "src/workbench/frame/ready.ts" },
    outdir: OUT,
    format: "iife",
  }),
  build({
    ...common,
    entryPoints: { grid: "src/workbench/grid/grid.css", workbench: "src/workbench/workbench.css" },
    outdir: OUT,
  }),
  cp("src/workbench/index.html", join(OUT, "index.html")),
  cp("src/workbench/frame/pane.html", join(OUT, "pane.html")),
  cp("src/taskpane/taskpane.css", join(OUT, "taskpane.css")),
  cp("src/taskpane/help.html", join(OUT, "help.html")),
  cp(require.resolve("@embedpdf/pdfium/pdfium.wasm"), join(OUT, "pdfium.wasm")),
  cp("assets", join(OUT, "assets"), { recursive: true }),
  // Only what the loader asks for in a Japanese or English Excel on a desktop.
  ...["office.js", "excel-win32-16.01.js", "o15apptofilemappingtable.js", "ja-jp", "en-us"].map((name) =>
    cp(join(office, name), join(OUT, "office", name), { recursive: true }),
  ),
  ...Object.keys(TITLES).map((file) => cp(join("samples", file), join(OUT, "samples", file))),
]);
await writeFile(
  join(OUT, "samples", "index.json"),
  JSON.stringify(Object.entries(TITLES).map(([file, title]) => ({ file, title }))),
);
