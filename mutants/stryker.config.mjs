import { createRequire } from "node:module";

const areas = createRequire(import.meta.url)("./areas.cjs");
const area = process.env.KENZAN_MUTANTS;
const isDrawn = process.env.KENZAN_MUTANTS_ONE_IN !== undefined;

export default {
  mutate: areas[area].mutate,
  buildCommand: "node mutants/build.mjs mutants/.tests.cjs",
  plugins: ["./mutants/runner.mjs", "./mutants/draw.mjs"],
  checkers: isDrawn ? ["draw"] : [],
  testRunner: "kenzan",
  coverageAnalysis: "perTest",
  testRunnerNodeArgs: ["--max-old-space-size=3000"],
  concurrency: Number(process.env.KENZAN_MUTANTS_AT_ONCE ?? 1),
  dryRunTimeoutMinutes: 60, // every test of the area once
  timeoutMS: 60_000, // a hang only: on a busy machine everything takes many times longer
  ignorePatterns: ["/bench", "/.ci", "/assets", "/dist"],
  tempDirName: "mutants/.tmp",
  reporters: [...(isDrawn ? ["told"] : []), "progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  jsonReporter: { fileName: `mutants/report/${area}.json` },
  htmlReporter: { fileName: `mutants/report/${area}.html` },
  incremental: true,
  incrementalFile: `mutants/report/${area}.incremental.json`,
};
