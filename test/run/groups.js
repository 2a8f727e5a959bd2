/**
 * Which test files run together in `npm test`. Jest loads every module anew for every file, and for the engine's small
 * files that is most of the time; `npx jest test/core/…` still runs each by itself.
 */
const { readdirSync } = require("node:fs");
const { join, sep } = require("node:path");

const TESTS = join(__dirname, "..");

/** Folders by group; the longest name that fits a file decides. */
const GROUPS = {
  rules: ["core/rules"],
  reading: ["core/read", "core/classify"],
  engine: ["core", "judge", "messages", "house"],
  papers: ["documents", "schemes", "views"],
  files: ["ooxml", "template"],
  excel: ["excel", "excel-host"],
};

const folders = Object.entries(GROUPS).flatMap(([group, names]) => names.map((name) => ({ group, name })));

function groupOf(file) {
  const fitting = folders.filter(({ name }) => file.startsWith(`${name}/`));
  return fitting.sort((a, b) => b.name.length - a.name.length)[0]?.group;
}

/** The test files of each group, below `test`. */
const members = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, []]));
for (const entry of readdirSync(TESTS, { recursive: true })) {
  const file = String(entry).split(sep).join("/");
  if (file.endsWith(".test.ts")) members[groupOf(file)]?.push(file);
}
for (const files of Object.values(members)) files.sort();

module.exports = { members };
