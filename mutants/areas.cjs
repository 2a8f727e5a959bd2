const SCHEMES = ["fais-dx-2025", "stated-rate", "whole-check"].map((name) => `schemes/${name}.test.ts`);

/**
 * The folders whose code is changed, and the test files (below `test`) that are to notice it. Of a file with many workbooks at most so many
 * of those that reach a change are asked, evenly drawn.
 */
module.exports = {
  money: {
    mutate: ["src/core/money"],
    tests: ["core/money", "core/subsidy/goldens.test.ts"],
  },
  subsidy: {
    mutate: ["src/core/subsidy"],
    tests: [
      "core/subsidy",
      "core/judge/labour",
      "core/rules/subsidy",
      "core/rules/ratio",
      "core/rules/category",
      ...SCHEMES,
    ],
  },
  labour: {
    mutate: ["src/core/judge/labour"],
    tests: ["core/judge/labour", "core/rules/labour"],
  },
  matching: {
    mutate: ["src/core/documents/match"],
    tests: [
      "core/documents/match.test.ts",
      "core/documents/matching",
      "core/documents/match-sets.test.ts",
      "core/rules/evidence",
    ],
  },
  rules: {
    mutate: ["src/core/rules"],
    tests: [
      "core/rules",
      "core/check.test.ts",
      "core/decisions",
      "core/documents/match.test.ts",
      "core/documents/matching",
    ],
  },
  reading: {
    mutate: ["columns", "rows", "sheets", "sums", "tables"].map((pass) => `src/core/read/${pass}`),
    tests: ["core/read", "core/decisions/rows.test.ts", "golden/workbooks.test.ts"],
    most: { "golden/workbooks.test.ts": 60, "core/read/untold.test.ts": 20 },
    // They read the same drawings, or ones of chance, over and over, for nine tenths of the time.
    without: ["metamorphic", "drawing", "kana", "unknown-headers", "hostile"].map(
      (name) => `core/read/${name}.test.ts`,
    ),
  },
};
