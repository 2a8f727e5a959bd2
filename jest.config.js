/** Tests run the sources through swc; no build is needed first. */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%", // two cores are two workers
  roots: ["<rootDir>/test"],
  setupFiles: ["<rootDir>/test/seed.ts"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.md$": "<rootDir>/test/markdown.cjs",
    "^.+\\.(ts|tsx|mjs)$": [
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
