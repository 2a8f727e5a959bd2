/** Starting a bundle with the code that V8 kept of it when it was built: it need not be compiled anew. */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

/** Where the code of a bundle is kept. */
const keptOf = (bundle) => bundle.replace(/cjs$/, "code");

/**
 * @param bundle absolute path of a CommonJS file
 * @param kept bytes of `createCachedData`; another Node than the one that kept them passes them over
 * @returns the script that runs
 */
function start(bundle, kept) {
  const script = new Script(Module.wrap(readFileSync(bundle, "utf8")), { filename: bundle, cachedData: kept });
  const module = new Module(bundle);
  script.runInThisContext()(module.exports, Module.createRequire(bundle), module, bundle, dirname(bundle));
  return script;
}

module.exports = { keptOf, start };
