// Bundles the command line into one file, so that `npx kenzan` starts in a fraction of a second.
// Usage: node scripts/build-cli.mjs [DIRECTORY]
import { build } from "esbuild";

await build({
  entryPoints: { kenzan: "src/cli/main.ts" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outdir: process.argv[2] ?? "dist/cli",
  outExtension: { ".js": ".cjs" },
  minify: true,
  charset: "utf8",
  legalComments: "linked",
  logLevel: "warning",
});
