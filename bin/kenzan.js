#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { start } = require("./start");

// What the secretariat uses brings a database along, which no other command loads.
const name = ["desk", "diff"].includes(process.argv[2]) ? "desk" : "kenzan";
const bundle = join(__dirname, "..", "dist", "cli", `${name}.cjs`);
if (existsSync(bundle)) start(bundle);
else {
  process.stderr.write("Kenzan の準備ができていません。npm ci を実行してから、もう一度試してください。\n");
  process.exitCode = 2;
}
