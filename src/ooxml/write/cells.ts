/** A person's own edits of cells, written into the text of a sheet; all other cells stay character for character. */
import { cellName, columnNumber, type CellValue } from "../../core/sheet/workbook";
import { MovableFormula } from "../formulas";
import { unescapeXstring } from "../xml";
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

export interface EditedSheet {
  readonly splices: Splice[];
  /** Cells that have no formula any more ("F4"). */
  readonly formulasGone: readonly string[];
}

interface Place {
  readonly index: number;
  readonly span: Span;
}

export function editCells(sheet: PartXml, edits: readonly CellEdit[]): EditedSheet {
  const byRow = new Map<number, Map<number, CellEdit>>();
  for (const edit of edits) {
    const row = byRow.get(edit.row) ?? new Map<number, CellEdit>();
    byRow.set(edit.row, row.set(edit.column, edit));
  }
  const data = sheet.child("sheetData");
  if (data === undefined) return { splices: [], formulasGone: [] };
  const writer = new CellWriter(sheet);
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
  private readonly orphaned = new Map<string, { formula: MovableFormula; row: number; column: number }>();

  constructor(private readonly sheet: PartXml) {}

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
    return this.cell(`r="${cellName(edit.row, edit.column)}"`, edit, this.formula(edit));
  }

  private replace(edit: CellEdit, { span }: Place): void {
    const kept = ["r", "s", "ph"].flatMap((name) => {
      const attribute = this.sheet.attribute(span, name);
      return attribute === undefined ? [] : [`${name}="${attribute.value}"`];
    });
    const formula = this.sheet.inside(span).find(({ local }) => local === "f");
    let xml = this.formula(edit);
    if (formula !== undefined) {
      const old = this.readFormula(formula);
      if (edit.formula != null && old.text === edit.formula) xml = this.sheet.source(formula);
      else {
        if (old.shared !== null && old.text !== "") {
          this.orphaned.set(old.shared, { formula: new MovableFormula(old.text), row: edit.row, column: edit.column });
        }
        if (edit.formula == null) this.formulasGone.push(cellName(edit.row, edit.column));
      }
    }
    this.splices.push(replace(span, this.cell(kept.join(" "), edit, xml)));
  }

  /** Writes the formula out in a cell that shared it with an edited one. */
  private adopt(row: number, { index, span }: Place): void {
    if (this.orphaned.size === 0) return;
    const formula = this.sheet.inside(span).find(({ local }) => local === "f");
    if (formula === undefined) return;
    const { text, shared } = this.readFormula(formula);
    const master = shared === null || text !== "" ? undefined : this.orphaned.get(shared);
    if (master === undefined) return;
    const moved = master.formula.moved(row - master.row, index - master.column);
    const xml = `<${this.sheet.prefix}f>${escapeXstring(moved)}</${this.sheet.prefix}f>`;
    this.splices.push(replace(formula, xml));
  }

  private readFormula(span: Span): { text: string; shared: string | null } {
    const { sheet } = this;
    const shared = sheet.value(span, "t") === "shared" ? sheet.value(span, "si") : null;
    return { text: unescapeXstring(sheet.content(span)), shared };
  }

  private formula({ formula }: CellEdit): string {
    return formula == null ? "" : `<${this.sheet.prefix}f>${escapeXstring(formula)}</${this.sheet.prefix}f>`;
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
