/** Draws the summary sheet: a worksheet part, its chart and its table, out of the one model that Excel draws too. */
import { areaName, inSheet } from "../../core/workbook/addresses";
import { cellName } from "../../core/workbook/workbook";
import type { ModelCell, ModelTable, PrintSetup, SheetModel } from "../../views/summary/model";
import { BORDER_COLOR, looks, type Look } from "../../views/summary/style";
import { CONTENT_TYPE, XML_DECLARATION } from "../namespaces";
import { addChart } from "./summary-chart";
import type { Layer } from "./layer";
import { argb, type StyleSheet, type StyleXml } from "./stylesheet";
import { escapeAttribute, escapeText, escapeXstring, escapeXstringAttribute } from "./escape";

const PAPER = { A3: 8, A4: 9 } as const;

/** Adds the parts of the sheet; gives the name of the worksheet part. */
export function addSummarySheet(layer: Layer, model: SheetModel, name: string, styles: StyleSheet): string {
  const { family } = layer;
  const part = layer.add((n) => `xl/worksheets/sheet${n}.xml`, CONTENT_TYPE.worksheet, "");
  const { print } = model;
  const { left, right, top, bottom } = print.margins;
  const links = model.cells.flatMap((cell) => hyperlink(cell));
  const drawing = model.chart === null ? null : addChart(layer, part, name, model, model.chart);
  const table = model.table === null ? null : addTable(layer, part, model, model.table);
  const elements = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${areaName(model.area)}"/>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane(model)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18.75"/>',
    list(
      "cols",
      model.columns.map(
        ({ column, width }) =>
          `<col min="${column}" max="${column}" width="${width}" customWidth="1"${model.hidden?.includes(column) ? ' hidden="1"' : ""}/>`,
      ),
    ),
    `<sheetData>${rows(model, new SummaryStyles(styles))}</sheetData>`,
    list(
      "mergeCells",
      model.merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`),
    ),
    list("hyperlinks", links),
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="${PAPER[print.paper]}" orientation="${print.orientation}" fitToWidth="${print.pagesWide}" fitToHeight="0"/>`,
    headerFooter(print),
    breaks(print),
    drawing === null ? "" : `<drawing r:id="${drawing}"/>`,
    table === null ? "" : `<tableParts count="1"><tablePart r:id="${table}"/></tableParts>`,
  ];
  layer.replaceAdded(
    part,
    `${XML_DECLARATION}<worksheet xmlns="${family.main}" xmlns:r="${family.relationships}">${elements.join("")}</worksheet>`,
  );
  return part;
}

/** File name and day above, page and edition below; "&" begins a code, so that one of the text is doubled. */
const headerFooter = ({ foot, headless }: PrintSetup): string =>
  foot === undefined
    ? ""
    : `<headerFooter>${headless === true ? "" : "<oddHeader>&amp;L&amp;F&amp;R&amp;D</oddHeader>"}<oddFooter>&amp;L${escapeText(foot.replaceAll("&", "&&"))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;

/** A break stands after the row before. */
const breaks = ({ breaks: rows = [] }: PrintSetup): string =>
  rows.length === 0
    ? ""
    : `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${rows.map((row) => `<brk id="${row - 1}" max="16383" man="1"/>`).join("")}</rowBreaks>`;

function pane({ freeze }: SheetModel): string {
  if (freeze === undefined) return "";
  const { rows, columns } = freeze;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const active = columns > 0 ? (rows > 0 ? "bottomRight" : "topRight") : "bottomLeft";
  return `<pane${split} topLeftCell="${cellName(rows + 1, columns + 1)}" activePane="${active}" state="frozen"/>`;
}

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `<${name}>${items.join("")}</${name}>`;

function rows(model: SheetModel, styles: SummaryStyles): string {
  const heights = new Map(model.rowHeights.map(({ row, height }) => [row, height]));
  const cells = new Map<number, ModelCell[]>([...heights.keys()].map((row) => [row, []]));
  for (const cell of model.cells) cells.set(cell.row, [...(cells.get(cell.row) ?? []), cell]);
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([row, inRow]) => {
      const height = heights.get(row);
      const attributes = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      return `<row r="${row}"${attributes}>${inRow
        .sort((a, b) => a.column - b.column)
        .map((cell) => cellXml(cell, styles))
        .join("")}</row>`;
    })
    .join("");
}

function cellXml(cell: ModelCell, styles: SummaryStyles): string {
  const head = `<c r="${cellName(cell.row, cell.column)}" s="${styles.of(cell)}"`;
  const formula = cell.formula === null ? "" : `<f>${escapeXstring(cell.formula)}</f>`;
  if (typeof cell.value === "number") return `${head}>${formula}<v>${cell.value}</v></c>`;
  if (formula !== "") return `${head} t="str">${formula}<v>${escapeXstring(cell.value)}</v></c>`;
  if (cell.value === "") return `${head}/>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXstring(cell.value)}</t></is></c>`;
}

/** Numbers of the styles that the sheet needs, each made once. */
class SummaryStyles {
  private readonly numbers = new Map<string, number>();
  private readonly font: string;

  constructor(private readonly styles: StyleSheet) {
    this.font = styles.defaultFont;
  }

  of({ style, format }: ModelCell): number {
    const key = `${style} ${format ?? ""}`;
    const number = this.numbers.get(key) ?? this.add(looks[style], format);
    this.numbers.set(key, number);
    return number;
  }

  private add(look: Look, numberFormat: string | null): number {
    return this.styles.addCellFormat({
      font: fontXml(look, this.font),
      fill: fillXml(look.fill),
      border: borderXml(look.border),
      alignment: (p) =>
        `<${p}alignment${look.align === undefined ? "" : ` horizontal="${look.align}"`} vertical="center"${look.wrap ? ' wrapText="1"' : ""}/>`,
      numberFormat,
    });
  }
}

const fillXml =
  (fill: string | undefined): StyleXml =>
  (p) =>
    fill === undefined
      ? `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`
      : `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;

const fontXml =
  (look: Look, name: string): StyleXml =>
  (p) =>
    `<${p}font>${look.bold ? `<${p}b/>` : ""}${look.underline ? `<${p}u/>` : ""}<${p}sz val="${look.size ?? 11}"/><${p}color rgb="${argb(look.color ?? "#000000")}"/><${p}name val="${escapeAttribute(name)}"/></${p}font>`;

const borderXml =
  (border: Look["border"]): StyleXml =>
  (p) => {
    const side = (name: "left" | "right" | "top" | "bottom") =>
      border === "box" || border === name
        ? `<${p}${name} style="thin"><${p}color rgb="${argb(BORDER_COLOR)}"/></${p}${name}>`
        : `<${p}${name}/>`;
    return `<${p}border>${side("left")}${side("right")}${side("top")}${side("bottom")}<${p}diagonal/></${p}border>`;
  };

function hyperlink({ row, column, link }: ModelCell): string[] {
  if (link === null) return [];
  const target = inSheet(link.sheet, cellName(link.row, link.column));
  return [
    `<hyperlink ref="${cellName(row, column)}" location="${escapeAttribute(target)}" display="${escapeAttribute(target)}"/>`,
  ];
}

function addTable(layer: Layer, sheetPart: string, model: SheetModel, table: ModelTable): string {
  const { top, left, right } = table.area;
  const headers = Array.from({ length: right - left + 1 }, (_, at) => {
    const cell = model.cells.find(({ row, column }) => row === top && column === left + at);
    return String(cell?.value ?? "");
  });
  const columns = headers.map((header, at) => `<tableColumn id="${at + 1}" name="${escapeXstringAttribute(header)}"/>`);
  const ref = areaName(table.area);
  const filter = table.filter === true ? `<autoFilter ref="${ref}"/>` : "";
  const others = tables(layer);
  const id = Math.max(0, ...others.map((other) => other.id)) + 1;
  let name = table.name;
  for (let number = 2; others.some((other) => other.name.toLowerCase() === name.toLowerCase()); number += 1) {
    name = `${table.name}${number}`;
  }
  const part = layer.add(
    (n) => `xl/tables/table${n}.xml`,
    CONTENT_TYPE.table,
    `${XML_DECLARATION}<table xmlns="${layer.family.main}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">${filter}<tableColumns count="${columns.length}">${columns.join("")}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
  );
  return layer.relate(sheetPart, "table", part);
}

/** Numbers and names of tables are unique in a workbook. */
const tables = (layer: Layer): { id: number; name: string }[] =>
  layer.pack
    .names()
    .filter((part) => /(^|\/)tables\/[^/]+\.xml$/i.test(part))
    .map((part) => layer.xml(part))
    .map((xml) => ({ id: Number(xml.value(xml.root, "id")), name: xml.value(xml.root, "displayName") }));

export const sheetElement = (
  prefix: string,
  name: string,
  sheetId: number,
  relationship: string,
  namespace: string,
): string =>
  `<${prefix}sheet xmlns:r="${namespace}" name="${escapeAttribute(name)}" sheetId="${sheetId}" r:id="${relationship}"/>`;

/** A name of the workbook, hidden; or of one of its sheets, by number. */
export const definedName = (prefix: string, name: string, refersTo: string, localSheet: number | null): string =>
  `<${prefix}definedName name="${name}" ${localSheet === null ? 'hidden="1"' : `localSheetId="${localSheet}"`}>${escapeText(refersTo)}</${prefix}definedName>`;
