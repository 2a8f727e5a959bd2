/**
 * What a real browser does depends on how busy the machine is: where it loses a race, one lost test would keep a whole run from
 * being told apart from a broken one. Such a test is tried once more; the tally names it all the same.
 */
if (/[\\/]e2e[\\/]/.test(expect.getState().testPath ?? "")) jest.retryTimes(1, { logErrorsBeforeRetry: true });
