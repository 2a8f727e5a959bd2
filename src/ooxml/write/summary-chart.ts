/** The one chart of the summary sheet: a bar for each category (ECMA-376 part 1, 20.5 and 21.2). */
import type { Area } from "../../core/workbook/workbook";
import type { ModelChart, SheetModel } from "../../views/summary/model";
import { CONTENT_TYPE, XML_DECLARATION } from "../namespaces";
import type { Layer } from "./layer";
import { escapeAttribute, escapeText } from "./escape";
import { absoluteArea, absoluteCell, inSheet } from "../../core/workbook/addresses";

/** Adds chart and drawing; gives the id by which the sheet names its drawing. */
export function addChart(layer: Layer, sheetPart: string, sheet: string, model: SheetModel, chart: ModelChart): string {
  const { drawing: a, sheetDrawing: xdr, chart: c, relationships: r } = layer.family;
  const chartPart = layer.add(
    (n) => `xl/charts/chart${n}.xml`,
    CONTENT_TYPE.chart,
    chartXml(sheet, model, chart, c, a),
  );
  const drawing = layer.add((n) => `xl/drawings/drawing${n}.xml`, CONTENT_TYPE.drawing, "");
  const id = layer.relate(drawing, "chart", chartPart);
  const { top, left, bottom, right } = chart.place;
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  layer.replaceAdded(
    drawing,
    `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${xdr}" xmlns:a="${a}"><xdr:twoCellAnchor>${corner("from", left - 1, top - 1)}${corner("to", right, bottom)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeAttribute(chart.title)}" descr="${escapeAttribute(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${c}"><c:chart xmlns:c="${c}" xmlns:r="${r}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
  );
  return layer.relate(sheetPart, "drawing", drawing);
}

function chartXml(sheet: string, model: SheetModel, chart: ModelChart, c: string, a: string): string {
  const name = chart.seriesName;
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const series =
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>${escapeText(inSheet(sheet, absoluteCell(name.row, name.column)))}</c:f>${cache("str", texts(model, { top: name.row, bottom: name.row, left: name.column, right: name.column }))}</c:strRef></c:tx>` +
    '<c:spPr><a:solidFill><a:srgbClr val="2E75B6"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls><c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${escapeText(inSheet(sheet, absoluteArea(chart.categories)))}</c:f>${cache("str", texts(model, chart.categories))}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeText(inSheet(sheet, absoluteArea(chart.values)))}</c:f>${cache("num", texts(model, chart.values))}</c:numRef></c:val></c:ser>`;
  const axis = (kind: "catAx" | "valAx", id: number, other: number, rest: string) =>
    `<c:${kind}><c:axId val="${id}"/>${rest}<c:crossAx val="${other}"/><c:crosses val="autoZero"/>${kind === "valAx" ? '<c:crossBetween val="between"/>' : ""}</c:${kind}>`;
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${c}" xmlns:a="${a}"><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    // The first category on top, as in the table beside it.
    axis(
      "catAx",
      1,
      2,
      '<c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    ) +
    axis(
      "valAx",
      2,
      1,
      '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    ) +
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** What the cells of one column show, so that the chart can be drawn before anything is calculated. */
function texts(model: SheetModel, area: Area): string[] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, at) => {
    const cell = model.cells.find(({ row, column }) => row === area.top + at && column === area.left);
    return String(cell?.value ?? "");
  });
}

function cache(kind: "str" | "num", values: readonly string[]): string {
  const points = values.map((value, at) => `<c:pt idx="${at}"><c:v>${escapeText(value)}</c:v></c:pt>`);
  const format = kind === "num" ? "<c:formatCode>#,##0</c:formatCode>" : "";
  return `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`;
}
