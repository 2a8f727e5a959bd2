// Runs a bundle once and keeps the code that V8 made of it beside it (see bin/start.js).
// Usage: node scripts/keep-code.cjs BUNDLE [ARGUMENT…]        a command: kept when it ends
//        node scripts/keep-code.cjs --worker BUNDLE MADE ASKED   a worker, made with and asked this (JSON): kept at its answer
const { rmSync, writeFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { isMainThread, parentPort, Worker, workerData } = require("node:worker_threads");
const { keptOf, start } = require("../bin/start");

/** Code that an earlier build kept is of no use. */
const anew = (bundle) => {
  rmSync(keptOf(bundle), { force: true });
  return start(bundle).script;
};
const keep = (bundle, script) => writeFileSync(keptOf(bundle), script.createCachedData());

if (!isMainThread) {
  const bundle = resolve(workerData.bundle);
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (answer) => {
    keep(bundle, script);
    post(answer);
  };
  const script = anew(bundle);
} else if (process.argv[2] === "--worker") {
  const [bundle, made, asked] = process.argv.slice(3);
  const worker = new Worker(process.argv[1], { workerData: { ...JSON.parse(made), bundle } });
  worker.once("message", () => process.exit());
  worker.postMessage(JSON.parse(asked));
} else {
  const [node, , given, ...args] = process.argv;
  const bundle = resolve(given);
  process.argv = [node, bundle, ...args];
  const script = anew(bundle);
  process.on("exit", () => {
    keep(bundle, script);
    process.exitCode = 0;
  });
}
