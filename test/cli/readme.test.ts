/** What the README shows is what happens. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kenzan, root } from "./kenzan";

const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object }).scripts,
);

test("the excerpt is the command's own output", () => {
  const at = blocks.findIndex((block) => block.includes("npx kenzan check"));
  const [command = "", excerpt = ""] = blocks.slice(at);
  const args = command.split("npx kenzan ")[1]?.trim().split(" ") ?? [];
  const { stdout, status } = kenzan(
    args.map((argument) => (argument.startsWith("samples/") ? join(root, argument) : argument)),
  );
  expect(status).toBe(1);
  const printed = stdout.split("\n");
  const shown = excerpt.split("\n").filter((line) => line.trim() !== "…");
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
});

test("CI ends with the README's test command", () => {
  const last = readFileSync(join(root, ".ci/run"), "utf8").trimEnd().split("\n").at(-1) ?? "";
  expect(blocks).toContain(`${last}\n`);
  expect(last).toBe("npm ci && npm test");
});

test.each(["README.md", "CONTRIBUTING.md", "docs/limits.md", "docs/ja/利用ガイド.md"])(
  "links and scripts of %s are there",
  (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, link]) => link ?? "");
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  },
);
