/**
 * Puts the sheets of another workbook behind those of this one, as Excel does it: a name that is taken gets a number,
 * and what refers to the sheet follows. Of the workbook's own parts only those grow that must name the new sheets.
 */
import { withSheetsRenamed } from "../formulas";
import { CONTENT_TYPE } from "../namespaces";
import type { Package } from "../package";
import { AdoptedStyles } from "./adopted-styles";
import { escapeText } from "./escape";
import { movedSheet, type NewHome } from "./moved-sheet";
import { reprefixed, PartXml, type Span } from "./part-xml";
import { addPart, editPart, freePart, relate, xmlOf } from "./parts";
import { freeSheetName } from "./sheet-names";
import { applySplices } from "./splices";
import { EMPTY_STYLE_SHEET, StyleSheet } from "./stylesheet";
import { sheetElement } from "./summary-sheet";
import { WorkbookXml } from "./workbook-xml";

/**
 * @param taken more names that the new sheets may not have
 * @returns the names of the new sheets
 */
export function insertSheets(into: Package, donor: Package, taken: readonly string[]): string[] {
  const home = new WorkbookXml(into, into.workbookPart());
  const away = new WorkbookXml(donor, donor.workbookPart());
  const sheets = away.worksheets(donor);
  const crowded = sheets.find(({ part }) => donor.relationships(part).length > 0);
  if (crowded !== undefined) throw new RangeError(`sheet ${crowded.name} needs more parts than its own`);

  const names: string[] = [];
  for (const { name } of sheets) names.push(freeSheetName(name, [...home.sheetNames(), ...taken, ...names]));
  const renames = new Map(sheets.map(({ name }, at): [string, string] => [name, names[at] ?? name]));
  for (const [name, renamed] of renames) if (name === renamed) renames.delete(name);

  const sheetParts = moveSheets(into, donor, home, away, renames);
  const before = home.sheetNames().length;
  const firstId = home.freeSheetId();
  const elements = sheetParts.map((part, at) => {
    const id = relate(into, home.xml.part, home.family, "worksheet", part);
    return sheetElement(home.xml.prefix, names[at] ?? "", firstId + at, id, home.family.relationships);
  });
  const indexes = new Map(
    sheets.map(({ name }, at): [number, number] => [away.sheetNames().indexOf(name), before + at]),
  );
  const definedNames = movedNames(home, away, indexes, renames);
  editPart(into, home.xml.part, [
    home.addSheet(elements.join("")),
    ...(definedNames === "" ? [] : [home.addNames(definedNames)]),
    home.recalculateOnLoad(),
  ]);
  return names;
}

/** Writes the sheets' own parts, and their styles. */
function moveSheets(
  into: Package,
  donor: Package,
  home: WorkbookXml,
  away: WorkbookXml,
  renames: ReadonlyMap<string, string>,
): string[] {
  const { family } = home;
  const part = (pack: Package, workbook: WorkbookXml, kind: string) => {
    const target = pack.relationships(workbook.xml.part).find((relationship) => relationship.kind === kind)?.target;
    return target != null && pack.has(target) ? target : null;
  };
  const stylesOf = (pack: Package, workbook: WorkbookXml, name: string | null) =>
    name === null ? new PartXml(EMPTY_STYLE_SHEET(workbook.family), "styles") : xmlOf(pack, name);

  const stylesPart = part(into, home, "styles");
  const ownStyles = stylesOf(into, home, stylesPart);
  const styles = new StyleSheet(ownStyles);
  const textsPart = part(donor, away, "sharedStrings");
  const newHome: NewHome = {
    family,
    styles: new AdoptedStyles(styles, stylesOf(donor, away, part(donor, away, "styles"))),
    text: sharedTexts(textsPart === null ? null : xmlOf(donor, textsPart)),
    renames,
  };
  const parts = away.worksheets(donor).map((sheet) => {
    const name = freePart(into, (n) => `xl/worksheets/sheet${n}.xml`);
    addPart(into, name, CONTENT_TYPE.worksheet, movedSheet(xmlOf(donor, sheet.part), away.family, newHome));
    return name;
  });
  if (stylesPart !== null) editPart(into, stylesPart, styles.splices());
  else {
    const name = freePart(into, (n) => `xl/styles${n === 1 ? "" : n}.xml`);
    addPart(into, name, CONTENT_TYPE.styles, applySplices(ownStyles.text, styles.splices()).text);
    relate(into, home.xml.part, family, "styles", name);
  }
  return parts;
}

/** What shared texts hold, as a cell of its own text holds it, too (CT_Rst). */
function sharedTexts(strings: PartXml | null): NewHome["text"] {
  const items = strings?.children.filter(({ local }) => local === "si") ?? [];
  return (index, prefix) => {
    const item = items[index];
    if (strings === null || item === undefined) return "";
    return reprefixed(strings.text.slice(item.innerFrom, item.innerTo), strings.prefix, prefix);
  };
}

/** Names of the sheets (what is printed …), and those of the workbook that this one does not have yet. */
function movedNames(
  home: WorkbookXml,
  away: WorkbookXml,
  indexes: ReadonlyMap<number, number>,
  renames: ReadonlyMap<string, string>,
): string {
  const known = new Set(home.xml.items("definedNames").map((name) => home.xml.value(name, "name").toLowerCase()));
  const { xml } = away;
  const moved = (name: Span): string => {
    const local = xml.attribute(name, "localSheetId");
    const index = local === undefined ? undefined : indexes.get(Number(local.value));
    const isWanted = local === undefined ? !known.has(xml.value(name, "name").toLowerCase()) : index !== undefined;
    if (!isWanted) return "";
    const place = index === undefined ? [] : [xml.setAttribute(name, "localSheetId", String(index))];
    const refersTo = escapeText(withSheetsRenamed(xml.content(name), renames));
    return xml.source(name, [...place, { from: name.innerFrom, to: name.innerTo, text: refersTo }]);
  };
  return reprefixed(xml.items("definedNames").map(moved).join(""), xml.prefix, home.xml.prefix);
}
