/** Marks as conditional formats (ECMA-376 part 1, 18.3.1.18), one for each severity on a sheet. */
import { MARK_LOOKS, addressLists, isMarkFormula, markFormula, type SheetMarks } from "../../views/marks/marks";
import { TagScanner } from "../tag-scanner";
import { escapeText } from "./escape";
import { localName, type PartXml } from "./part-xml";
import { cut, type Splice } from "./splices";
import { argb, type StyleSheet } from "./stylesheet";

export function markSplices(sheet: PartXml, rules: SheetMarks["rules"], styles: StyleSheet): Splice[] {
  const p = sheet.prefix;
  // Behind the user's own formats: theirs win where both colour a cell, and none of their priorities moves.
  let priority = highestPriority(sheet);
  const formats = rules.map(({ severity, areas }) => {
    const { fill, font } = MARK_LOOKS[severity];
    const style = styles.addDifferential(
      (s) =>
        `<${s}dxf><${s}font><${s}color rgb="${argb(font)}"/></${s}font><${s}fill><${s}patternFill patternType="solid"><${s}fgColor rgb="${argb(fill)}"/><${s}bgColor rgb="${argb(fill)}"/></${s}patternFill></${s}fill></${s}dxf>`,
    );
    priority += 1;
    const cells = addressLists(areas, " ", Infinity).join(" ");
    return `<${p}conditionalFormatting sqref="${cells}"><${p}cfRule type="expression" dxfId="${style}" priority="${priority}"><${p}formula>${escapeText(markFormula(severity))}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  });
  return formats.length === 0 ? [] : [sheet.insert("conditionalFormatting", formats.join(""))];
}

/** Splices that take the marks out of a sheet, whoever wrote them there. */
export function unmarkSplices(sheet: PartXml): Splice[] {
  const formats = sheet.children.filter(({ local }) => local === "conditionalFormatting");
  return formats.flatMap((format) => {
    const rules = sheet.inside(format).filter(({ local }) => local === "cfRule");
    const marks = rules.filter((rule) =>
      sheet.inside(rule).some((child) => child.local === "formula" && isMarkFormula(sheet.content(child))),
    );
    return marks.length === rules.length ? [cut(format)] : marks.map(cut);
  });
}

/** Priorities are shared by all conditional formats of a sheet, those in its extensions too. */
function highestPriority(sheet: PartXml): number {
  let highest = 0;
  for (const { local, from, to } of sheet.children) {
    if (local !== "conditionalFormatting" && local !== "extLst") continue;
    const scanner = new TagScanner(sheet.text.slice(0, to), sheet.part, from);
    for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
      if (tag !== "close" && localName(scanner.name) === "cfRule") {
        highest = Math.max(highest, Number(scanner.attribute("priority") ?? 0));
      }
    }
  }
  return highest;
}
