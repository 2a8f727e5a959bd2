/**
 * Starting a bundle with what was kept of it when it was built: the code that V8 made of it, which need not be compiled anew,
 * and its text as V8 holds it, which need not be decoded.
 */
const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const v8 = require("node:v8");
const { Script } = require("node:vm");

/** V8's own, and measured with that of Node 20: another one may not know them, and would say so at every start. */
const FLAGS = [
  // V8 makes fast code of what has run much; most of what a check runs is over by then. At fifteen times its own patience a
  // check of 12 lines, and one of 10,000, takes a tenth less processor time. Kept code holds only under the same flags.
  "--interrupt-budget=2000000",
  // Little is left alive of a small check: sharing the search for it among threads costs more than it saves.
  "--no-parallel-scavenge",
  // Hundreds of patterns are asked a few times each: machine code pays for those that are asked often, and only it is polished.
  "--regexp-tier-up-ticks=30",
  "--no-regexp-peephole-optimization",
  // The code between bytecode and fast code is made when there is much to make it of: not for a small check.
  "--baseline-batch-compilation-threshold=700000",
];
// Modules of Node's own that load under other flags than it was built with are compiled anew: these every command uses.
for (const name of ["os", "worker_threads", "zlib"]) require(`node:${name}`);
if (process.version.startsWith("v20.")) for (const flag of FLAGS) v8.setFlagsFromString(flag);

/**
 * Where the code of a bundle is kept, for this very Node: another one may take it for its own (their V8 tells the same
 * version) and crash.
 */
const keptOf = (bundle) => bundle.replace(/cjs$/, `${process.version}-${process.arch}.code`);

/** Where the text of a bundle is kept, as it is run: in UTF-16. */
const textOf = (bundle) => bundle.replace(/cjs$/, "text");

/** The text that is run: of a CommonJS file a function. */
const wrapped = (bundle) => Module.wrap(readFileSync(bundle, "utf8"));

/**
 * @param bundle absolute path of a CommonJS file; where its code is kept beside it, with that: another Node than the one
 *   that kept it does not find it
 * @returns the script that runs, and what it exports
 */
function start(bundle) {
  const kept = keptOf(bundle);
  const isKept = existsSync(kept);
  const script = new Script(isKept ? readFileSync(textOf(bundle), "utf16le") : wrapped(bundle), {
    filename: bundle,
    cachedData: isKept ? readFileSync(kept) : undefined,
  });
  const module = new Module(bundle);
  script.runInThisContext()(module.exports, Module.createRequire(bundle), module, bundle, dirname(bundle));
  return { script, exports: module.exports };
}

module.exports = { keptOf, start, textOf, wrapped };
