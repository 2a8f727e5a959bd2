// Learns the classifier's weights from the labelled lines and writes src/core/classify/learned.json.
// Usage: node scripts/train-classifier.mjs [FILE.tsv …]
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { build } from "esbuild";

const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ["lines", "own", "more", "trades"].map((name) => `test/fixtures/classification/${name}.tsv`);
const folder = await mkdtemp(join(tmpdir(), "kenzan-"));
const outfile = join(folder, "training.cjs");
await build({
  entryPoints: ["bench/classify-training.ts"],
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile,
  logLevel: "error",
});
const { learn, readLines } = createRequire(import.meta.url)(outfile);
const lines = files.flatMap((file) => readLines(file));
const learned = learn(lines);
await writeFile("src/core/classify/learned.json", `${JSON.stringify(learned, null, 2)}\n`);
await rm(folder, { recursive: true });
console.log(`${lines.length} lines, ${learned.features.split(",").length} letter sequences`);
