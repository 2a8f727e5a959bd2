// npm run fuzz -- [CASES]; SEED=random draws new ones, SEED=123 repeats one such run.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
/** Beside the mutations: what people do to a book and in the page in any order, and every change of look to every workbook. */
const DRAWN = ["test/fuzz", "test/workbench/bookHost", "test/e2e/sequences", "test/core/read/metamorphic"];
const env = { ...process.env, KENZAN_FUZZ: process.argv[2] ?? "20000" };
/** However busy the machine is: what is drawn here is no question of time. */
const PATIENCE = "--testTimeout=36000000";
process.exitCode = spawnSync(process.execPath, [jest, "-i", PATIENCE, ...DRAWN], { stdio: "inherit", env }).status ?? 1;
