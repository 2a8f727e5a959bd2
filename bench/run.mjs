// Bundles a benchmark, runs it in a process of its own and passes its exit status on.
// Usage: node bench/run.mjs NAME [ARGUMENT…]   (NAME.ts in this folder)
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { build } from "esbuild";

const [name = "main", ...args] = process.argv.slice(2);
const outfile = `dist/bench/${name}.cjs`;
await build({
  entryPoints: [`bench/${name}.ts`, "bench/floor.ts"],
  outdir: "dist/bench",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["exceljs", "xlsx", "playwright-core", "@sparticuz/chromium", "libsql"],
  logLevel: "warning",
});
// What is measured beside Kenzan is installed in this folder. Certificates that a machine adds are read at every start of
// Node, and are no part of it.
const env = { ...process.env, NODE_PATH: resolve("bench/node_modules"), NODE_EXTRA_CA_CERTS: undefined };
process.exitCode =
  spawnSync(process.execPath, ["--expose-gc", outfile, ...args], { stdio: "inherit", env }).status ?? 1;
