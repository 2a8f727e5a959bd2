// Takes in every src/schemes/*.json: writes src/schemes/files.ts, docs/schemes/*.md and schemas/scheme.schema.json.
// Usage: node scripts/scheme-docs.mjs
import { mkdir, rm, writeFile } from "node:fs/promises";
import { format } from "prettier";
import { schemeFiles } from "./scheme-files.mjs";
import { load, passSchemes, root } from "./scheme-source.mjs";

await writeFile(`${root}src/schemes/files.ts`, await schemeFiles(`${root}src/schemes`));

await passSchemes();
const { schemes, schemeDocument, schemeIndex, editorSchema } = await load(`
  export { schemes } from "./src/schemes";
  export { schemeDocument, schemeIndex } from "./src/schemes/document";
  export { editorSchema } from "./src/core/scheme/format";
`);
const folder = `${root}docs/schemes/`;
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(`${folder}README.md`, schemeIndex(schemes));
for (const scheme of schemes) await writeFile(`${folder}${scheme.id}.md`, schemeDocument(scheme));

await mkdir(`${root}schemas`, { recursive: true });
const schema = await format(JSON.stringify(editorSchema), { parser: "json", printWidth: 120 });
await writeFile(`${root}schemas/scheme.schema.json`, schema);
