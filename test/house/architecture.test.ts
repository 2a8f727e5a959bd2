/** The drawing in docs/architecture.md is what the sources import. */
import { readdirSync, readFileSync } from "node:fs";
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
