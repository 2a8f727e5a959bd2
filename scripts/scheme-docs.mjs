// Writes docs/schemes/*.md from src/schemes/*.json: node scripts/scheme-docs.mjs
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const bundle = `${root}dist/scheme-docs.cjs`;
const folder = `${root}docs/schemes/`;

await build({
  stdin: {
    contents: `export { schemes } from "./src/schemes"; export * from "./src/schemes/document";`,
    resolveDir: root,
    loader: "ts",
  },
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile: bundle,
  logLevel: "warning",
});
const { schemes, schemeDocument, schemeIndex } = createRequire(import.meta.url)(bundle);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(`${folder}README.md`, schemeIndex(schemes));
for (const scheme of schemes) await writeFile(`${folder}${scheme.id}.md`, schemeDocument(scheme));
await rm(bundle);
