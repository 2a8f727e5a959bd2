/** Pages of the documentation are text to whoever imports them, as in the builds. */
module.exports = {
  process: (text) => ({
    code: `Object.defineProperty(exports, "__esModule", { value: true }); exports.default = ${JSON.stringify(text)};`,
  }),
};
