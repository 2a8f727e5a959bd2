// The tests of an area with what they test, as one script: node mutants/build.mjs OUT
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { signsKept, learnedApart } from "../scripts/kept.mjs";

const { tests, without = [] } = createRequire(import.meta.url)("./areas.cjs")[process.env.KENZAN_MUTANTS];
const files = tests.flatMap((place) =>
  place.endsWith(".test.ts")
    ? [place]
    : readdirSync(join("test", place), { recursive: true })
        .map((file) => join(place, String(file)))
        .filter((file) => file.endsWith(".test.ts") && !without.includes(file))
        .sort(),
);
const each = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./test/${file}`)})`);

await build({
  stdin: { contents: `import "./test/seed"; export const files = { ${each.join(",\n")} };`, resolveDir: "." },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outfile: process.argv[2],
  logLevel: "error",
  loader: { ".md": "text" },
  packages: "external",
  plugins: [
    // The bundle is loaded anew for every change.
    learnedApart(dirname(process.argv[2])),
    signsKept,
    {
      // Tests find their fixtures from where they stand.
      name: "places",
      setup({ onLoad }) {
        onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path }) => ({
          contents: (await readFile(path, "utf8")).replaceAll("__dirname", JSON.stringify(resolve(dirname(path)))),
          loader: "ts",
        }));
      },
    },
  ],
});
