/**
 * Writes a workbook without loss: only what Kenzan owns and what a person edited is put into the parts that it
 * concerns; every other part is copied as it is, compressed bytes and all.
 */
import { SETTINGS_NAMESPACE, toXml } from "../core/decisions/saved";
import { cellAt, type CellRef, type Sheet } from "../core/sheet/workbook";
import type { SheetMarks } from "../core/marks/marks";
import { SUMMARY_NAME, type SheetModel } from "../core/summary/model";
import { damaged, SignatureError, WorkbookError } from "./error";
import { CONTENT_TYPE, STRICT, TRANSITIONAL, XML_DECLARATION } from "./namespaces";
import { Package } from "./package";
import { readContext } from "./read";
import { readWorksheet } from "./worksheet";
import { isTrue } from "./xml";
import { unchain } from "./write/calc-chain";
import { editCells, type CellEdit } from "./write/cells";
import { Layer } from "./write/layer";
import { markSplices } from "./write/marks";
import { addNotes, ShapeBlocks } from "./write/notes";
import { editPart, removePart, xmlOf } from "./write/parts";
import { peel } from "./write/peel";
import { PartXml } from "./write/part-xml";
import { applySplices, insertAt, replace, type Splice } from "./write/splices";
import { EMPTY_STYLE_SHEET, StyleSheet } from "./write/stylesheet";
import { absoluteArea, addSummarySheet, definedName, sheetElement } from "./write/summary-sheet";
import { portableCodec, type Codec } from "./zip/codec";

export type { CellEdit } from "./write/cells";

/** `text` stands in a note on the cell. */
export interface CellNote extends CellRef {
  readonly text: string;
}

interface SheetEntry {
  readonly name: string;
  readonly sheetId: string;
  readonly part: string;
}

const EMPTY_SHEET: Sheet = { name: "", visibility: "visible", rows: [], merges: [], hiddenColumns: [], tables: [] };

/**
 * Opens a workbook for writing. What Kenzan put in earlier is taken away first: the editor starts from the user's own
 * workbook, and `save` writes it with what was set since. Nothing set gives back the user's own workbook.
 * Throws WorkbookError as `readWorkbook` does.
 */
export const editWorkbook = (bytes: Uint8Array, codec: Codec = portableCodec): WorkbookEditor =>
  new WorkbookEditor(new Package(bytes, codec));

export class WorkbookEditor {
  /** A digital signature covers the workbook: saving breaks it. */
  readonly isSigned: boolean;
  /** The user locked the order of sheets. A file can still get its summary sheet; Excel's own add-in cannot add it. */
  readonly isStructureLocked: boolean;
  /** What a person decided, as saved in the workbook (`serialise` in core/decisions); null saves nothing. */
  decisions: string | null;

  private readonly workbookPart: string;
  private readonly sheets: readonly SheetEntry[];
  private readonly edits = new Map<string, CellEdit[]>();
  private marks: readonly SheetMarks[] = [];
  private notes: readonly CellNote[] = [];
  private summary: SheetModel | null = null;

  constructor(private readonly base: Package) {
    this.isSigned = base.relationships("").some(({ kind }) => kind === "origin");
    this.workbookPart = base.workbookPart();
    this.decisions = peel(base, this.workbookPart);
    const workbook = new WorkbookXml(base, this.workbookPart);
    this.isStructureLocked = workbook.isStructureLocked;
    this.sheets = workbook.worksheets(base);
  }

  /** Writes a value or a formula into a cell. Its format stays. Throws RangeError where the sheet does not exist. */
  setCell(sheet: string, edit: CellEdit): void {
    const { name } = this.sheet(sheet);
    const edits = this.edits.get(name);
    if (edits === undefined) this.edits.set(name, [edit]);
    else edits.push(edit);
  }

  /** Marks flagged cells, in the place of earlier marks. Sheets that do not exist are passed over. */
  setMarks(marks: readonly SheetMarks[]): void {
    this.marks = marks;
  }

  /** Notes on cells, in the place of earlier ones. A cell with a note or a thread of the user's gets none. */
  setNotes(notes: readonly CellNote[]): void {
    this.notes = notes;
  }

  /** The summary sheet, behind all others; null for none. */
  setSummary(model: SheetModel | null): void {
    this.summary = model;
  }

  /**
   * The bytes of the workbook, with all that was set. Throws SignatureError for a signed workbook unless told
   * that the signature may break.
   */
  save({ breakSignature = false } = {}): Uint8Array {
    if (this.isSigned && !breakSignature) throw new SignatureError();
    const pack = this.base.copy();
    this.writeEdits(pack);
    this.writeLayer(pack);
    return pack.save();
  }

  private sheet(name: string): SheetEntry {
    const sheet = this.find(name);
    if (sheet === undefined) throw new RangeError(`no sheet named ${name}`);
    return sheet;
  }

  private find(name: string): SheetEntry | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  private writeEdits(pack: Package): void {
    if (this.edits.size === 0) return;
    const relationships = pack.relationships(this.workbookPart);
    const chain = relationships.find(({ kind }) => kind === "calcChain")?.target;
    const context = readContext(pack, relationships, false);
    for (const [name, edits] of this.edits) {
      const { part, sheetId } = this.sheet(name);
      const sheet = xmlOf(pack, part);
      const { rows } = readWorksheet(sheet.text, part, context);
      const known = { ...EMPTY_SHEET, rows };
      const formulaAt = (row: number, column: number) => cellAt(known, row, column)?.formula ?? null;
      const { splices, formulasGone } = editCells(sheet, edits, formulaAt);
      editPart(pack, part, splices);
      if (chain == null || !pack.has(chain) || formulasGone.length === 0) continue;
      const unlinked = unchain(xmlOf(pack, chain), sheetId, new Set(formulasGone));
      if (unlinked === null) removePart(pack, this.workbookPart, chain);
      else editPart(pack, chain, unlinked);
    }
    // Other cells depend on the edited ones: whoever opens the file calculates it first.
    editPart(pack, this.workbookPart, [new WorkbookXml(pack, this.workbookPart).recalculateOnLoad()]);
  }

  private writeLayer(pack: Package): void {
    const workbook = new WorkbookXml(pack, this.workbookPart);
    const layer = new Layer(pack, workbook.isStrict ? STRICT : TRANSITIONAL, this.workbookPart);
    const stylesPart = pack.relationships(this.workbookPart).find(({ kind }) => kind === "styles")?.target;
    const hasStyles = stylesPart != null && pack.has(stylesPart);
    const styles = new StyleSheet(
      hasStyles ? layer.xml(stylesPart) : new PartXml(EMPTY_STYLE_SHEET(layer.family), "styles"),
    );

    for (const { sheet, rules } of this.marks) {
      const part = this.find(sheet)?.part;
      if (part !== undefined) layer.splice(part, markSplices(layer.xml(part), rules, styles));
    }
    const blocks = new ShapeBlocks(pack);
    for (const { name, part } of this.sheets) {
      const notes = this.notes.filter(({ sheet }) => sheet === name);
      addNotes(layer, part, notes, blocks);
    }
    if (this.summary !== null) this.writeSummary(layer, workbook, this.summary, styles);
    if (this.decisions !== null)
      layer.addCustomXml("settings", SETTINGS_NAMESPACE, XML_DECLARATION + toXml(this.decisions));

    const restyled = styles.splices();
    if (restyled.length > 0 && hasStyles) layer.splice(stylesPart, restyled);
    else if (restyled.length > 0) {
      const text = applySplices(EMPTY_STYLE_SHEET(layer.family), restyled).text;
      const part = layer.add((n) => `xl/styles${n === 1 ? "" : n}.xml`, CONTENT_TYPE.styles, text);
      layer.relate(this.workbookPart, "styles", part);
    }
    layer.write();
  }

  private writeSummary(layer: Layer, workbook: WorkbookXml, model: SheetModel, styles: StyleSheet): void {
    const names = workbook.sheetNames().map((sheet) => sheet.toLowerCase());
    let name = model.name;
    for (let number = 2; names.includes(name.toLowerCase()); number += 1) name = `${model.name} (${number})`;
    const part = addSummarySheet(layer, model, name, styles);
    const id = layer.relate(this.workbookPart, "worksheet", part);
    const p = workbook.xml.prefix;
    const area = (range: SheetModel["area"]) => absoluteArea(name, range);
    layer.splice(this.workbookPart, [
      workbook.addSheet(sheetElement(p, name, workbook.freeSheetId(), id, layer.family.relationships)),
      workbook.addNames(
        definedName(p, "_xlnm.Print_Area", area(model.print.area), names.length) +
          definedName(p, SUMMARY_NAME, area(model.area), null),
      ),
    ]);
  }
}

/** The workbook part, to look things up in and to add to. */
class WorkbookXml {
  readonly xml: PartXml;

  constructor(pack: Package, part: string) {
    this.xml = xmlOf(pack, part);
    const { root } = this.xml;
    if (root.local !== "workbook") throw new WorkbookError("no-workbook", `${part} is a <${root.name}>`);
  }

  get isStrict(): boolean {
    const { root, text } = this.xml;
    return text.slice(root.from, root.innerFrom).includes(STRICT.main);
  }

  get isStructureLocked(): boolean {
    const protection = this.xml.child("workbookProtection");
    return protection !== undefined && isTrue(this.xml.attribute(protection, "lockStructure")?.value);
  }

  sheetNames(): string[] {
    return this.xml.items("sheets").map((sheet) => this.xml.value(sheet, "name"));
  }

  worksheets(pack: Package): SheetEntry[] {
    const relationships = pack.relationships(this.xml.part);
    return this.xml.items("sheets").flatMap((sheet) => {
      const id = this.xml.relationshipId(sheet);
      const relationship = relationships.find((candidate) => candidate.id === id);
      if (relationship?.kind !== "worksheet" || relationship.target === null) return [];
      const name = this.xml.value(sheet, "name");
      return [{ name, sheetId: this.xml.value(sheet, "sheetId"), part: relationship.target }];
    });
  }

  freeSheetId(): number {
    return Math.max(0, ...this.xml.items("sheets").map((sheet) => Number(this.xml.value(sheet, "sheetId")))) + 1;
  }

  addSheet(sheet: string): Splice {
    const sheets = this.xml.child("sheets");
    if (sheets === undefined) throw damaged(`${this.xml.part} has no sheets`);
    return this.xml.append(sheets, sheet);
  }

  addNames(names: string): Splice {
    const container = this.xml.child("definedNames");
    if (container !== undefined) return this.xml.append(container, names);
    const p = this.xml.prefix;
    return this.xml.insert("definedNames", `<${p}definedNames>${names}</${p}definedNames>`);
  }

  recalculateOnLoad(): Splice {
    const properties = this.xml.child("calcPr");
    if (properties === undefined) return this.xml.insert("calcPr", `<${this.xml.prefix}calcPr fullCalcOnLoad="1"/>`);
    const existing = this.xml.attribute(properties, "fullCalcOnLoad");
    if (existing !== undefined) return replace(existing, "1");
    return insertAt(properties.from + 1 + properties.name.length, ' fullCalcOnLoad="1"');
  }
}
