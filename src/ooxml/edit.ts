/**
 * Writes a workbook without loss: only what Kenzan owns and what a person edited is put into the parts that it
 * concerns; every other part is copied as it is, compressed bytes and all.
 */
import { SETTINGS_NAMESPACE, toXml } from "../core/decisions/saved";
import type { SheetMarks } from "../core/marks/marks";
import { SUMMARY_NAME, type SheetModel } from "../core/summary/model";
import { damaged, SignatureError, WorkbookError } from "./error";
import { CONTENT_TYPE, STRICT, TRANSITIONAL, XML_DECLARATION } from "./namespaces";
import { Package } from "./package";
import { asUtf8 } from "./xml";
import { unchain } from "./write/calc-chain";
import { editCells, type CellEdit } from "./write/cells";
import { insertChild } from "./write/element-order";
import { Layer } from "./write/layer";
import { markSplices } from "./write/marks";
import { addNotes, ShapeBlocks, type Note } from "./write/notes";
import { removePart } from "./write/parts";
import { peel } from "./write/peel";
import {
  applySplices,
  attributeOf,
  childrenOf,
  insertInto,
  prefixOf,
  relationshipIdOf,
  rootOf,
  type Span,
} from "./write/spans";
import { EMPTY_STYLE_SHEET, StyleSheet } from "./write/stylesheet";
import { absoluteArea, addSummarySheet, definedName, sheetElement } from "./write/summary-sheet";
import { portableCodec, type Codec } from "./zip/codec";

export type { CellEdit } from "./write/cells";
export type { Note } from "./write/notes";

interface SheetEntry {
  readonly name: string;
  readonly sheetId: string;
  readonly part: string;
}

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
  private readonly notes = new Map<string, readonly Note[]>();
  private summary: SheetModel | null = null;

  constructor(private readonly base: Package) {
    this.isSigned = base.relationships("").some(({ kind }) => kind === "origin");
    this.workbookPart = base.workbookPart();
    this.decisions = peel(base, this.workbookPart);
    const workbook = new WorkbookXml(base, this.workbookPart);
    const protection = workbook.child("workbookProtection");
    this.isStructureLocked =
      protection !== undefined &&
      /^(1|true)$/.test(attributeOf(workbook.text, protection, "lockStructure")?.value ?? "");
    this.sheets = workbook.worksheets(base);
  }

  /** Writes a value or a formula into a cell. Its format stays. Throws RangeError where the sheet does not exist. */
  setCell(sheet: string, edit: CellEdit): void {
    const { name } = this.sheet(sheet);
    this.edits.set(name, [...(this.edits.get(name) ?? []), edit]);
  }

  /** Marks flagged cells, in the place of earlier marks. Sheets that do not exist are passed over. */
  setMarks(marks: readonly SheetMarks[]): void {
    this.marks = marks;
  }

  /** Notes on cells of a sheet, in the place of earlier ones. */
  setNotes(sheet: string, notes: readonly Note[]): void {
    this.notes.set(this.sheet(sheet).name, notes);
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
    const chain = pack.relationships(this.workbookPart).find(({ kind }) => kind === "calcChain")?.target;
    for (const [name, edits] of this.edits) {
      const { part, sheetId } = this.sheet(name);
      const text = asUtf8(pack.text(part));
      const { splices, formulasGone } = editCells(text, part, edits);
      pack.set(part, applySplices(text, splices).text);
      if (chain == null || !pack.has(chain) || formulasGone.length === 0) continue;
      const links = asUtf8(pack.text(chain));
      const unlinked = unchain(links, chain, sheetId, new Set(formulasGone));
      if (unlinked === null) removePart(pack, this.workbookPart, chain);
      else pack.set(chain, applySplices(links, unlinked).text);
    }
    // Other cells depend on the edited ones: whoever opens the file calculates it first.
    const workbook = new WorkbookXml(pack, this.workbookPart);
    pack.set(this.workbookPart, applySplices(workbook.text, workbook.recalculateOnLoad()).text);
  }

  private writeLayer(pack: Package): void {
    const workbook = new WorkbookXml(pack, this.workbookPart);
    const layer = new Layer(pack, workbook.isStrict ? STRICT : TRANSITIONAL, this.workbookPart);
    const stylesPart = pack.relationships(this.workbookPart).find(({ kind }) => kind === "styles")?.target;
    const hasStyles = stylesPart != null && pack.has(stylesPart);
    const styles = new StyleSheet(hasStyles ? layer.text(stylesPart) : EMPTY_STYLE_SHEET(layer.family), "styles");

    for (const { sheet, rules } of this.marks) {
      const part = this.find(sheet)?.part;
      if (part !== undefined) layer.splice(part, markSplices(layer.text(part), part, rules, styles));
    }
    const blocks = new ShapeBlocks(pack);
    for (const [sheet, notes] of this.notes) addNotes(layer, this.sheet(sheet).part, notes, blocks);
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
    const names = workbook.sheetElements().map((sheet) => workbook.attribute(sheet, "name").toLowerCase());
    let name = model.name;
    for (let number = 2; names.includes(name.toLowerCase()); number += 1) name = `${model.name} (${number})`;
    const part = addSummarySheet(layer, model, name, styles);
    const id = layer.relate(this.workbookPart, "worksheet", part);
    const p = prefixOf(workbook.root);
    const area = (range: SheetModel["area"]) => absoluteArea(name, range);
    layer.splice(this.workbookPart, [
      ...workbook.addSheet(sheetElement(p, name, workbook.freeSheetId(), id, layer.family.relationships)),
      ...workbook.addNames(
        definedName(p, "_xlnm.Print_Area", area(model.print.area), names.length) +
          definedName(p, SUMMARY_NAME, area(model.area), null),
      ),
    ]);
  }
}

/** The workbook part, to look things up in and to add to. */
class WorkbookXml {
  readonly text: string;
  readonly root: Span;
  private readonly children: readonly Span[];

  constructor(
    pack: Package,
    private readonly part: string,
  ) {
    this.text = asUtf8(pack.text(part));
    this.root = rootOf(this.text, part);
    this.children = childrenOf(this.text, part, this.root);
    if (this.root.local !== "workbook") throw new WorkbookError("no-workbook", `${part} is a <${this.root.name}>`);
  }

  get isStrict(): boolean {
    return this.text.slice(this.root.from, this.root.innerFrom).includes(STRICT.main);
  }

  child(local: string): Span | undefined {
    return this.children.find((child) => child.local === local);
  }

  attribute(span: Span, name: string): string {
    return attributeOf(this.text, span, name)?.value ?? "";
  }

  sheetElements(): Span[] {
    const sheets = this.child("sheets");
    return sheets === undefined ? [] : childrenOf(this.text, this.part, sheets);
  }

  worksheets(pack: Package): SheetEntry[] {
    const relationships = pack.relationships(this.part);
    return this.sheetElements().flatMap((sheet) => {
      const id = relationshipIdOf(this.text, sheet);
      const relationship = relationships.find((candidate) => candidate.id === id);
      if (relationship?.kind !== "worksheet" || relationship.target === null) return [];
      const name = this.attribute(sheet, "name");
      return [{ name, sheetId: this.attribute(sheet, "sheetId"), part: relationship.target }];
    });
  }

  freeSheetId(): number {
    return Math.max(0, ...this.sheetElements().map((sheet) => Number(this.attribute(sheet, "sheetId")))) + 1;
  }

  addSheet(xml: string) {
    const sheets = this.child("sheets");
    if (sheets === undefined) throw damaged(`${this.part} has no sheets`);
    return insertInto(this.text, sheets, xml);
  }

  addNames(xml: string) {
    const names = this.child("definedNames");
    if (names !== undefined) return insertInto(this.text, names, xml);
    const p = prefixOf(this.root);
    const container = `<${p}definedNames>${xml}</${p}definedNames>`;
    return [insertChild(this.text, this.part, this.root, "definedNames", container)];
  }

  recalculateOnLoad() {
    const properties = this.child("calcPr");
    if (properties === undefined) {
      const xml = `<${prefixOf(this.root)}calcPr fullCalcOnLoad="1"/>`;
      return [insertChild(this.text, this.part, this.root, "calcPr", xml)];
    }
    const existing = attributeOf(this.text, properties, "fullCalcOnLoad");
    if (existing !== undefined) return [{ from: existing.from, to: existing.to, text: "1" }];
    const at = properties.from + 1 + properties.name.length;
    return [{ from: at, to: at, text: ' fullCalcOnLoad="1"' }];
  }
}
