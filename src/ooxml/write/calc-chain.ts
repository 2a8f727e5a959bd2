/**
 * The order of calculation (ECMA-376 part 1, 18.6). Excel calls a workbook damaged when the chain names a cell that
 * has no formula; a formula that the chain lacks is no harm.
 */
import type { PartXml } from "./part-xml";
import { cut, insertAt, type Splice } from "./splices";

/**
 * Takes cells of one sheet out of the chain.
 * @returns null when nothing is left of it, which Excel does not accept either
 */
export function unchain(chain: PartXml, sheetId: string, cells: ReadonlySet<string>): Splice[] | null {
  const splices: Splice[] = [];
  // A link without a sheet stands on the sheet of the one before.
  let sheet = "";
  let keptSheet = "";
  let kept = 0;
  for (const link of chain.children) {
    const written = chain.attribute(link, "i")?.value;
    sheet = written ?? sheet;
    if (sheet === sheetId && cells.has(chain.value(link, "r"))) {
      splices.push(cut(link));
      continue;
    }
    if (written === undefined && keptSheet !== sheet) {
      splices.push(insertAt(link.from + 1 + link.name.length, ` i="${sheet}"`));
    }
    keptSheet = sheet;
    kept += 1;
  }
  return kept === 0 ? null : splices;
}
