// Every test, in a Node that makes less fast code of what runs once and collects less often: a tenth of the time.
import { spawnSync } from "node:child_process";

/** A flag of V8 that later versions of Node refuse. */
const PATIENCE = process.version.startsWith("v20.") ? ["--interrupt-budget=2000000"] : [];
const REPORTERS = ["--reporters=default", "--reporters=./scripts/tally.cjs"];
const JEST = ["node_modules/jest/bin/jest.js", ...REPORTERS, "--config", "test/run/all.config.js"];

const args = [...PATIENCE, "--max-semi-space-size=64", ...JEST, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
