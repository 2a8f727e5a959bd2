// What the classification works out from itself at every start is worked out when a bundle is made of it: plugins of esbuild.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "./scheme-source.mjs";

/**
 * What was learned, as it is looked up: a file of its own, taken in when the first line is classified.
 * @param {string} outdir where the bundle comes to lie
 */
export const learnedApart = (outdir) => ({
  name: "learned-apart",
  async setup({ onLoad }) {
    const { learnedTables } = await load(`export { learnedTables } from "./src/core/classify/learned/learned";`);
    const tables = Object.entries(learnedTables());
    const arrays = tables.flatMap(([, { slots, bits, weights }]) => [slots, bits, weights]);
    await writeFile(join(outdir, "learned.bin"), Buffer.concat(arrays.map(({ buffer }) => Buffer.from(buffer))));
    const taken = tables.map(
      ([name, { slots, bits, weights, ...figures }]) =>
        `${name}: { slots: next(${slots.length}), bits: next(${bits.length}), weights: next(${weights.length}), ...${JSON.stringify(figures)} },`,
    );
    onLoad({ filter: /learned.learned\.ts$/ }, () => ({
      contents: `
        const { readFileSync } = require("node:fs");
        const { join } = require("node:path");
        exports.learnedTables = () => {
          const { buffer, byteOffset } = readFileSync(join(__dirname, "learned.bin"));
          let from = byteOffset;
          const next = (length) => new Int32Array(buffer, (from += 4 * length) - 4 * length, length);
          return { ${taken.join("\n")} };
        };`,
    }));
  },
});

/** Which letters are signs of the classification's phrases is worked out now, not at every start. */
export const signsKept = {
  name: "signs-kept",
  async setup({ onLoad }) {
    const { signsOfAll } = await load(`
      import "./src/core/classify/classify";
      export { signsOfAll } from "./src/core/classify/reading/phrase";
    `);
    const text = JSON.stringify(signsOfAll());
    onLoad({ filter: /reading.kept\.ts$/ }, () => ({
      contents: `export const kept = JSON.parse(${JSON.stringify(text)});`,
    }));
  },
};
