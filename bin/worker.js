/** What a worker is made of: it starts the bundle that it is named. Once built, it lies beside the bundles. */
const { join } = require("node:path");
const { workerData } = require("node:worker_threads");
const { start } = require("./start.js");

start(join(__dirname, workerData.bundle));
