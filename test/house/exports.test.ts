/** What only its own file uses is not exported: what a file gives to others can be seen from its exports. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const FOLDERS = ["src", "test", "bench", "scripts", "bin"];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.(tsx?|mjs|cjs|js)$/.test(file) && !file.includes("node_modules")),
).map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

const EXPORTED =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

test("every export has another file that uses it", () => {
  const users = new Map<string, number>();
  for (const { text } of files)
    for (const word of new Set(text.match(/\w+/g))) users.set(word, (users.get(word) ?? 0) + 1);
  const alone = files
    .filter(({ file }) => file.startsWith("src"))
    .flatMap(({ file, text }) =>
      [...text.matchAll(EXPORTED)]
        .map((match) => match[1] as string)
        .filter((name) => users.get(name) === 1)
        .map((name) => `${file}: ${name}`),
    );
  expect(alone).toEqual([]);
});
