// The grid as the pages take it: lighter, and with pauses.
import { readFile } from "node:fs/promises";

const PATTERNS = "//#region src/components/docs/layout/hyphenation/patterns/";

/** Milliseconds of one turn. */
const TURN = 16;
const PAUSE = `if (performance.now() - began > ${TURN}) {
  await new Promise((resolve) => requestImmediateMacroTask(resolve));
  began = performance.now();
}`;

/**
 * Whatever is edited, the grid asks every formula anew what it reads, in one go; formulas by the thousand hold the page.
 * It may pause there as it does while it calculates: what is edited meanwhile stops it, and is calculated in its turn.
 */
const PAUSES = [
  [
    "\t\tconst treeList = [];\n\t\tif (this._currentConfigService.isForceCalculate())",
    "let began = performance.now();\n",
  ],
  ["\t\t\tif (!tree.formula) continue;\n\t\t\tconst node = this._getTreeNode(tree);", PAUSE],
  ["\t\t\tif (tree.isCache) continue;\n\t\t\tthis._dependencyManagerService.addDependencyRTreeCache(tree);", PAUSE],
  ["\t\tawait this._calculateListByFunctionRefNode(treeList);\n\t\treturn treeList;", PAUSE],
];

function withPauses(text) {
  for (const [place, before] of PAUSES) {
    if (text.split(place).length !== 2)
      throw new Error(`the grid's formulas have no such place, or several:\n${place}`);
    text = text.replace(place, () => `${before}\n${place}`);
  }
  return text;
}

/**
 * Whenever a cell is drawn, the grid reads its text as a date, a time and a number, to mark numbers that are texts: half the
 * time of drawing. What a text looks like is remembered.
 */
const READ_AS_NUMBER = 'typeof cellRaw.v === "string" && getNumfmtParseValueFilter(cellRaw.v)';
const REMEMBERED = `
const looks = new Map();
function looksLikeNumber(text) {
  let is = looks.get(text);
  if (is !== undefined) return is;
  if (looks.size > 50_000) looks.clear();
  is = Boolean(getNumfmtParseValueFilter(text));
  looks.set(text, is);
  return is;
}
`;

function remembering(text) {
  if (text.split(READ_AS_NUMBER).length !== 2) throw new Error("the grid marks numbers that are texts in another way");
  return text.replace(READ_AS_NUMBER, 'typeof cellRaw.v === "string" && looksLikeNumber(cellRaw.v)') + REMEMBERED;
}

export const leanGrid = {
  name: "lean-grid",
  setup(build) {
    // It brings along how 76 languages break their words, a third of the page; sheets break none but English ones.
    build.onLoad({ filter: /engine-render.lib.es.[\w-]+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return text.startsWith(PATTERNS) ? { contents: "export {};" } : undefined;
    });
    build.onLoad({ filter: /sheets-ui.lib.es.index\.js$/ }, async ({ path }) => ({
      contents: remembering(await readFile(path, "utf8")),
    }));
    build.onLoad({ filter: /engine-formula.lib.es.index\.js$/ }, async ({ path }) => ({
      contents: withPauses(await readFile(path, "utf8")),
    }));
  },
};
