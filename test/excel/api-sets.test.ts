/** Only what ExcelApi 1.14 has is called, by the requirement sets in the comments of Microsoft's own type definitions. */
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");
const FLOOR = 14;
const files = ["excel", "taskpane", "commands"].flatMap((room) =>
  readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, "src", room, name)),
);
/** Excel's objects stay in the room `excel` and with those who ask it: every other file is about React alone. */
const inExcel = files.filter((file) =>
  /\b(Excel|Office)(Extension)?\.|from "[^"]*excel\//.test(readFileSync(file, "utf8")),
);

/** "ExcelApi 1.7" → 7; ExcelApiDesktop, ExcelApiOnline and previews are beyond any floor. */
function setOf(declaration: ts.Node): number | null {
  const text = declaration.getSourceFile().text.slice(declaration.getFullStart(), declaration.getStart());
  const named = [...text.matchAll(/\[Api set: (ExcelApi\w*) ([\d.]+|BETA[^\]]*)/g)];
  const numbers = named.map(([, name, version]) => {
    const minor = /^1\.(\d+)$/.exec(version ?? "")?.[1];
    return name === "ExcelApi" && minor !== undefined ? Number(minor) : Infinity;
  });
  return numbers.length === 0 ? null : Math.min(...numbers);
}

test("every member of Excel's that is used belongs to ExcelApi 1.14 or earlier", () => {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(inExcel, { ...options, types: ["office-js"] });
  const checker = program.getTypeChecker();
  const used = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isBindingElement(node)) {
      const name = ts.isBindingElement(node) ? (node.propertyName ?? node.name) : node.name;
      const symbol = checker.getSymbolAtLocation(name);
      for (const declaration of symbol?.declarations ?? []) {
        const isOffice = declaration.getSourceFile().fileName.includes("@types/office-js");
        const set = isOffice ? setOf(declaration) : null;
        if (set !== null) used.set(`${declaration.parent.getChildAt(0).getText()} ${symbol?.name ?? ""}`, set);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (inExcel.includes(resolve(file.fileName))) visit(file);
  expect(used.size).toBeGreaterThan(60);
  expect([...used].filter(([, set]) => set > FLOOR)).toEqual([]);
});
