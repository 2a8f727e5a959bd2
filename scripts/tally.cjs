/**
 * The last lines of a test run, for whatever reads it: which tests passed at the second try only, and "120 passed, 0 failed".
 * A file that cannot run counts as failed.
 */
module.exports = class Tally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) {
    const again = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status, invocations }) => status === "passed" && invocations > 1)
      .map(({ fullName }) => `passed at the second try: ${fullName}\n`);
    const tally = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    process.once("exit", () => process.stdout.write(again.join("") + tally)); // after jest's own summary
  }
};
