/** The last line of a test run, for whatever reads it: "120 passed, 0 failed". A file that cannot run counts as failed. */
module.exports = class Tally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const tally = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    process.once("exit", () => process.stdout.write(tally)); // after jest's own summary
  }
};
