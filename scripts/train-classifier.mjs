// Learns the classifier's weights from the labelled lines and remarks, and writes src/core/classify/learned/learned.json.
// Usage: node scripts/train-classifier.mjs
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { build } from "esbuild";

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
const { learn, linesIn, remarksIn, LEARNED_FROM, REMARKS_OF } = createRequire(import.meta.url)(outfile);
const lines = LEARNED_FROM.flatMap(linesIn);
const remarks = REMARKS_OF.flatMap(remarksIn);
const learned = learn(lines, remarks);
await writeFile("src/core/classify/learned/learned.json", `${JSON.stringify(learned, null, 2)}\n`);
await rm(folder, { recursive: true });
console.log(`${lines.length} lines and ${remarks.length} remarks`);
