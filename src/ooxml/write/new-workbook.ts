/** A workbook of Kenzan's own, drawn from models of sheets: overviews and letters of the desk. */
import type { SheetModel } from "../../views/summary/model";
import { CONTENT_TYPE, PACKAGE_RELATIONSHIPS, TRANSITIONAL, XML_DECLARATION } from "../namespaces";
import { Package } from "../package";
import { encodeXml } from "../xml";
import type { Codec } from "../zip/codec";
import { Layer } from "./layer";
import { PartXml } from "./part-xml";
import { applySplices } from "./splices";
import { EMPTY_STYLE_SHEET, StyleSheet } from "./stylesheet";
import { absoluteArea, absoluteRows, inSheet } from "../../core/workbook/addresses";
import { addSummarySheet, definedName, sheetElement } from "./summary-sheet";
import { WorkbookXml } from "./workbook-xml";

const WORKBOOK = "xl/workbook.xml";

/** Names of the workbook, each for an area of a sheet: by them a program knows the sheet again. */
interface KnownAreas {
  readonly [name: string]: SheetModel;
}

/** @returns the bytes of an .xlsx file, the same for the same models */
export function newWorkbook(models: readonly SheetModel[], codec: Codec, known: KnownAreas = {}): Uint8Array {
  const pack = emptyPackage(codec);
  const workbook = new WorkbookXml(pack, WORKBOOK);
  const layer = new Layer(pack, workbook.family, WORKBOOK);
  const styles = new StyleSheet(new PartXml(EMPTY_STYLE_SHEET(layer.family), "styles"));
  const sheets = models.map((model, at) => {
    const part = addSummarySheet(layer, model, model.name, styles);
    const id = layer.relate(WORKBOOK, "worksheet", part);
    return sheetElement("", model.name, at + 1, id, layer.family.relationships);
  });
  const names = models.flatMap((model, at) => [
    definedName("", "_xlnm.Print_Area", inSheet(model.name, absoluteArea(model.print.area)), at),
    ...(model.print.repeat === undefined
      ? []
      : [definedName("", "_xlnm.Print_Titles", inSheet(model.name, absoluteRows(model.print.repeat)), at)]),
  ]);
  const own = Object.entries(known).map(([name, { name: sheet, area }]) =>
    definedName("", name, inSheet(sheet, absoluteArea(area)), null),
  );
  layer.splice(WORKBOOK, [workbook.addSheet(sheets.join("")), workbook.addNames([...own, ...names].join(""))]);
  const styleXml = applySplices(EMPTY_STYLE_SHEET(layer.family), styles.splices()).text;
  layer.relate(
    WORKBOOK,
    "styles",
    layer.add(() => "xl/styles.xml", CONTENT_TYPE.styles, styleXml),
  );
  layer.writeWhole();
  return pack.save();
}

function emptyPackage(codec: Codec): Package {
  const { main, relationships } = TRANSITIONAL;
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${WORKBOOK}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="${WORKBOOK}"/></Relationships>`,
    [WORKBOOK]: `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets></sheets><calcPr calcId="191029"/></workbook>`,
  };
  return new Package(
    new Map(
      Object.entries(parts).map(([name, xml]) => [
        name.toLowerCase(),
        { name, bytes: encodeXml(XML_DECLARATION + xml) },
      ]),
    ),
    codec,
  );
}
