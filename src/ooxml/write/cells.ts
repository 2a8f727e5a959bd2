/** A person's own edits of cells, written into the text of a sheet; all other cells stay character for character. */
import { cellName, columnNumber, type CellValue } from "../../core/sheet/workbook";
import { MovableFormula } from "../formulas";
import { TagScanner } from "../tag-scanner";
import { unescapeXstring } from "../xml";
import { childrenOf, escapeXstring, insertInto, isEmptyTag, prefixOf, rootOf, type Span, type Splice } from "./spans";

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

export function editCells(text: string, part: string, edits: readonly CellEdit[]): EditedSheet {
  const byRow = new Map<number, Map<number, CellEdit>>();
  for (const edit of edits) {
    const row = byRow.get(edit.row) ?? new Map<number, CellEdit>();
    byRow.set(edit.row, row.set(edit.column, edit));
  }
  const root = rootOf(text, part);
  const data = childrenOf(text, part, root).find(({ local }) => local === "sheetData");
  if (data === undefined) return { splices: [], formulasGone: [] };
  const writer = new CellWriter(text, part, prefixOf(data));
  const rows = places(text, part, data, "row", (name) => Number(name));
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
function places(text: string, part: string, parent: Span, local: string, number: (name: string) => number): Place[] {
  if (isEmptyTag(parent)) return [];
  let last = 0;
  return childrenOf(text, part, parent)
    .filter((child) => child.local === local)
    .map((span) => {
      const name = new TagScanner(text, part, span.from);
      name.next();
      const written = name.attribute("r");
      last = written === undefined ? last + 1 : number(written);
      return { index: last, span };
    });
}

class CellWriter {
  readonly splices: Splice[] = [];
  readonly formulasGone: string[] = [];
  /** Shared formulas whose first cell is edited: the others need the formula written out. */
  private readonly orphaned = new Map<string, { formula: MovableFormula; row: number; column: number }>();

  constructor(
    private readonly text: string,
    private readonly part: string,
    private readonly prefix: string,
  ) {}

  row({ index, span }: Place, wanted: ReadonlyMap<number, CellEdit>): void {
    if (wanted.size === 0 && this.orphaned.size === 0) return;
    const cells = places(this.text, this.part, span, "c", (name) =>
      columnNumber(name.replace(/\d+$/, "").toUpperCase()),
    );
    const missing = new Map(wanted);
    for (const cell of cells) {
      const edit = missing.get(cell.index);
      missing.delete(cell.index);
      if (edit === undefined) this.adopt(index, cell);
      else this.replace(edit, cell);
    }
    const added = [...missing.values()].sort((a, b) => a.column - b.column);
    if (isEmptyTag(span)) {
      this.splices.push(...insertInto(this.text, span, added.map((edit) => this.newCell(edit)).join("")));
      return;
    }
    for (const edit of added) {
      const next = cells.find((cell) => cell.index > edit.column);
      const at = next?.span.from ?? span.innerTo;
      this.splices.push({ from: at, to: at, text: this.newCell(edit) });
    }
  }

  newRow(index: number, edits: readonly CellEdit[], data: Span, next: Place | undefined): void {
    const cells = [...edits].sort((a, b) => a.column - b.column).map((edit) => this.newCell(edit));
    const row = `<${this.prefix}row r="${index}">${cells.join("")}</${this.prefix}row>`;
    if (next !== undefined) this.splices.push({ from: next.span.from, to: next.span.from, text: row });
    else this.splices.push(...insertInto(this.text, data, row));
  }

  private newCell(edit: CellEdit): string {
    return this.cell(`r="${cellName(edit.row, edit.column)}"`, edit, this.formula(edit));
  }

  private replace(edit: CellEdit, { span }: Place): void {
    const scanner = new TagScanner(this.text, this.part, span.from);
    scanner.next();
    const kept = ["r", "s", "ph"].flatMap((name) => {
      const attribute = scanner.attributeSpan(name);
      return attribute === undefined ? [] : [`${name}="${this.text.slice(attribute.from, attribute.to)}"`];
    });
    const formula = isEmptyTag(span)
      ? undefined
      : childrenOf(this.text, this.part, span).find(({ local }) => local === "f");
    let xml = this.formula(edit);
    if (formula !== undefined) {
      const old = this.readFormula(formula);
      if (edit.formula != null && old.text === edit.formula) xml = this.text.slice(formula.from, formula.to);
      else {
        if (old.shared !== null && old.text !== "") {
          this.orphaned.set(old.shared, { formula: new MovableFormula(old.text), row: edit.row, column: edit.column });
        }
        if (edit.formula == null) this.formulasGone.push(cellName(edit.row, edit.column));
      }
    }
    this.splices.push({ from: span.from, to: span.to, text: this.cell(kept.join(" "), edit, xml) });
  }

  /** Writes the formula out in a cell that shared it with an edited one. */
  private adopt(row: number, { index, span }: Place): void {
    if (this.orphaned.size === 0 || isEmptyTag(span)) return;
    const formula = childrenOf(this.text, this.part, span).find(({ local }) => local === "f");
    if (formula === undefined) return;
    const { text, shared } = this.readFormula(formula);
    const master = shared === null || text !== "" ? undefined : this.orphaned.get(shared);
    if (master === undefined) return;
    const moved = master.formula.moved(row - master.row, index - master.column);
    const xml = `<${this.prefix}f>${escapeXstring(moved)}</${this.prefix}f>`;
    this.splices.push({ from: formula.from, to: formula.to, text: xml });
  }

  private readFormula(span: Span): { text: string; shared: string | null } {
    const scanner = new TagScanner(this.text, this.part, span.from);
    const tag = scanner.next();
    const shared = scanner.attribute("t") === "shared" ? (scanner.attribute("si") ?? "") : null;
    return { text: tag === "open" ? unescapeXstring(scanner.content()) : "", shared };
  }

  private formula({ formula }: CellEdit): string {
    return formula == null ? "" : `<${this.prefix}f>${escapeXstring(formula)}</${this.prefix}f>`;
  }

  private cell(attributes: string, { value }: CellEdit, formula: string): string {
    const { prefix: p } = this;
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
