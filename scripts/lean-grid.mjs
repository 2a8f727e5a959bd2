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

/** A sheet that comes in is asked for its formulas: with it all others were. */
const OWN_FORMULAS = [
  [
    "const { sheet, unitId } = params;\n\t\tconst formulaData = this._formulaDataModel.getFormulaData();",
    "const { sheet, unitId } = params;\n\t\tconst formulaData = {};",
  ],
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

/** For each row that is drawn all merges of the sheet are gone through: of many, those of its few cells are looked up. */
const NEAR = [
  before(
    "\t\tlet index = 0;\n\t\tconst indexes = [];\n\t\tfor (const range of this._mergeData || [])",
    `const near = mergesIn(this, startRow, startColumn, endRow, endColumn);
    if (near !== null) {
      this._rangeMap.set(key, near);
      return this._getRangeFromCache(key);
    }`,
  ),
];
const MERGES_IN = `
function mergesIn(span, startRow, startColumn, endRow, endColumn) {
  const cells = (endRow - startRow + 1) * (endColumn - startColumn + 1);
  if (span._hasAll || span._hasRow || span._hasColumn || !(cells <= span._mergeData.length)) return null;
  const found = new Set();
  for (const columns of within(span._cellCache, startRow, endRow))
    for (const index of within(columns, startColumn, endColumn)) found.add(index);
  return [...found].sort((one, other) => one - other);
}
`;

/** What a map by row or column holds from one to another. */
const WITHIN = `
function* within(map, first, last) {
  if (last - first >= map.size) {
    for (const [key, value] of map) if (key >= first && key <= last) yield value;
  } else for (let key = first; key <= last; key += 1) if (map.has(key)) yield map.get(key);
}
`;

/** Of every cell, over and over, it is asked whether it holds a formula: by the name of its value's class. */
const TOLD_APART = [
  [
    "return Tools.isString(value) && value.substring(0, 1)",
    'return typeof value === "string" && value.substring(0, 1)',
  ],
  ["return Tools.isString(value) && value.length > 0", 'return typeof value === "string" && value.length > 0'],
];

/** A sheet that comes in is shown by whoever put it in, in a turn of its own. */
const NOT_SHOWN = [
  ["if (command.id === InsertSheetMutation.id) return this._adjustActiveSheetOnInsertSheet(command);", ""],
];

/** How many points a pixel has the browser knows. The grid makes a canvas to ask it, for each line of a border. */
const PIXEL_RATIO = [
  [
    "function getDevicePixelRatio() {\n",
    "function getDevicePixelRatio() {\n\treturn Math.max(1, window.devicePixelRatio || 1);\n",
  ],
];

/** What is to be calculated of a book that was opened is looked for in the turn that draws it for the first time. */
const LATER = [
  [
    "\t_initialExecuteFormula() {\n",
    "\t_initialExecuteFormula() {\n\t\tsetTimeout(() => this._disposed || this._executeFormulaFirst());\n\t}\n\t_executeFormulaFirst() {\n",
  ],
];

/**
 * Who reads a single cell stands by row and column. Before each calculation the grid sorts all of them into a tree, in one go,
 * only to ask it who reads a cell or a few rows: that is looked up where it stands.
 */
const LOOKED_UP = [
  before(
    "\t\tconst searchObject = (_this$_kdTree$get",
    "return readersIn(this._oneCellCache.get(unitId)?.get(subUnitId), range);",
  ),
  before("\t\tfor (const [unitId, map1] of this._oneCellCache) {\n\t\t\tif (!this._kdTree.has(unitId))", "return;"),
];
const READERS_IN = `
function readersIn(rows, { startRow, startColumn, endRow, endColumn }) {
  const readers = [];
  if (rows !== undefined)
    for (const cells of within(rows, startRow, endRow))
      for (const ids of within(cells, startColumn, endColumn)) readers.push(...ids);
  return readers;
}
`;

/** Whenever a sheet comes to the front, every merge of it asks to be told of rows that move. Here none does. */
const UNMOVED = [
  [
    "\t\t\tmergeData.forEach((range) => {\n\t\t\t\tthis.disposableCollection.add(this._refRangeService.registerRefRange(",
    "[].forEach((range) => {\n\t\t\t\tthis.disposableCollection.add(this._refRangeService.registerRefRange(",
  ],
];

/**
 * Each thing that may be drawn in a cell asks every cell in sight anew, all interceptors over: bars and icons of rules, the
 * hatching of protected ranges and what other plugins draw are never in a sheet here.
 */
const NEVER_DRAWN = {
  rules: [
    ["SpreadsheetExtensionRegistry.add(DataBar);", ""],
    ["SpreadsheetExtensionRegistry.add(ConditionalFormattingIcon);", ""],
  ],
  render: [["SpreadsheetExtensionRegistry.add(Custom);", ""]],
  ui: ["CAN_VIEW", "CAN_NOT_VIEW"].map((kind) => [
    `if (!spreadsheetRender.getExtensionByKey("RANGE_PROTECTION_${kind}_RENDER_EXTENSION_KEY"))`,
    "if (false)",
  ]),
};

/** Cells in sight are looked at for what they show, then for texts that run over into others: the same once more. */
const LOOKED_AT_ONCE = [
  [
    "for (let c = expandStartCol; c < visibleEndColumn; c++)",
    "for (let c = expandStartCol; c < visibleStartColumn; c++)",
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
    change(/sheets-ui.lib.es.index\.js$/, [...REMEMBERED, ...NEVER_DRAWN.ui], LOOKS_LIKE_NUMBER);
    change(/univerjs.sheets-conditional-formatting.lib.es.index\.js$/, NEVER_DRAWN.rules);
    change(/engine-formula.lib.es.index\.js$/, [...PAUSES, ...SHARED]);
    change(/univerjs.sheets.lib.es.index\.js$/, [...UNMOVED, ...NOT_SHOWN]);
    change(/engine-render.lib.es.index\.js$/, [...PIXEL_RATIO, ...LOOKED_AT_ONCE, ...NEVER_DRAWN.render]);
    change(/univerjs.core.lib.es.index\.js$/, [...LOOKED_UP, ...TOLD_APART, ...NEAR], WITHIN + READERS_IN + MERGES_IN);
    change(/sheets-formula.lib.es.index\.js$/, [...OWN_FORMULAS, ...LATER]);
  },
};
