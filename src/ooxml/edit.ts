/**
 * Writes a workbook without loss: only what Kenzan owns and what a person edited is put into the parts that it
 * concerns; every other part is copied as it is, compressed bytes and all.
 */
import { SETTINGS_NAMESPACE, toXml } from "../core/decisions/saved";
import { cellAt, type CellRef, type Sheet } from "../core/workbook/workbook";
import type { SheetMarks } from "../views/marks/marks";
import { SUMMARY_NAME, type SheetModel } from "../views/summary/model";
import { SignatureError } from "./error";
import type { RowShift } from "./formulas";
import { CONTENT_TYPE, XML_DECLARATION } from "./namespaces";
import { Package } from "./package";
import { readContext } from "./read";
import { readWorksheet } from "./worksheet";
import { unchain } from "./write/calc-chain";
import { editCells, type CellEdit } from "./write/cells";
import { Layer } from "./write/layer";
import { markSplices } from "./write/marks";
import { addNotes, ShapeBlocks } from "./write/notes";
import { editPart, removePart, xmlOf } from "./write/parts";
import { insertSheets } from "./write/insert-sheets";
import { peel } from "./write/peel";
import { shiftRows } from "./write/shift-rows";
import { PartXml } from "./write/part-xml";
import { freeSheetName } from "./write/sheet-names";
import { applySplices } from "./write/splices";
import { EMPTY_STYLE_SHEET, StyleSheet } from "./write/stylesheet";
import { absoluteArea, absoluteRows, inSheet } from "../core/workbook/addresses";
import { addSummarySheet, definedName, sheetElement } from "./write/summary-sheet";
import { WorkbookXml, type SheetEntry } from "./write/workbook-xml";
import { portableCodec, type Codec } from "./zip/codec";

export type { CellEdit } from "./write/cells";

/** `text` stands in a note on the cell. */
export interface CellNote extends CellRef {
  readonly text: string;
}

const EMPTY_SHEET: Sheet = { name: "", visibility: "visible", rows: [], merges: [], hiddenColumns: [], tables: [] };

/**
 * Opens a workbook for writing. What Kenzan put in earlier is taken away first: the editor starts from the user's own
 * workbook, and `save` writes it with what was set since. Nothing set gives back the user's own workbook.
 * Throws WorkbookError as `readWorkbook` does.
 */
export const editWorkbook = (bytes: Uint8Array, codec: Codec = portableCodec): WorkbookEditor =>
  new WorkbookEditor(new Package(bytes, codec), codec);

class WorkbookEditor {
  /** A digital signature covers the workbook: saving breaks it. */
  readonly isSigned: boolean;
  /** The user locked the order of sheets. A file can still get its summary sheet; Excel's own add-in cannot add it. */
  readonly isStructureLocked: boolean;
  /** What a person decided, as saved in the workbook (`serialise` in core/decisions); null saves nothing. */
  decisions: string | null;

  private readonly workbookPart: string;
  private sheets: readonly SheetEntry[];
  private readonly edits = new Map<string, CellEdit[]>();
  private marks: readonly SheetMarks[] = [];
  private notes: readonly CellNote[] = [];
  private summary: SheetModel | null = null;

  constructor(
    private readonly base: Package,
    private readonly codec: Codec,
  ) {
    this.isSigned = base.relationships("").some(({ kind }) => kind === "origin");
    this.workbookPart = base.workbookPart();
    this.decisions = peel(base, this.workbookPart);
    const workbook = new WorkbookXml(base, this.workbookPart);
    this.isStructureLocked = workbook.isStructureLocked;
    this.sheets = workbook.worksheets(base);
  }

  /**
   * Adds the sheets of another workbook behind the user's own: from now on they are the user's, too.
   * @param taken more names that they may not have
   * @returns their names in this workbook. Throws RangeError where a sheet is more than cells (drawings, tables …).
   */
  insertSheets(bytes: Uint8Array, taken: readonly string[] = []): readonly string[] {
    const names = insertSheets(this.base, new Package(bytes, this.codec), taken);
    this.sheets = new WorkbookXml(this.base, this.workbookPart).worksheets(this.base);
    return names;
  }

  /**
   * A row comes before row `at`, or row `at` leaves: what is below moves, and what refers to it follows.
   * @returns false, and nothing is changed, where something hangs on the sheet that cannot be moved
   */
  shiftRows(shift: RowShift): boolean {
    return shiftRows(this.base, shift);
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
    const layer = new Layer(pack, workbook.family, this.workbookPart);
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
    const names = workbook.sheetNames();
    const name = freeSheetName(model.name, names);
    const part = addSummarySheet(layer, model, name, styles);
    const id = layer.relate(this.workbookPart, "worksheet", part);
    const p = workbook.xml.prefix;
    const { repeat } = model.print;
    const area = (range: SheetModel["area"]) => inSheet(name, absoluteArea(range));
    layer.splice(this.workbookPart, [
      workbook.addSheet(sheetElement(p, name, workbook.freeSheetId(), id, layer.family.relationships)),
      workbook.addNames(
        definedName(p, "_xlnm.Print_Area", area(model.print.area), names.length) +
          (repeat === undefined
            ? ""
            : definedName(p, "_xlnm.Print_Titles", inSheet(name, absoluteRows(repeat)), names.length)) +
          definedName(p, SUMMARY_NAME, area(model.area), null),
      ),
    ]);
  }
}
