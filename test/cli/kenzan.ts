/** Runs the command line as people do: a process of its own. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { prepared } from "../run/prepared";

export const root = resolve(__dirname, "../..");
export const samples = join(root, "test/fixtures/samples");
export const sample = (name: string): string => join(samples, `${name}.xlsx`);

export { newFolder } from "../run/prepared";

export const bundlePath = (): string => join(prepared("build-cli"), "kenzan.cjs");

/** What people start, with the code that was kept of the bundle. */
export const commandPath = (): string => join(prepared("build-cli"), "../../bin/kenzan.js");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function kenzan(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandPath(), ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout: 600_000,
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
}
