/**
 * Every test, and beside them, since tests wait for browsers and other programs, type check and lint one after the other.
 * All in a Node that makes less fast code of what runs once and collects less often: a tenth to a third of the time.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A flag of V8 that later versions of Node refuse. */
const PATIENCE = process.version.startsWith("v20.") ? ["--interrupt-budget=2000000"] : [];
const FLAGS = [...PATIENCE, "--max-semi-space-size=64"];
const REPORTERS = ["--reporters=default", "--reporters=./scripts/tally.cjs"];
const JEST = ["node_modules/jest/bin/jest.js", ...REPORTERS, "--config", "test/run/all.config.js"];

/** The programs that scripts of package.json start with. */
const PROGRAMS = {
  tsc: "node_modules/typescript/bin/tsc",
  eslint: "node_modules/eslint/bin/eslint.js",
  prettier: "node_modules/prettier/bin/prettier.cjs",
};
const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

/** @returns what it said, where that was not shown at once, and whether it went well */
const run = (args, stdio) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...FLAGS, ...args], { stdio });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => said.push(data));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (status) => resolve({ said: Buffer.concat(said), isWell: status === 0 }));
  });

async function checks(names) {
  const results = [];
  for (const name of names) {
    const [program, ...args] = scripts[name].split(" ");
    results.push(await run([PROGRAMS[program], ...args], ["ignore", "pipe", "pipe"]));
  }
  return results;
}

const [tests, checked] = await Promise.all([
  run([...JEST, ...process.argv.slice(2)], "inherit"),
  checks(["typecheck", "lint:rules", "lint:style"]),
]);
for (const { said } of checked) process.stdout.write(said);
process.exitCode = [tests, ...checked].every(({ isWell }) => isWell) ? 0 : 1;
