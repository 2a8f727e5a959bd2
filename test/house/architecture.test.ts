/** The drawing in docs/architecture.md is what the sources import. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

const root = join(__dirname, "../..");
const src = join(root, "src");

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

const room = (path: string): string => relative(src, path).split(sep)[0] as string;

test("an arrow for every import between rooms, and none besides", () => {
  const imported = new Set<string>();
  for (const file of sources(src))
    for (const [, to] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)) {
      const target = resolve(file, "..", to as string);
      if (!target.startsWith(src + sep) || room(target) === room(file)) continue;
      imported.add(`${room(file)} --> ${room(target)}`);
    }
  const drawing = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const drawn = [...drawing.matchAll(/^ {2}(\w+ --> \w+)$/gm)].map((match) => match[1]);
  expect(drawn.sort()).toEqual([...imported].sort());
});

/** The sources that a source imports, types as well. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].flatMap(([, to]) => {
    const target = resolve(file, "..", to as string);
    return [`${target}.ts`, `${target}.tsx`, join(target, "index.ts")].filter((path) => existsSync(path));
  });

test("no source imports itself by way of others, but the objects that hold each other in Office.js", () => {
  const files = sources(src);
  const left = new Map(files.map((file) => [file, new Set(importsOf(file))]));
  // What imports nothing that is left can be in no circle, nor what only such a file ties to one.
  const isTied = (file: string): boolean => [...(left.get(file) ?? [])].some((to) => left.has(to));
  const isUsed = (file: string): boolean => [...left.values()].some((imports) => imports.has(file));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const file of [...left.keys()]) if (!isTied(file) || !isUsed(file)) left.delete(file);
  }
  expect(files.length).toBeGreaterThan(500);
  const inCircles = [...left.keys()].map((file) => relative(src, file).split(sep).join("/"));
  expect(inCircles.filter((file) => !file.startsWith("workbench/host/objects/"))).toEqual([]);
});
