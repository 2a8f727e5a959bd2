/** What `npm test` runs: the groups, and every other test file by itself. */
const { join } = require("node:path");
const alone = require("../../jest.config.js");
const { members } = require("./groups.js");

const grouped = Object.values(members).flat();
module.exports = {
  ...alone,
  rootDir: join(__dirname, "../.."),
  testMatch: [...alone.testMatch, "<rootDir>/test/run/groups/*.js", ...grouped.map((file) => `!**/test/${file}`)],
};
