// The module that imports every scheme file of a folder: bundlers take in only what some module names.
import { readdir } from "node:fs/promises";

/** @param {string} folder @returns {Promise<string>} the text of files.ts */
export async function schemeFiles(folder) {
  const ids = (await readdir(folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
  const name = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  return [
    "/** Written by `node scripts/scheme-docs.mjs` from the files of this folder. */",
    ...ids.map((id) => `import ${name(id)} from "./${id}.json";`),
    "",
    "export const files: readonly unknown[] = [",
    ...ids.map((id) => `  ${name(id)},`),
    "];",
    "",
  ].join("\n");
}
