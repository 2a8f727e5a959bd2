// The schemes and what can be said of them, bundled from src for the scripts beside this one.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** @param {string} contents TypeScript that exports what the caller needs */
export async function load(contents) {
  const folder = await mkdtemp(join(tmpdir(), "kenzan-"));
  try {
    const outfile = join(folder, "schemes.cjs");
    await build({
      stdin: { contents, resolveDir: root, loader: "ts" },
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile,
      logLevel: "warning",
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Refuses scheme files that are wrong: what Kenzan is built with is taken as it is written. */
export async function passSchemes() {
  const { parseScheme, files } = await load(`
    export { parseScheme } from "./src/core/scheme/loader";
    export { files } from "./src/schemes/files";
  `);
  for (const file of files) {
    try {
      parseScheme(file);
    } catch (error) {
      error.message = `src/schemes/${file.id}.json: ${error.message}`;
      throw error;
    }
  }
}
