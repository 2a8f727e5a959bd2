// Bundles the command line into one file, so that `npx kenzan` starts in a fraction of a second.
import { build } from "esbuild";

await build({
  entryPoints: { kenzan: "src/cli/main.ts" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outdir: "dist/cli",
  outExtension: { ".js": ".cjs" },
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
});
