/**
 * The longest test files first, so that no worker is left alone with one of them at the end. On a clean clone nothing is
 * known of earlier durations.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const LONGEST = [
  "run/groups/reading",
  "e2e/page",
  "e2e/buttons",
  "taskpane/accessibility",
  "taskpane/pane",
  "golden/workbooks",
  "workbench/bookHost",
  "e2e/folder",
  "e2e/workbench",
  "e2e/sequences",
  "desk/round",
  "attacks/streams",
  "e2e/estimates",
  "taskpane/build",
  "run/groups",
  "attacks/workbooks",
  "cli/",
];

const place = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.includes(`/test/${name}`));
  return at < 0 ? LONGEST.length : at;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
