import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchema } from "../../src/core/scheme/format";
import { SchemeError } from "../../src/core/scheme/loader";
import type { Scheme } from "../../src/core/scheme/scheme";
import { inOrder, schemes } from "../../src/schemes";
import { schemeDocument, schemeIndex } from "../../src/schemes/document";

const folder = join(__dirname, "../../docs/schemes");
const page = (name: string) => readFileSync(join(folder, name), "utf8");

const files = readdirSync(join(__dirname, "../../src/schemes")).filter((name) => name.endsWith(".json"));

test("every scheme file is taken in, and the list of them is up to date", () => {
  expect(schemes.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
});

test("the default comes first, then the newest", () => {
  expect(schemes.filter((scheme) => scheme.default).map(({ id }) => id)).toEqual([schemes[0]?.id]);
  const years = schemes.slice(1).map(({ id }) => Number(/\d{4}$/.exec(id)?.[0] ?? 0));
  expect(years).toEqual([...years].sort((a, b) => b - a));
});

test.each([
  ["none", schemes.map((scheme) => without(scheme))],
  ["two", [...schemes, { ...(schemes[0] as Scheme), id: "second" }]],
])("%s that calls itself the default is refused", (_, all) => {
  expect(() => inOrder(all)).toThrow(SchemeError);
});

function without({ default: _, ...scheme }: Scheme): Scheme {
  void _;
  return scheme;
}

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
