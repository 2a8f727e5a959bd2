// Changes the code in thousands of small ways and counts how many of them a test notices:
//   npm run mutants               every area; hours
//   npm run mutants -- money      one of money, subsidy, labour, matching, rules, reading
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const areas = Object.keys(createRequire(import.meta.url)("./areas.cjs"));
const asked = process.argv.slice(2).filter((argument) => areas.includes(argument));
const stryker = "mutants/node_modules/@stryker-mutator/core/bin/stryker.js";
for (const area of asked.length > 0 ? asked : areas) {
  const more = process.argv.slice(2).filter((argument) => !areas.includes(argument));
  const { status } = spawnSync(process.execPath, [stryker, "run", "mutants/stryker.config.mjs", ...more], {
    stdio: "inherit",
    env: { ...process.env, KENZAN_MUTANTS: area },
  });
  if (status !== 0) process.exitCode = 1;
}
