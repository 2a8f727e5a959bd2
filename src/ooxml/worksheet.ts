import type { Area, Row } from "../core/workbook/workbook";
import { damaged } from "./error";
import { MAX_COLUMN, parseArea } from "./references";
import { readSheetData, type CellContext } from "./sheet-data";
import { TagScanner } from "./tag-scanner";
import { isTrue, readXml } from "./xml";

interface WorksheetPart {
  readonly rows: readonly Row[];
  readonly merges: readonly Area[];
  /** 1-based, ascending. */
  readonly hiddenColumns: readonly number[];
  /** Relationship ids of the sheet's tables. */
  readonly tableIds: readonly string[];
}

/** Cells as quickly as can be; everything around them by paths through its namespaces. */
export function readWorksheet(text: string, part: string, context: CellContext): WorksheetPart {
  let rows: Row[] = [];
  let cut: { from: number; to: number } | null = null;
  const scanner = new TagScanner(text, part);
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    // The root is at depth 1 once opened; its children are read one by one.
    if (tag === "close" || (tag === "open" && scanner.depth === 1)) continue;
    if (cut === null && /^(?:\w+:)?sheetData$/.test(scanner.name)) {
      const from = scanner.start;
      rows = readSheetData(scanner, tag, context);
      cut = { from, to: scanner.position };
    } else if (tag === "open") scanner.skip();
  }

  const merges: Area[] = [];
  const hidden = new Uint8Array(MAX_COLUMN + 1);
  const tableIds: string[] = [];
  readXml(cut === null ? text : text.slice(0, cut.from) + text.slice(cut.to), part, {
    open(path, element) {
      if (path === "worksheet/mergeCells/mergeCell") merges.push(parseArea(element.get("ref") ?? ""));
      else if (path === "worksheet/tableParts/tablePart") {
        tableIds.push(element.getIn("/relationships", "id") ?? "");
      } else if (path === "worksheet/cols/col") {
        const isHidden = isTrue(element.get("hidden")) || Number(element.get("width") ?? 1) === 0;
        const [min, max] = [Number(element.get("min")), Number(element.get("max"))];
        if (isHidden) hidden.fill(1, min, max + 1);
      } else if (path === "worksheet/sheetData") throw damaged(`${part}: cells twice`);
      else if (!path.includes("/") && path !== "worksheet") throw damaged(`${part}: <${path}> is no worksheet`);
    },
  });
  const hiddenColumns: number[] = [];
  for (let column = hidden.indexOf(1, 1); column >= 0; column = hidden.indexOf(1, column + 1))
    hiddenColumns.push(column);
  return { rows, merges, hiddenColumns, tableIds };
}
