// Bundles the command line into one file, so that `npx kenzan` starts in a fraction of a second; beside it the worker
// that reads estimates, with the PDF engine, and the desk with its own worker, which no other command loads. The code that
// checking budgets, and the desk, need is kept as it was compiled.
// Usage: node scripts/build-cli.mjs [DIRECTORY]
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { learnedApart, signsKept } from "./kept.mjs";
import { load, passSchemes, root } from "./scheme-source.mjs";

const outdir = process.argv[2] ?? "dist/cli";

/** Node's own zlib packs and unpacks; what does it anywhere is made ready when it is asked for. */
const portableLater = {
  name: "portable-later",
  setup({ onResolve, onLoad }) {
    const names = Object.keys(createRequire(import.meta.url)("fflate"));
    onResolve({ filter: /^fflate$/, namespace: "file" }, () => ({ path: "fflate", namespace: "later" }));
    onLoad({ filter: /^fflate$/, namespace: "later" }, () => ({
      resolveDir: root,
      contents: `module.exports = { ${names.map((name) => `get ${name}() { return require("fflate").${name}; }`).join(", ")} };`,
    }));
  },
};

await passSchemes();
await mkdir(outdir, { recursive: true });
// What was kept of older bundles is of no use to these.
for (const file of await readdir(outdir)) if (/\.(?:code|text)$/.test(file)) await rm(join(outdir, file));
await build({
  entryPoints: {
    kenzan: "src/cli/main.ts",
    "document-worker": "src/cli/document-worker.ts",
    desk: "src/desk/main.ts",
    "desk-worker": "src/desk/worker.ts",
  },
  external: ["libsql"], // holds native code
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outdir,
  outExtension: { ".js": ".cjs" },
  // The engine's build for CommonJS: the other one asks for its own address, which a bundle has not.
  alias: { "@embedpdf/pdfium": createRequire(import.meta.url).resolve("@embedpdf/pdfium") },
  minify: true,
  charset: "utf8",
  plugins: [learnedApart(outdir), signsKept, portableLater],
  legalComments: "linked",
  logLevel: "warning",
});
// What runs in the desk's pages.
await build({
  entryPoints: { "desk-list": "src/desk/page/list.ts", "desk-decisions": "src/desk/page/decisions.ts" },
  bundle: true,
  minify: true,
  charset: "utf8",
  target: "es2022",
  format: "iife",
  outdir,
  logLevel: "warning",
});
await copyFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"), join(outdir, "pdfium.wasm"));
for (const part of ["start.js", "worker.js"]) await copyFile(join("bin", part), join(outdir, part));

const keepCode = (bundle, ...args) =>
  execFileSync(process.execPath, ["scripts/keep-code.cjs", join(outdir, `${bundle}.cjs`), ...args], {
    stdio: "ignore",
  });
keepCode("kenzan", "check", "samples/transformation-errors.xlsx");

// The desk keeps what a round over applications in every layout of its tests makes of it.
const folder = await mkdtemp(join(tmpdir(), "kenzan-"));
try {
  const { generate, writeTo } = await load(`export { generate, writeTo } from "./test/desk/generator";`);
  writeTo(join(folder, "applications"), generate({ seed: 1, count: 8 }));
  keepCode("desk", "desk", join(folder, "applications"), "--out", join(folder, "out"), "--jobs", "1");
} finally {
  await rm(folder, { recursive: true });
}
