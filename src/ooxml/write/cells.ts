/** A person's own edits of cells, written into the text of a sheet; all other cells stay character for character. */
import { cellName, columnNumber, type CellValue } from "../../core/workbook/workbook";
import { withFutureFunctionPrefix } from "../formulas";
import { escapeXstring } from "./escape";
import { isEmptyTag, type PartXml, type Span } from "./part-xml";
import { insertAt, replace, type Splice } from "./splices";

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** What is typed, or the result of the formula. null leaves the cell empty, its format kept. */
  readonly value: CellValue;
  /** Without the leading "=". Where the cell has this formula already, only its result is renewed. */
  readonly formula?: string | null;
}

interface EditedSheet {
  readonly splices: Splice[];
  /** Cells that have no formula any more ("F4"). */
  readonly formulasGone: readonly string[];
}

interface Place {
  readonly index: number;
  readonly span: Span;
}

/** @param formulaAt the formula that a cell has, as reading the sheet gives it */
export function editCells(
  sheet: PartXml,
  edits: readonly CellEdit[],
  formulaAt: (row: number, column: number) => string | null,
): EditedSheet {
  const byRow = new Map<number, Map<number, CellEdit>>();
  for (const edit of edits) {
    const row = byRow.get(edit.row) ?? new Map<number, CellEdit>();
    byRow.set(edit.row, row.set(edit.column, edit));
  }
  const data = sheet.child("sheetData");
  if (data === undefined) return { splices: [], formulasGone: [] };
  const writer = new CellWriter(sheet, formulaAt);
  const rows = places(sheet, data, "row", (name) => Number(name));
  for (const row of rows) {
    const wanted = byRow.get(row.index);
    byRow.delete(row.index);
    writer.row(row, wanted ?? new Map());
  }
  for (const [index, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    const next = rows.find((row) => row.index > index);
    writer.newRow(index, [...cells.values()], data, next);
  }
  return { splices: writer.splices, formulasGone: writer.formulasGone };
}

/** Rows of the data, or cells of a row, with their numbers; a missing name counts on from the one before. */
function places(sheet: PartXml, parent: Span, local: string, number: (name: string) => number): Place[] {
  let last = 0;
  return sheet
    .inside(parent)
    .filter((child) => child.local === local)
    .map((span) => {
      const written = sheet.attribute(span, "r")?.value;
      last = written === undefined ? last + 1 : number(written);
      return { index: last, span };
    });
}

class CellWriter {
  readonly splices: Splice[] = [];
  readonly formulasGone: string[] = [];
  /** Shared formulas whose first cell is edited: the others need the formula written out. */
  private readonly orphaned = new Set<string>();

  constructor(
    private readonly sheet: PartXml,
    private readonly formulaAt: (row: number, column: number) => string | null,
  ) {}

  row({ index, span }: Place, wanted: ReadonlyMap<number, CellEdit>): void {
    if (wanted.size === 0 && this.orphaned.size === 0) return;
    const cells = places(this.sheet, span, "c", (name) => columnNumber(name.replace(/\d+$/, "").toUpperCase()));
    const missing = new Map(wanted);
    for (const cell of cells) {
      const edit = missing.get(cell.index);
      missing.delete(cell.index);
      if (edit === undefined) this.adopt(index, cell);
      else this.replace(edit, cell);
    }
    const added = [...missing.values()].sort((a, b) => a.column - b.column);
    if (isEmptyTag(span)) {
      if (added.length > 0)
        this.splices.push(this.sheet.append(span, added.map((edit) => this.newCell(edit)).join("")));
      return;
    }
    for (const edit of added) {
      const next = cells.find((cell) => cell.index > edit.column);
      this.splices.push(insertAt(next?.span.from ?? span.innerTo, this.newCell(edit)));
    }
  }

  newRow(index: number, edits: readonly CellEdit[], data: Span, next: Place | undefined): void {
    const cells = [...edits].sort((a, b) => a.column - b.column).map((edit) => this.newCell(edit));
    const row = `<${this.sheet.prefix}row r="${index}">${cells.join("")}</${this.sheet.prefix}row>`;
    this.splices.push(next === undefined ? this.sheet.append(data, row) : insertAt(next.span.from, row));
  }

  private newCell(edit: CellEdit): string {
    return this.cell(`r="${cellName(edit.row, edit.column)}"`, edit, this.formula(edit.formula));
  }

  private replace(edit: CellEdit, { span }: Place): void {
    const kept = ["r", "s", "ph"].flatMap((name) => {
      const attribute = this.sheet.attribute(span, name);
      return attribute === undefined ? [] : [`${name}="${attribute.value}"`];
    });
    const old = this.formulaIn(span);
    const isKept = edit.formula != null && edit.formula === this.formulaAt(edit.row, edit.column);
    if (!isKept && old !== undefined) {
      const shared = this.sharedIndex(old);
      if (shared !== null && !isEmptyTag(old)) this.orphaned.add(shared);
      if (edit.formula == null) this.formulasGone.push(cellName(edit.row, edit.column));
    }
    // A cell inside an array has its formula from the array's first cell.
    const formula = isKept ? (old === undefined ? "" : this.sheet.source(old)) : this.formula(edit.formula);
    this.splices.push(replace(span, this.cell(kept.join(" "), edit, formula)));
  }

  /** Writes the formula out in a cell that shared it with an edited one. */
  private adopt(row: number, { index, span }: Place): void {
    const old = this.orphaned.size === 0 ? undefined : this.formulaIn(span);
    if (old === undefined || !this.orphaned.has(this.sharedIndex(old) ?? "")) return;
    this.splices.push(replace(old, this.formula(this.formulaAt(row, index))));
  }

  private formulaIn(cell: Span): Span | undefined {
    return this.sheet.inside(cell).find(({ local }) => local === "f");
  }

  private sharedIndex(formula: Span): string | null {
    return this.sheet.value(formula, "t") === "shared" ? this.sheet.value(formula, "si") : null;
  }

  private formula(formula: string | null | undefined): string {
    const { prefix: p } = this.sheet;
    return formula == null ? "" : `<${p}f>${escapeXstring(withFutureFunctionPrefix(formula))}</${p}f>`;
  }

  private cell(attributes: string, { value }: CellEdit, formula: string): string {
    const { prefix: p } = this.sheet;
    const head = `<${p}c ${attributes}`;
    const body = (type: string, inside: string) => `${head}${type}>${formula}${inside}</${p}c>`;
    if (value === null || value === "") return formula === "" ? `${head}/>` : body("", "");
    if (typeof value === "number") return body("", `<${p}v>${value}</${p}v>`);
    if (typeof value === "boolean") return body(' t="b"', `<${p}v>${value ? 1 : 0}</${p}v>`);
    if (typeof value === "object") return body(' t="e"', `<${p}v>${escapeXstring(value.error)}</${p}v>`);
    if (formula !== "") return body(' t="str"', `<${p}v>${escapeXstring(value)}</${p}v>`);
    return body(' t="inlineStr"', `<${p}is><${p}t xml:space="preserve">${escapeXstring(value)}</${p}t></${p}is>`);
  }
}
