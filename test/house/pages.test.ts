/** What docs/threat-model.md says of the pages: text is never HTML, nothing is evaluated, every page has its policy. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const under = (end: RegExp): { name: string; text: string }[] =>
  readdirSync(join(root, "src"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(root.length + 1), text: readFileSync(path, "utf8") }));

test("no source makes HTML or code out of text", () => {
  const made =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|document\.write|\beval\s*\(|\bnew Function\(/;
  const found = under(/\.tsx?$/).filter(({ text }) => made.test(text));
  expect(found.map(({ name }) => name)).toEqual([]);
});

test("every page forbids what it does not name, and names no host but its own", () => {
  const pages = under(/\.html$/);
  expect(pages.length).toBeGreaterThanOrEqual(4);
  for (const { name, text } of pages) {
    if (name.endsWith("taskpane.html")) continue; // the build writes its policy: test/taskpane/build.test.ts
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(text)?.[1] ?? "";
    expect([name, policy]).toEqual([name, expect.stringMatching(/^default-src 'none';/)]);
    expect([name, policy]).toEqual([name, expect.not.stringMatching(/https?:|unsafe-eval|\*/)]);
  }
});

test("every picture is shown or linked by a document, and every link to one has its picture", () => {
  const documents = readdirSync(join(root, "docs"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name));
  const named = [join(root, "README.md"), ...documents].flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\((?:\.\.\/|docs\/)*images\/([^)]+)\)/g)].map((match) => match[1]),
  );
  expect([...new Set(named)].sort()).toEqual(readdirSync(join(root, "docs/images")).sort());
});

test("every test that the threat model names is there", () => {
  const named = [...readFileSync(join(root, "docs/threat-model.md"), "utf8").matchAll(/`(test\/[^`]+)`/g)];
  expect(named.length).toBeGreaterThan(10);
  expect(named.map((match) => match[1]).filter((path) => !existsSync(join(root, path as string)))).toEqual([]);
});
