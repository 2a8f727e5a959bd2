/** A summary sheet as a bare .xlsx: values and formulas only, for an independent program to recalculate. */
import { strToU8, zipSync } from "fflate";
import type { ModelCell, SheetModel } from "../../../src/views/summary/model";
import { cellName } from "../../../src/core/workbook/workbook";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export interface Figure {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/**
 * @param withValues false leaves the results of formulas out: whatever shows them has worked them out itself
 * @param budget figures of the budget's own sheets that formulas look at
 */
export function bytesOf(model: SheetModel, withValues: boolean, budget: readonly Figure[] = []): Uint8Array {
  const others = [...new Set(budget.map(({ sheet }) => sheet))].map((name) => ({
    name,
    data: rowsXml(
      budget
        .filter(({ sheet }) => sheet === name)
        .map(({ row, column, value }) => ({ row, xml: `<c r="${cellName(row, column)}"><v>${value}</v></c>` })),
    ),
  }));
  const own = rowsXml(model.cells.map((cell) => ({ row: cell.row, xml: cellXml(cell, withValues) })));
  const sheets = [{ name: model.name, data: own }, ...others];
  const each = (text: (number: number, name: string) => string): string =>
    sheets.map(({ name }, index) => text(index + 1, escaped(name))).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, name) => `<sheet name="${name}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ data }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`),
      ]),
    ),
  });
}

/** Cells by rows, in order. */
function rowsXml(cells: readonly { readonly row: number; readonly xml: string }[]): string {
  const rows = new Map<number, string>();
  for (const { row, xml } of [...cells].sort((a, b) => a.row - b.row)) rows.set(row, (rows.get(row) ?? "") + xml);
  return [...rows].map(([row, data]) => `<row r="${row}">${data}</row>`).join("");
}

function cellXml({ row, column, value, formula }: ModelCell, withValues: boolean): string {
  const at = cellName(row, column);
  if (formula !== null) return `<c r="${at}"><f>${escaped(formula)}</f>${withValues ? `<v>${value}</v>` : ""}</c>`;
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  return value === "" ? "" : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
