// The grid brings along how 76 languages break their words, a third of the page; sheets break none but English ones.
import { readFile } from "node:fs/promises";

const PATTERNS = "//#region src/components/docs/layout/hyphenation/patterns/";

export const leanGrid = {
  name: "lean-grid",
  setup(build) {
    build.onLoad({ filter: /engine-render.lib.es.[\w-]+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return text.startsWith(PATTERNS) ? { contents: "export {};" } : undefined;
    });
  },
};
