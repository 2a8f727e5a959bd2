/** Writes a template as the bytes of an .xlsx file, the same bytes every time. */
import { strToU8, zipSync } from "fflate";
import { absoluteArea, absoluteRows, areaName } from "../core/workbook/addresses";
import { columnName } from "../core/workbook/workbook";
import { looks, type Look } from "./looks";
import type { InputCheck, Role, TemplateBook, TemplateCell, TemplateSheet } from "./model";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The earliest day a zip file can name; the time of writing is nobody's business. */
const NO_TIME = new Date("1980-01-01T00:00:00");

export function templateBytes(book: TemplateBook): Uint8Array {
  const strings = new Strings();
  const sheets = book.sheets.map((sheet, index) => [
    `xl/worksheets/sheet${String(index + 1)}.xml`,
    worksheet(sheet, strings, index === 0),
  ]);
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(book),
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(book),
    "xl/_rels/workbook.xml.rels": relationships([
      ...book.sheets.map(
        (_, index) => [sheetId(index), "worksheet", `worksheets/sheet${String(index + 1)}.xml`] as const,
      ),
      ["rIdStyles", "styles", "styles.xml"],
      ["rIdStrings", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": styles(),
    "xl/sharedStrings.xml": strings.xml(),
    ...Object.fromEntries(sheets),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]));
  return zipSync(files, { level: 6, mtime: NO_TIME });
}

const sheetId = (index: number): string => `rId${String(index + 1)}`;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

class Strings {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  indexOf(text: string): number {
    this.uses += 1;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }

  xml(): string {
    const items = [...this.indexes.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
    return `<sst xmlns="${MAIN}" count="${String(this.uses)}" uniqueCount="${String(items.length)}">${items.join("")}</sst>`;
  }
}

function contentTypes(book: TemplateBook): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    type("workbook.xml", "sheet.main") +
    book.sheets.map((_, index) => type(`worksheets/sheet${String(index + 1)}.xml`, "worksheet")).join("") +
    type("styles.xml", "styles") +
    type("sharedStrings.xml", "sharedStrings") +
    "</Types>"
  );
}

const relationships = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
    .join("") +
  "</Relationships>";

function workbook(book: TemplateBook): string {
  const sheets = book.sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${String(index + 1)}" r:id="${sheetId(index)}"/>`,
  );
  const names = book.sheets.flatMap(({ name, area, headerRow }, index) => [
    definedName("_xlnm.Print_Area", index, `${name}!${absoluteArea(area)}`),
    ...(headerRow === null
      ? []
      : [definedName("_xlnm.Print_Titles", index, `${name}!${absoluteRows({ top: headerRow, bottom: headerRow })}`)]),
  ]);
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${sheets.join("")}</sheets><definedNames>${names.join("")}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}

const definedName = (name: string, sheet: number, refersTo: string): string =>
  `<definedName name="${name}" localSheetId="${String(sheet)}">${escapeXml(refersTo)}</definedName>`;

/** Styles 1 … n in the order of the roles; 0 is that of empty cells. */
const ROLES = Object.keys(looks) as Role[];
const styleOf = (role: Role): number => ROLES.indexOf(role) + 1;

const FONT = "游ゴシック";
const FIRST_FORMAT = 164;

function styles(): string {
  const all: readonly Look[] = ROLES.map((role) => looks[role]);
  const formats = [...new Set(all.flatMap(({ format }) => format ?? []))];
  const font = ({ bold, size, color }: Pick<Look, "bold" | "size" | "color">) =>
    `<font>${bold === true ? "<b/>" : ""}<sz val="${String(size)}"/><color rgb="FF${color}"/><name val="${FONT}"/><family val="3"/><charset val="128"/></font>`;
  const fill = ({ fill: color }: Look) =>
    color === null
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const box = `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
  const xf = (look: Look, index: number) => {
    const format = look.format === null ? 0 : FIRST_FORMAT + formats.indexOf(look.format);
    const alignment = `<alignment${look.align === null ? "" : ` horizontal="${look.align}"`} vertical="center"${look.wrap ? ' wrapText="1"' : ""}/>`;
    return `<xf numFmtId="${String(format)}" fontId="${String(index + 1)}" fillId="${String(index + 2)}" borderId="${look.boxed ? "1" : "0"}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  };
  const counted = (name: string, items: readonly string[]) =>
    `<${name} count="${String(items.length)}">${items.join("")}</${name}>`;
  return (
    `<styleSheet xmlns="${MAIN}">` +
    counted(
      "numFmts",
      formats.map(
        (code, index) => `<numFmt numFmtId="${String(FIRST_FORMAT + index)}" formatCode="${escapeXml(code)}"/>`,
      ),
    ) +
    counted("fonts", [font({ size: 11, color: "000000" }), ...all.map(font)]) +
    counted("fills", [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      ...all.map(fill),
    ]) +
    counted("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>", box]) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    counted("cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...all.map(xf)]) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    "</styleSheet>"
  );
}

function worksheet(sheet: TemplateSheet, strings: Strings, isFirst: boolean): string {
  const pane =
    sheet.headerRow === null
      ? ""
      : `<pane ySplit="${String(sheet.headerRow)}" topLeftCell="A${String(sheet.headerRow + 1)}" activePane="bottomLeft" state="frozen"/>`;
  const columns = sheet.widths.map(
    (width, index) =>
      `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`,
  );
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${areaName(sheet.area)}"/>` +
    `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="18"/>' +
    `<cols>${columns.join("")}</cols>` +
    `<sheetData>${rows(sheet.cells, strings)}</sheetData>` +
    checks(sheet.checks) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.orientation}" fitToWidth="1" fitToHeight="0"/>` +
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>" +
    "</worksheet>"
  );
}

function rows(cells: readonly TemplateCell[], strings: Strings): string {
  const byRow = new Map<number, TemplateCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  return [...byRow]
    .map(([row, own]) => `<row r="${String(row)}">${own.map((cell) => cellXml(cell, strings)).join("")}</row>`)
    .join("");
}

function cellXml({ row, column, value, formula, role }: TemplateCell, strings: Strings): string {
  const start = `<c r="${columnName(column)}${String(row)}" s="${String(styleOf(role))}"`;
  if (formula !== null) {
    const shown = typeof value === "string" ? ["str", escapeXml(value)] : ["n", String(value ?? 0)];
    return `${start} t="${shown[0] ?? ""}"><f>${escapeXml(formula)}</f><v>${shown[1] ?? ""}</v></c>`;
  }
  if (value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${String(value)}</v></c>`;
  return `${start} t="s"><v>${String(strings.indexOf(value))}</v></c>`;
}

/** Days since the turn of the century before last, as cells hold a date. */
function serial(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function checks(all: readonly InputCheck[]): string {
  if (all.length === 0) return "";
  return `<dataValidations count="${String(all.length)}">${all.map(checkXml).join("")}</dataValidations>`;
}

function checkXml({ area, allow, prompt }: InputCheck): string {
  const place = `allowBlank="1" showInputMessage="1" showErrorMessage="1" prompt="${escapeXml(prompt)}" sqref="${areaName(area)}"`;
  const error = (text: string) => `errorTitle="入力の確認" error="${text}"`;
  switch (allow.kind) {
    case "any":
      return `<dataValidation allowBlank="1" showInputMessage="1" prompt="${escapeXml(prompt)}" sqref="${areaName(area)}"/>`;
    case "list":
      return `<dataValidation type="list" ${error("選択肢から選んでください。")} ${place}><formula1>${escapeXml(`"${allow.options.join(",")}"`)}</formula1></dataValidation>`;
    case "date":
      return `<dataValidation type="date" operator="between" ${error(`${allow.from} から ${allow.to} までの日付を記入してください。`)} ${place}><formula1>${String(serial(allow.from))}</formula1><formula2>${String(serial(allow.to))}</formula2></dataValidation>`;
    default:
      return `<dataValidation type="${allow.kind}" operator="greaterThanOrEqual" ${error("数字で記入してください。")} ${place}><formula1>${String(allow.least)}</formula1></dataValidation>`;
  }
}
