/** Runs the command line as people do: the bundle, as a process of its own. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");
export const samples = join(root, "test/fixtures/samples");
export const sample = (name: string): string => join(samples, `${name}.xlsx`);

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "kenzan-test-"));

let bundle: string | undefined;

/** Built from the sources as they are now, once for each test file. */
export function bundlePath(): string {
  if (bundle === undefined) {
    const folder = newFolder();
    execFileSync(process.execPath, [join(root, "scripts/build-cli.mjs"), folder], { cwd: root });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction"); // the ledger's library is no part of it
    bundle = join(folder, "kenzan.cjs");
  }
  return bundle;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function kenzan(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundlePath(), ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout: 60_000,
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
}
