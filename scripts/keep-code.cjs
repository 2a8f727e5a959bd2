// Runs a bundle once as a command and keeps its text and the code that V8 made of it, and those of the bundles of its
// workers, beside them (see bin/start.js): of the command when it ends, of a worker with each of its answers.
// Usage: node scripts/keep-code.cjs BUNDLE [ARGUMENT…]
const { rmSync, writeFileSync } = require("node:fs");
const { resolve } = require("node:path");
const v8 = require("node:v8");
const vm = require("node:vm");
const threads = require("node:worker_threads");
const { keptOf, start, textOf, wrapped } = require("../bin/start");

// What is kept tells which functions were worth more than bytecode, and more would be made of all of them at every start.
// It is written under the flags of a start: it holds under no others.
v8.setFlagsFromString("--no-sparkplug");
const keep = (script, bundle) => {
  v8.setFlagsFromString("--sparkplug");
  writeFileSync(textOf(bundle), wrapped(bundle), "utf16le");
  writeFileSync(keptOf(bundle), script.createCachedData());
  v8.setFlagsFromString("--no-sparkplug");
};

if (threads.isMainThread) {
  const [node, , given, ...args] = process.argv;
  const bundle = resolve(given);
  process.argv = [node, bundle, ...args];
  threads.Worker = class extends threads.Worker {
    constructor(file, options) {
      super(file, { ...options, execArgv: ["--require", __filename] });
    }
  };
  rmSync(keptOf(bundle), { force: true });
  const { script } = start(bundle);
  process.on("exit", () => {
    keep(script, bundle);
    process.exitCode = 0;
  });
} else {
  const scripts = [];
  vm.Script = class extends vm.Script {
    constructor(source, options) {
      rmSync(keptOf(options.filename), { force: true });
      super(source, { ...options, cachedData: undefined });
      scripts.push({ script: this, bundle: options.filename });
    }
  };
  const { parentPort } = threads;
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (answer) => {
    for (const { script, bundle } of scripts) keep(script, bundle);
    post(answer);
  };
}
