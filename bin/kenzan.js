#!/usr/bin/env node
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { keptOf, start } = require("./start");

const bundle = join(__dirname, "..", "dist", "cli", "kenzan.cjs");
const kept = keptOf(bundle);
if (existsSync(kept)) start(bundle, readFileSync(kept));
else if (existsSync(bundle)) require(bundle);
else {
  process.stderr.write("Kenzan の準備ができていません。npm ci を実行してから、もう一度試してください。\n");
  process.exitCode = 2;
}
