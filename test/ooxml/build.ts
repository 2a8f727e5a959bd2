/**
 * Small workbooks for tests, drawn as grid literals: `buildXlsx({ sheets: [{ name: "予算", rows: [["旅費", 1000]] }] })`.
 * The parts are written by hand, not by the code under test, so that reading is proved against something else.
 */
import { strToU8, zipSync } from "fflate";
import { cellName, columnName } from "../../src/core/workbook/workbook";

export interface CellSpec {
  /** `{ error: "#REF!" }` for an error value. */
  readonly value?: string | number | boolean | { readonly error: string } | null;
  /** Without the leading "="; `value` is then the cached result. */
  readonly formula?: string;
  /** Number format code. */
  readonly format?: string;
  readonly strike?: boolean;
  /** Reading of the text, as Excel keeps it beside Japanese text. */
  readonly furigana?: string;
}

export type CellLiteral = string | number | boolean | null | undefined | CellSpec;

export interface TableSpec {
  readonly name: string;
  /** "A3:D10" */
  readonly ref: string;
  readonly headerRows?: number;
  readonly totalsRows?: number;
}

export interface SheetSpec {
  readonly name: string;
  /** First row is row 1, first cell is column A; null leaves a cell empty. */
  readonly rows: readonly (readonly CellLiteral[])[];
  /** "A1:C1" */
  readonly merges?: readonly string[];
  /** Of the columns from A on, in digits; the others are as Excel makes them. */
  readonly widths?: readonly number[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** 1-based. */
  readonly hiddenColumns?: readonly number[];
  readonly visibility?: "visible" | "hidden" | "veryHidden";
  readonly tables?: readonly TableSpec[];
}

export interface XlsxSpec {
  readonly sheets: readonly SheetSpec[];
  readonly date1904?: boolean;
  /** Parts to add or to put in the place of the drawn ones; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] as string);

/** The bytes of a workbook. */
export function buildXlsx(spec: XlsxSpec): Uint8Array {
  return zipParts(buildParts(spec));
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, typeof data === "string" ? strToU8(data) : data]),
    ),
    { mtime: new Date(2025, 0, 1) },
  );
}

/** The parts of a workbook by name, for tests that bend one before zipping. */
export function buildParts(spec: XlsxSpec): Record<string, string | Uint8Array> {
  const strings = new Index();
  const formats = new Index();
  const styles = new Index();
  const styleOf = (cell: CellSpec): number =>
    cell.format === undefined && !cell.strike
      ? 0
      : styles.of(`${cell.format === undefined ? 0 : 176 + formats.of(cell.format)}|${cell.strike ? 1 : 0}`) + 1;

  const parts: Record<string, string | Uint8Array> = {};
  const overrides: [string, string][] = [["/xl/workbook.xml", `${TYPE}.sheet.main+xml`]];
  let tableCount = 0;
  spec.sheets.forEach((sheet, at) => {
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    const tableRels = (sheet.tables ?? []).map((table) => {
      tableCount += 1;
      parts[`xl/tables/table${tableCount}.xml`] = tableXml(table, tableCount, sheet);
      overrides.push([`/xl/tables/table${tableCount}.xml`, `${TYPE}.table+xml`]);
      return { type: `${REL}/table`, target: `../tables/table${tableCount}.xml` };
    });
    parts[part] = sheetXml(sheet, styleOf, (xml) => strings.of(xml));
    overrides.push([`/${part}`, `${TYPE}.worksheet+xml`]);
    if (tableRels.length > 0) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relsXml(tableRels);
  });
  overrides.push(["/xl/styles.xml", `${TYPE}.styles+xml`], ["/xl/sharedStrings.xml", `${TYPE}.sharedStrings+xml`]);

  const sheets = spec.sheets.map((sheet, at) => {
    const state = sheet.visibility && sheet.visibility !== "visible" ? ` state="${sheet.visibility}"` : "";
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const all: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
      .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
      .join("")}</Types>`,
    "_rels/.rels": relsXml([{ type: `${REL}/officeDocument`, target: "xl/workbook.xml" }]),
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${spec.date1904 ? ' date1904="1"' : ""}/><sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relsXml([
      ...spec.sheets.map((_, at) => ({ type: `${REL}/worksheet`, target: `worksheets/sheet${at + 1}.xml` })),
      { type: `${REL}/styles`, target: "styles.xml" },
      { type: `${REL}/sharedStrings`, target: "sharedStrings.xml" },
    ]),
    ...parts,
    "xl/styles.xml": stylesXml(formats.keys, styles.keys),
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}">${strings.keys.join("")}</sst>`,
    ...spec.parts,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null),
  );
}

/** Numbers things in the order in which they first appear. */
class Index {
  readonly keys: string[] = [];
  private readonly numbers = new Map<string, number>();
  of(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.push(key) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

function sheetXml(sheet: SheetSpec, styleOf: (cell: CellSpec) => number, stringOf: (xml: string) => number): string {
  const hiddenRows = new Set(sheet.hiddenRows);
  const rows = sheet.rows.map((cells, at) => {
    const row = at + 1;
    const xml = cells.map((cell, column) => cellXml(cell, cellName(row, column + 1), styleOf, stringOf)).join("");
    const hidden = hiddenRows.has(row) ? ' hidden="1"' : "";
    return xml === "" && hidden === "" ? "" : `<row r="${row}"${hidden}>${xml}</row>`;
  });
  const cols = [
    ...(sheet.widths ?? []).map(
      (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    ),
    ...(sheet.hiddenColumns ?? []).map((c) => `<col min="${c}" max="${c}" width="9" hidden="1"/>`),
  ];
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
  const tables = (sheet.tables ?? []).map((_, at) => `<tablePart r:id="rId${at + 1}"/>`);
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${REL}">` +
    (cols.length > 0 ? `<cols>${cols.join("")}</cols>` : "") +
    `<sheetData>${rows.join("")}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : "") +
    (tables.length > 0 ? `<tableParts count="${tables.length}">${tables.join("")}</tableParts>` : "") +
    "</worksheet>"
  );
}

function cellXml(
  literal: CellLiteral,
  name: string,
  styleOf: (cell: CellSpec) => number,
  stringOf: (xml: string) => number,
): string {
  if (literal === null || literal === undefined) return "";
  const cell: CellSpec = typeof literal === "object" ? literal : { value: literal };
  const style = styleOf(cell);
  const head = `<c r="${name}"${style === 0 ? "" : ` s="${style}"`}`;
  const formula = cell.formula === undefined ? "" : `<f>${escapeXml(cell.formula)}</f>`;
  const { value } = cell;
  if (value === null || value === undefined) return `${head}${formula === "" ? "/>" : `>${formula}</c>`}`;
  if (typeof value === "number") return `${head}>${formula}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `${head} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "object") return `${head} t="e">${formula}<v>${value.error}</v></c>`;
  if (formula !== "") return `${head} t="str">${formula}<v>${escapeXml(value)}</v></c>`;
  const reading =
    cell.furigana === undefined
      ? ""
      : `<rPh sb="0" eb="${value.length}"><t>${escapeXml(cell.furigana)}</t></rPh><phoneticPr fontId="0"/>`;
  return `${head} t="s"><v>${stringOf(`<si><t xml:space="preserve">${escapeXml(value)}</t>${reading}</si>`)}</v></c>`;
}

function stylesXml(formats: readonly string[], styles: readonly string[]): string {
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${176 + at}" formatCode="${escapeXml(code)}"/>`);
  const xfs = ["0|0", ...styles].map((style) => {
    const [format, font] = style.split("|");
    return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"/>`;
  });
  const font = '<sz val="11"/><name val="游ゴシック"/>';
  return (
    `${XML}<styleSheet xmlns="${MAIN}">` +
    (numFmts.length > 0 ? `<numFmts count="${numFmts.length}">${numFmts.join("")}</numFmts>` : "") +
    `<fonts count="2"><font>${font}</font><font><strike/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function tableXml(table: TableSpec, id: number, sheet: SheetSpec): string {
  const [, left = "", top = "", right = ""] = /^([A-Z]+)(\d+):([A-Z]+)/.exec(table.ref) ?? [];
  const from = columnIndex(left);
  const headers = sheet.rows[Number(top) - 1] ?? [];
  const columns = Array.from({ length: columnIndex(right) - from + 1 }, (_, at) => {
    const header = headers[from - 1 + at];
    const name = typeof header === "string" ? header : `列${columnName(from + at)}`;
    return `<tableColumn id="${at + 1}" name="${escapeXml(name)}"/>`;
  });
  const counts =
    (table.headerRows === undefined ? "" : ` headerRowCount="${table.headerRows}"`) +
    (table.totalsRows === undefined ? "" : ` totalsRowCount="${table.totalsRows}"`);
  return `${XML}<table xmlns="${MAIN}" id="${id}" name="${table.name}" displayName="${table.name}" ref="${table.ref}"${counts}><tableColumns count="${columns.length}">${columns.join("")}</tableColumns></table>`;
}

const columnIndex = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

const relsXml = (rels: readonly { readonly type: string; readonly target: string }[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${rels
    .map(({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${escapeXml(target)}"/>`)
    .join("")}</Relationships>`;
