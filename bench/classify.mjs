// Measures the classifier: accuracy by cross-validation, baselines, calibration, size, speed.
// Usage: node bench/classify.mjs
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const folder = await mkdtemp(join(tmpdir(), "kenzan-"));
const outfile = join(folder, "classify.cjs");
await build({
  entryPoints: ["bench/classify.ts"],
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile,
  logLevel: "error",
});
createRequire(import.meta.url)(outfile).report();

const { outputFiles } = await build({
  entryPoints: ["src/core/classify/classify.ts"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  write: false,
  logLevel: "error",
});
const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length;
console.log(`\nSize: classifier, lexicon and weights ${(bytes / 1000).toFixed(1)} kB gzip (limit 150 kB)`);
await rm(folder, { recursive: true });
