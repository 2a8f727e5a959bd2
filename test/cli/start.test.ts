/** The command starts with the code that was kept of it, and without it just as well. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { bundlePath, commandPath, kenzan, root, sample } from "./kenzan";

/** A copy of the command with its files, whose kept code may be replaced. */
const folder = mkdtempSync(join(tmpdir(), "kenzan-start-"));
const bundle = join(folder, basename(bundlePath()));
cpSync(dirname(bundlePath()), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const keptBy = (version: string) => bundle.replace(/cjs$/, `${version}-${process.arch}.code`);

function started(args: readonly string[]) {
  const script = `
    const { start } = require("./bin/start");
    const bundle = ${JSON.stringify(bundle)};
    process.argv = [process.argv[0], bundle, ...process.argv.slice(1)];
    process.stderr.write("rejected " + start(bundle).script.cachedDataRejected);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script, ...args], {
    encoding: "utf8",
    cwd: root,
  });
  return { status, stdout, rejected: /rejected (\w+)$/.exec(stderr)?.[1] };
}

const ARGS = ["check", sample("transformation-errors"), "--format", "json"];

test("as kept", () => {
  const { status, stdout } = kenzan(ARGS);
  expect(started(ARGS)).toEqual({ status, stdout, rejected: "false" });
});

test("nothing is said of how it starts, whatever Node it is", () => {
  expect(spawnSync(process.execPath, [commandPath(), "--version"], { encoding: "utf8" }).stderr).toBe("");
});

test("kept by something else", () => {
  writeFileSync(keptBy(process.version), Buffer.alloc(64));
  const { status, stdout } = kenzan(ARGS);
  expect(started(ARGS)).toEqual({ status, stdout, rejected: "true" });
});

test("kept by another Node, which this one might take for its own: not looked at", () => {
  rmSync(keptBy(process.version), { force: true });
  writeFileSync(keptBy("v20.0.0"), Buffer.alloc(64));
  const { status, stdout } = kenzan(ARGS);
  expect(started(ARGS)).toEqual({ status, stdout, rejected: "undefined" });
});
