import { speaksOfColours } from "../core/read/sheets/colours";
import type { Sheet, TableObject, Workbook } from "../core/workbook/workbook";
import { painter } from "./colours";
import { damaged } from "./error";
import { Package, type Relationship } from "./package";
import { readSettings } from "./settings";
import type { CellContext } from "./sheet-data";
import { readSharedStrings } from "./strings";
import { readStyles } from "./styles";
import { readTable } from "./tables";
import { readWorkbookPart } from "./workbook-part";
import { readWorksheet } from "./worksheet";
import { portableCodec, type Codec } from "./zip/codec";

export { WorkbookError, type WorkbookErrorCode } from "./error";

/** As many cells as Excel itself hands over in one read, and formulas to fill a quarter of a gigabyte. */
const BUDGET = { cells: 5_000_000, formulaCharacters: 2 ** 28 };

/**
 * Reads the bytes of an .xlsx or .xlsm file (ECMA-376, transitional or strict). Only worksheets are read: chart and
 * dialog sheets hold no cells. Runs in browsers too; on Node pass `nodeCodec`, which inflates faster.
 * Throws WorkbookError, and nothing else, whatever the bytes are.
 */
export function readWorkbook(bytes: Uint8Array, codec: Codec = portableCodec): Workbook {
  const pack = new Package(bytes, codec);
  const workbookPart = pack.workbookPart();
  const workbook = readWorkbookPart(pack.text(workbookPart), workbookPart);
  const relationships = pack.relationships(workbookPart);
  const context = readContext(pack, relationships, workbook.date1904);

  const sheets: Sheet[] = [];
  const targets: string[] = [];
  for (const { name, visibility, relationshipId } of workbook.sheets) {
    const relationship = relationships.find(({ id }) => id === relationshipId);
    if (relationship?.target == null) throw damaged(`sheet ${name} has no part`);
    if (relationship.kind !== "worksheet") continue;
    const { tableIds, ...cells } = readWorksheet(pack.text(relationship.target), relationship.target, context);
    sheets.push({ name, visibility, ...cells, tables: readTables(pack, relationship.target, tableIds) });
    targets.push(relationship.target);
  }
  const paint = speaksOfColours({ sheets }) ? painterOf(pack, relationships) : null;
  return {
    date1904: workbook.date1904,
    sheets:
      paint === null
        ? sheets
        : sheets.map((sheet, index) => {
            const part = targets[index] as string;
            return paint(sheet, pack.text(part), part);
          }),
    settings: readSettings(pack, workbookPart),
  };
}

function painterOf(pack: Package, relationships: readonly Relationship[]): ReturnType<typeof painter> | null {
  const partOf = (wanted: string): { text: string; part: string } | null => {
    const part = relationships.find(({ kind }) => kind === wanted)?.target ?? null;
    return part !== null && pack.has(part) ? { text: pack.text(part), part } : null;
  };
  const styles = partOf("styles");
  return styles === null ? null : painter({ styles, theme: partOf("theme") });
}

/** What the cells of all sheets refer to. */
export function readContext(pack: Package, relationships: readonly Relationship[], date1904: boolean): CellContext {
  const partOf = (wanted: string) => {
    const part = relationships.find(({ kind }) => kind === wanted)?.target ?? undefined;
    return part !== undefined && pack.has(part) ? part : undefined;
  };
  const [strings, styles] = [partOf("sharedStrings"), partOf("styles")];
  return {
    strings: strings === undefined ? [] : readSharedStrings(pack.text(strings), strings),
    styles: styles === undefined ? [] : readStyles(pack.text(styles), styles),
    date1904,
    budget: { ...BUDGET },
  };
}

function readTables(pack: Package, sheetPart: string, ids: readonly string[]): TableObject[] {
  if (ids.length === 0) return [];
  const relationships = pack.relationships(sheetPart);
  return ids.map((wanted) => {
    const part = relationships.find(({ id }) => id === wanted)?.target;
    if (part == null) throw damaged(`${sheetPart}: table ${wanted} has no part`);
    return readTable(pack.text(part), part);
  });
}
