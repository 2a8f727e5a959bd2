// npm run fuzz -- [CASES]; SEED=random draws new ones, SEED=123 repeats one such run.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const env = { ...process.env, KENZAN_FUZZ: process.argv[2] ?? "20000" };
process.exitCode = spawnSync(process.execPath, [jest, "-i", "test/fuzz"], { stdio: "inherit", env }).status ?? 1;
