/**
 * What the engine uses all the time. In jest a global is looked up by its name at every use, which is a fifth of the engine's
 * time; every module is given these. Not what a test puts something else for, as the clock, nor what a library names its own.
 */
const GLOBALS =
  "Array BigInt Error Float64Array Infinity Int32Array JSON Map Math Number Object Promise RegExp Set String Uint8Array WeakMap";

/** Tests run the sources through swc; no build is needed first. */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%", // two cores are two workers
  roots: ["<rootDir>/test"],
  globalSetup: "<rootDir>/test/run/setup.ts",
  testSequencer: "<rootDir>/test/run/sequencer.js",
  testTimeout: 600_000, // for a hang only: on a busy machine everything takes many times longer
  setupFiles: ["<rootDir>/test/seed.ts"],
  setupFilesAfterEnv: ["<rootDir>/test/run/second-try.ts"],
  sandboxInjectedGlobals: GLOBALS.split(" "),
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  // Comes as a module alone, which jest cannot require.
  transformIgnorePatterns: ["/node_modules/(?!get-east-asian-width/)"],
  transform: {
    "\\.md$": "<rootDir>/test/markdown.cjs",
    "(\\.(ts|tsx|mjs)|/get-east-asian-width/.+\\.js)$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          target: "es2022",
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
};
