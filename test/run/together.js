/* global describe, test */
/** Runs test files as one. */
const { join } = require("node:path");

/** @param files below `test` */
module.exports = function together(files) {
  for (const file of files)
    describe(file, () => {
      try {
        require(join(__dirname, "..", file));
      } catch (error) {
        test("can be loaded", () => {
          throw error;
        });
      }
    });
};
