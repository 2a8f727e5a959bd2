#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { start } = require("./start");

const bundle = join(__dirname, "..", "dist", "cli", "kenzan.cjs");
if (existsSync(bundle)) start(bundle);
else {
  process.stderr.write("Kenzan の準備ができていません。npm ci を実行してから、もう一度試してください。\n");
  process.exitCode = 2;
}
