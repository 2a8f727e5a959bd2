/** Tests run the sources through swc; no build is needed first. */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%", // two cores are two workers
  roots: ["<rootDir>/test"],
  globalSetup: "<rootDir>/test/run/setup.ts",
  testSequencer: "<rootDir>/test/run/sequencer.js",
  testTimeout: 600_000, // for a hang only: on a busy machine everything takes many times longer
  setupFiles: ["<rootDir>/test/seed.ts"],
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
