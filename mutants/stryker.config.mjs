import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const areas = createRequire(import.meta.url)("./areas.cjs");
const area = process.env.KENZAN_MUTANTS;
const isDrawn = process.env.KENZAN_MUTANTS_ONE_IN !== undefined;
const all = () => areas[area].mutate.map((folder) => `${folder}/**/*.ts`);
const drawn = () => JSON.parse(readFileSync(`mutants/report/${area}.draw.json`, "utf8")).places;

export default {
  mutate: isDrawn ? drawn() : all(),
  buildCommand: "node mutants/build.mjs mutants/.tests.cjs",
  plugins: ["./mutants/runner.mjs", "./mutants/draw.mjs"],
  checkers: isDrawn ? ["draw"] : [],
  testRunner: "kenzan",
  coverageAnalysis: "perTest",
  testRunnerNodeArgs: ["--max-old-space-size=3000"],
  concurrency: Number(process.env.KENZAN_MUTANTS_AT_ONCE ?? 1),
  dryRunTimeoutMinutes: 60, // every test of the area once
  timeoutMS: 600_000, // a hang only: on a busy machine everything takes many times longer, and what is stopped counts as noticed
  ignorePatterns: ["/bench", "/.ci", "/assets", "/dist"],
  tempDirName: "mutants/.tmp",
  reporters: [...(isDrawn ? ["told"] : []), "progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  jsonReporter: { fileName: `mutants/report/${area}.json` },
  htmlReporter: { fileName: `mutants/report/${area}.html` },
  incremental: true,
  incrementalFile: `mutants/report/${area}.incremental.json`,
};
