import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchema } from "../../src/core/scheme/format";
import { schemes } from "../../src/schemes";
import { schemeDocument, schemeIndex } from "../../src/schemes/document";

const folder = join(__dirname, "../../docs/schemes");
const page = (name: string) => readFileSync(join(folder, name), "utf8");

test("every scheme has its page, and no page is left over", () => {
  expect(readdirSync(folder).sort()).toEqual(["README.md", ...schemes.map(({ id }) => `${id}.md`)].sort());
  expect(page("README.md")).toBe(schemeIndex(schemes));
});

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))("the page of %s is up to date", (id, scheme) => {
  expect(page(`${id}.md`)).toBe(schemeDocument(scheme));
});

test("the schema for editors is up to date", () => {
  const file = readFileSync(join(__dirname, "../../schemas/scheme.schema.json"), "utf8");
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(editorSchema)));
});
