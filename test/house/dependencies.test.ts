/** Every package has its line in docs/dependencies.md, and every line its package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import given from "../../package.json";

const packages = [...Object.keys(given.dependencies), ...Object.keys(given.devDependencies)];
const rows = readFileSync(join(__dirname, "../../docs/dependencies.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"));
const told = rows.flatMap((row) =>
  [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""),
);
const names = (name: string): boolean =>
  told.includes(name) || (name.startsWith("@types/") && told.includes("@types/*"));

test("every package has its line, and every line its package", () => {
  expect(packages.filter((name) => !names(name))).toEqual([]);
  expect(told.filter((name) => name !== "@types/*" && !packages.includes(name))).toEqual([]);
});

test("every version is pinned", () => {
  const versions = Object.entries({ ...given.dependencies, ...given.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
