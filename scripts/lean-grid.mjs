// The grid as the pages take it: lighter, and with pauses.
import { readFile } from "node:fs/promises";

const PATTERNS = "//#region src/components/docs/layout/hyphenation/patterns/";

/** Milliseconds of one turn. */
const TURN = 16;
const BREATH = "await new Promise((resolve) => requestImmediateMacroTask(resolve));";
const BEGIN = "let began = performance.now();";
const PAUSE = `if (performance.now() - began > ${TURN}) {
  ${BREATH}
  began = performance.now();
}`;
const before = (place, what) => [place, `${what}\n${place}`];

/**
 * Whatever is edited, the grid asks every formula anew what it reads, in one go, and calculates hundreds before it pauses;
 * formulas by the thousand, and sums over thousands of rows, hold the page. It may pause there by the clock: what is edited
 * meanwhile stops it, and is calculated in its turn.
 */
const PAUSES = [
  // By then all formulas of the book were gathered.
  before("\t\tconst treeList = [];\n\t\tif (this._currentConfigService.isForceCalculate())", BREATH + BEGIN),
  before("\t\t\tif (!tree.formula) continue;\n\t\t\tconst node = this._getTreeNode(tree);", PAUSE),
  before(
    "\t\t\tif (tree.isCache) continue;\n\t\t\tthis._dependencyManagerService.addDependencyRTreeCache(tree);",
    PAUSE,
  ),
  before("\t\tawait this._calculateListByFunctionRefNode(treeList);\n\t\treturn treeList;", PAUSE),
  before("\t\tthis._dependencyManagerService.openKdTree();\n\t\tconst updateTreeList", BREATH + BEGIN),
  before("\t\tconst updateTreeList = this._getUpdateTreeListAndMakeDependency();\n\t\tconst finalTreeList", PAUSE),
  before("\t\tconst finalTreeList = this._calculateRunList(updateTreeList);\n\t\tif", PAUSE),
  before("\t\tif (this._checkIsCycleDependency(finalTreeList)) this._runtimeService.enableCycleDependency();", PAUSE),
  before("\t\tlet i = 0;\n\t\tconst treeCount = treeList.length;\n\t\twhile", "let began = -Infinity;"),
  ["\t\t\tif (i % intervalCount === 0) {", `if (performance.now() - began > ${TURN}) {`],
  before(
    "\t\t\t\tif (isArrayFormulaState) {\n\t\t\t\t\tthis._runtimeService.setFormulaExecuteStage(7);",
    "began = performance.now();",
  ),
];

/**
 * Whatever is written into a cell, the grid gathers every formula of the book, since cells may share one by a name. Until
 * some do (what is filled or pasted in it may), the cells that were written are all there is to know.
 */
const SHARED = [
  [
    "\tupdateFormulaData(unitId, sheetId, cellValue) {\n\t\tconst cellMatrix = new ObjectMatrix(cellValue);",
    `updateFormulaData(unitId, sheetId, cellValue) {
      const cellMatrix = new ObjectMatrix(cellValue);
      const cells = this._univerInstanceService.getUnit(unitId)?.getSheetBySheetId(sheetId)?.getCellMatrix();
      const written = new ObjectMatrix();
      cellMatrix.forValue((row, column, cell) => {
        if (cell?.si) formulasAreShared = true;
        if (isFormulaString(cell?.f)) written.setValue(row, column, { f: cell.f });
        else if (isFormulaString(cells?.getValue(row, column)?.f)) written.setValue(row, column, null);
      });
      if (!formulasAreShared) return written.getMatrix();`,
  ],
  before("function initSheetFormulaData(formulaData,", "let formulasAreShared = false;"),
];

/**
 * Whenever a cell is drawn, the grid reads its text as a date, a time and a number, to mark numbers that are texts: half the
 * time of drawing. What a text looks like is remembered.
 */
const REMEMBERED = [
  [
    'typeof cellRaw.v === "string" && getNumfmtParseValueFilter(cellRaw.v)',
    'typeof cellRaw.v === "string" && looksLikeNumber(cellRaw.v)',
  ],
];
const LOOKS_LIKE_NUMBER = `
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

/** Whenever a sheet comes to the front, every merge of it asks to be told of rows that move. Here none does. */
const UNMOVED = [
  [
    "\t\t\tmergeData.forEach((range) => {\n\t\t\t\tthis.disposableCollection.add(this._refRangeService.registerRefRange(",
    "[].forEach((range) => {\n\t\t\t\tthis.disposableCollection.add(this._refRangeService.registerRefRange(",
  ],
];

/** @throws where the grid has no such place, or several */
function changed(text, changes) {
  for (const [place, now] of changes) {
    if (text.split(place).length !== 2) throw new Error(`the grid has no such place, or several:\n${place}`);
    text = text.replace(place, () => now);
  }
  return text;
}

export const leanGrid = {
  name: "lean-grid",
  setup(build) {
    // It brings along how 76 languages break their words, a third of the page; sheets break none but English ones.
    build.onLoad({ filter: /engine-render.lib.es.[\w-]+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return text.startsWith(PATTERNS) ? { contents: "export {};" } : undefined;
    });
    const change = (filter, changes, more = "") =>
      build.onLoad({ filter }, async ({ path }) => ({
        contents: changed(await readFile(path, "utf8"), changes) + more,
      }));
    change(/sheets-ui.lib.es.index\.js$/, REMEMBERED, LOOKS_LIKE_NUMBER);
    change(/engine-formula.lib.es.index\.js$/, [...PAUSES, ...SHARED]);
    change(/univerjs.sheets.lib.es.index\.js$/, UNMOVED);
  },
};
