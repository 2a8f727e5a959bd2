/** Marks as conditional formats (ECMA-376 part 1, 18.3.1.18), one for each severity on a sheet. */
import { MARK_LOOKS, addressLists, isMarkFormula, markFormula, type SheetMarks } from "../../core/marks/marks";
import { TagScanner } from "../tag-scanner";
import { insertChild } from "./element-order";
import { argb, type StyleSheet } from "./stylesheet";
import { childrenOf, cut, escapeText, localName, prefixOf, rootOf, type Splice } from "./spans";

export function markSplices(text: string, part: string, rules: SheetMarks["rules"], styles: StyleSheet): Splice[] {
  const root = rootOf(text, part);
  const p = prefixOf(root);
  // Behind the user's own formats: theirs win where both colour a cell, and none of their priorities moves.
  let priority = highestPriority(text, part, root.innerTo);
  const formats = rules.flatMap(({ severity, areas }) => {
    const { fill, font } = MARK_LOOKS[severity];
    const style = styles.addDifferential(
      (s) =>
        `<${s}dxf><${s}font><${s}color rgb="${argb(font)}"/></${s}font><${s}fill><${s}patternFill patternType="solid"><${s}fgColor rgb="${argb(fill)}"/><${s}bgColor rgb="${argb(fill)}"/></${s}patternFill></${s}fill></${s}dxf>`,
    );
    priority += 1;
    const cells = addressLists(areas, " ", Infinity).join(" ");
    return `<${p}conditionalFormatting sqref="${cells}"><${p}cfRule type="expression" dxfId="${style}" priority="${priority}"><${p}formula>${escapeText(markFormula(severity))}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  });
  return formats.length === 0 ? [] : [insertChild(text, part, root, "conditionalFormatting", formats.join(""))];
}

/** Splices that take the marks out of a sheet, whoever wrote them there. */
export function unmarkSplices(text: string, part: string): Splice[] {
  if (!text.includes("kenzan:")) return [];
  const formats = childrenOf(text, part, rootOf(text, part)).filter(({ local }) => local === "conditionalFormatting");
  return formats.flatMap((format) => {
    const rules = childrenOf(text, part, format).filter(({ local }) => local === "cfRule");
    const marks = rules.filter((rule) =>
      childrenOf(text, part, rule).some((child) => {
        const scanner = new TagScanner(text, part, child.from);
        return child.local === "formula" && scanner.next() === "open" && isMarkFormula(scanner.content());
      }),
    );
    return marks.length === rules.length ? [cut(format)] : marks.map(cut);
  });
}

/** Priorities are shared by all conditional formats of a sheet, those in its extensions too. */
function highestPriority(text: string, part: string, end: number): number {
  let highest = 0;
  const start = text.lastIndexOf("sheetData", end);
  const scanner = new TagScanner(text.slice(0, end), part, text.indexOf(">", start) + 1);
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    if (tag === "close" || localName(scanner.name) !== "cfRule") continue;
    highest = Math.max(highest, Number(scanner.attribute("priority") ?? 0));
  }
  return highest;
}
