/** What is changed, and the test files (below `test`) that are to notice it. */
module.exports = {
  money: {
    mutate: ["src/core/money/**/*.ts", "src/core/subsidy/**/*.ts", "src/core/judge/labour/**/*.ts"],
    tests: ["core/money", "core/subsidy", "core/judge/labour", "core/rules/subsidy", "core/rules/labour"],
  },
  rules: {
    mutate: ["src/core/rules/**/*.ts"],
    tests: ["core/rules"],
  },
  matching: {
    mutate: ["src/core/documents/{assign,match,matching,match-documents,likeness,settle,decided,figures}.ts"],
    tests: ["core/documents", "core/rules/evidence"],
  },
  reading: {
    mutate: ["src/core/read/{columns,rows,sheets,sums,tables}/**/*.ts"],
    tests: ["core/read"],
  },
};
