// Runs a bundled command once and keeps the code that V8 made of it beside it (see bin/start.js).
// Usage: node scripts/keep-code.cjs BUNDLE [ARGUMENT…]
const { writeFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { keptOf, start } = require("../bin/start");

const [node, , given, ...args] = process.argv;
const bundle = resolve(given);
process.argv = [node, bundle, ...args];
const script = start(bundle);
process.on("exit", () => {
  writeFileSync(keptOf(bundle), script.createCachedData());
  process.exitCode = 0;
});
