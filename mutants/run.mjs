// Changes the code in thousands of small ways and counts how many of them a test notices:
//   npm run mutants                          every area; hours
//   npm run mutants -- money                 one of money, subsidy, labour, matching, rules, reading
//   npm run mutants -- reading --one-in 20   a twentieth of its changes, drawn by --seed (1)
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const areas = createRequire(import.meta.url)("./areas.cjs");
const AREAS = Object.keys(areas);
const STRYKER = "mutants/node_modules/@stryker-mutator/core/bin/stryker.js";

const more = process.argv.slice(2);
const taken = (option) => (more.includes(option) ? more.splice(more.indexOf(option), 2)[1] : undefined);
const oneIn = taken("--one-in");
const seed = taken("--seed") ?? "1";
const asked = AREAS.filter((area) => more.includes(area));
const args = ["run", "mutants/stryker.config.mjs", ...more.filter((argument) => !AREAS.includes(argument))];
const draw = oneIn === undefined ? {} : { KENZAN_MUTANTS_ONE_IN: oneIn, KENZAN_MUTANTS_SEED: seed };

for (const area of asked.length > 0 ? asked : AREAS) {
  const env = { ...process.env, ...draw, KENZAN_MUTANTS: area };
  const total = oneIn === undefined ? 0 : await drawn(area);
  const { status } = spawnSync(process.execPath, [STRYKER, ...args], { stdio: "inherit", env });
  if (status !== 0) process.exitCode = 1;
  else if (oneIn !== undefined) tell(area, total);
}

/** Leaves for Stryker which changes are drawn; returns how many there are in all. */
async function drawn(area) {
  const { drawFrom } = await import("./draw.mjs"); // what it needs is installed for this alone
  const { all, ...draw } = await drawFrom(areas[area].mutate, Number(oneIn), seed);
  mkdirSync("mutants/report", { recursive: true });
  writeFileSync(`mutants/report/${area}.draw.json`, JSON.stringify(draw));
  return all;
}

/** To Stryker what was not drawn cannot be compiled, and would not be tried by a later run that draws it. */
function tell(area, total) {
  const kept = `mutants/report/${area}.incremental.json`;
  const report = JSON.parse(readFileSync(kept, "utf8"));
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants);
  for (const mutant of all) if (mutant.status === "CompileError") mutant.status = "Ignored";
  writeFileSync(kept, JSON.stringify(report));
  const tried = all.filter(({ status }) => status !== "Ignored");
  const noticed = tried.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const share = noticed / tried.length;
  const give = 1.96 * Math.sqrt((share * (1 - share)) / tried.length);
  const percent = (part) => `${(100 * part).toFixed(1)} %`;
  console.log(
    `${area}: ${tried.length} of ${total} changes tried (one in ${oneIn}, seed ${seed}), ` +
      `${noticed} noticed: ${percent(share)}, of all ${percent(share - give)} to ${percent(share + give)}`,
  );
}
