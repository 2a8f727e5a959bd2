/** Starting a bundle with the code that V8 kept of it when it was built: it need not be compiled anew. */
const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

/** Where the code of a bundle is kept. */
const keptOf = (bundle) => bundle.replace(/cjs$/, "code");

/**
 * @param bundle absolute path of a CommonJS file; where its code is kept beside it, with that: another Node than the one
 *   that kept it passes it over
 * @returns the script that runs, and what it exports
 */
function start(bundle) {
  const kept = keptOf(bundle);
  const script = new Script(Module.wrap(readFileSync(bundle, "utf8")), {
    filename: bundle,
    cachedData: existsSync(kept) ? readFileSync(kept) : undefined,
  });
  const module = new Module(bundle);
  script.runInThisContext()(module.exports, Module.createRequire(bundle), module, bundle, dirname(bundle));
  return { script, exports: module.exports };
}

module.exports = { keptOf, start };
