/** A sheet of another workbook, written so that it stands on its own in this one. */
import { withSheetsRenamed } from "../formulas";
import type { Family } from "../namespaces";
import { TagScanner } from "../tag-scanner";
import type { AdoptedStyles } from "./adopted-styles";
import { escapeAttribute, escapeText } from "./escape";
import { localName, type PartXml } from "./part-xml";
import { applySplices, replace, type Splice } from "./splices";

export interface NewHome {
  readonly family: Family;
  readonly styles: AdoptedStyles;
  /** The shared text that a cell names, written with a prefix: it comes to stand in the cell. */
  text(index: number, prefix: string): string;
  readonly renames: ReadonlyMap<string, string>;
}

/** Everything that refers to styles, shared texts or other sheets is written anew; all the rest stays as it is. */
export function movedSheet(sheet: PartXml, from: Family, home: NewHome): string {
  const { family, styles, renames } = home;
  const { root, prefix: p } = sheet;
  const rootTag = sheet.text
    .slice(root.from, root.innerFrom)
    .replaceAll(from.main, family.main)
    .replaceAll(from.relationships, family.relationships);
  const splices: Splice[] = [replace({ from: root.from, to: root.innerFrom }, rootTag)];
  const scanner = new TagScanner(sheet.text, sheet.part);
  const renew = (attribute: string, renewed: (old: string) => string | number) => {
    const span = scanner.attributeSpan(attribute);
    if (span !== undefined) splices.push(replace(span, escapeAttribute(String(renewed(span.value)))));
  };
  const style = (index: string) => styles.cell(Number(index));
  let isShared = false;
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    if (tag === "close") continue;
    switch (localName(scanner.name)) {
      case "sheetView":
        // One sheet is selected, or what is typed goes into both.
        renew("tabSelected", () => 0);
        break;
      case "col":
        renew("style", style);
        break;
      case "row":
        renew("s", style);
        break;
      case "c":
        renew("s", style);
        isShared = scanner.attribute("t") === "s";
        if (isShared) renew("t", () => "inlineStr");
        break;
      case "v":
        if (isShared && tag === "open") {
          const start = scanner.start;
          const text = home.text(Number(scanner.content()), p);
          splices.push({ from: start, to: scanner.position, text: `<${p}is>${text}</${p}is>` });
        }
        break;
      case "cfRule":
        renew("dxfId", (index) => styles.differential(Number(index)));
        break;
      case "hyperlink":
        renew("location", (location) => withSheetsRenamed(location, renames));
        break;
      case "f":
      case "formula":
      case "formula1":
      case "formula2":
        if (tag === "open") {
          const start = scanner.position;
          const formula = scanner.content();
          const moved = withSheetsRenamed(formula, renames);
          if (moved !== formula) splices.push({ from: start, to: scanner.start, text: escapeText(moved) });
        }
    }
  }
  return applySplices(sheet.text, splices).text;
}
