/** A summary sheet as a bare .xlsx: values and formulas only, for an independent program to recalculate. */
import { strToU8, zipSync } from "fflate";
import type { ModelCell, SheetModel } from "../../../src/views/summary/model";
import { cellName } from "../../../src/core/workbook/workbook";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** @param withValues false leaves the results of formulas out: whatever shows them has worked them out itself */
export function bytesOf(model: SheetModel, withValues: boolean): Uint8Array {
  const rows = new Map<number, ModelCell[]>();
  for (const cell of model.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const data = [...rows]
    .map(([row, cells]) => `<row r="${row}">${cells.map((cell) => cellXml(cell, withValues)).join("")}</row>`)
    .join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${model.name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`),
  });
}

function cellXml({ row, column, value, formula }: ModelCell, withValues: boolean): string {
  const at = cellName(row, column);
  if (formula !== null) return `<c r="${at}"><f>${escaped(formula)}</f>${withValues ? `<v>${value}</v>` : ""}</c>`;
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  return value === "" ? "" : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
