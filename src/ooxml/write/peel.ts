/** Takes away all that Kenzan put into a workbook, so that the user's own is left. */
import { SETTINGS_NAMESPACE, fromXml } from "../../core/decisions/saved";
import { SUMMARY_NAME } from "../../core/summary/model";
import type { Package } from "../package";
import { editPart, removePart } from "./parts";
import { customXmlParts } from "../settings";
import { asUtf8 } from "../xml";
import { JOURNAL_NAMESPACE, parseJournal, type Journal } from "./journal";
import { unmarkSplices } from "./marks";
import { unnote } from "./notes";
import { applySplices, attributeOf, childrenOf, cut, relationshipIdOf, rootOf, type Span, type Splice } from "./spans";
import { TagScanner } from "../tag-scanner";

/** Gives the decisions that were saved in the workbook, as text. */
export function peel(pack: Package, workbookPart: string): string | null {
  const decisions = customXmlParts(pack, workbookPart, SETTINGS_NAMESPACE)
    .map(({ text }) => fromXml(text))
    .find((text) => text !== null);
  const journals = customXmlParts(pack, workbookPart, JOURNAL_NAMESPACE);
  const journal = journals.length === 1 && journals[0] ? parseJournal(journals[0].text, journals[0].part) : null;
  if (journal === null || !undo(pack, journal)) takeAwayWhatIsRecognised(pack, workbookPart);
  return decisions ?? null;
}

/** Exact, but only where no other program has written the parts since. */
function undo(pack: Package, { touched, added }: Journal): boolean {
  if (!touched.every(({ name, written }) => pack.has(name) && pack.crc(name) === written)) return false;
  for (const { name, undo: splices } of touched) pack.set(name, applySplices(asUtf8(pack.text(name)), splices).text);
  for (const part of added) pack.remove(part);
  return true;
}

/** After another program has saved the workbook: what Kenzan wrote knows itself. Unused styles stay; they do no harm. */
function takeAwayWhatIsRecognised(pack: Package, workbookPart: string): void {
  removeSummary(pack, workbookPart);
  for (const { kind, target } of pack.relationships(workbookPart)) {
    if (kind !== "worksheet" || target === null || !pack.has(target)) continue;
    editPart(pack, target, (text) => unmarkSplices(text, target));
    removeNotes(pack, target);
  }
  for (const namespace of [SETTINGS_NAMESPACE, JOURNAL_NAMESPACE]) {
    for (const { part } of customXmlParts(pack, workbookPart, namespace)) removePart(pack, workbookPart, part);
  }
}

function removeNotes(pack: Package, sheetPart: string): void {
  const relationships = pack.relationships(sheetPart);
  const comments = relationships.find(({ kind }) => kind === "comments")?.target;
  if (comments == null || !pack.has(comments)) return;
  const text = asUtf8(pack.text(sheetPart));
  const legacy = childrenOf(text, sheetPart, rootOf(text, sheetPart)).find(({ local }) => local === "legacyDrawing");
  const id = legacy && relationshipIdOf(text, legacy);
  const drawing = relationships.find((relationship) => relationship.id === id)?.target ?? null;
  const vml = drawing === null || !pack.has(drawing) ? "" : asUtf8(pack.text(drawing));
  const left = unnote(asUtf8(pack.text(comments)), comments, vml);
  if (left.comments.length === 0) return;
  if (left.keepsComments) editPart(pack, comments, () => left.comments);
  else removePart(pack, sheetPart, comments);
  if (drawing === null || vml === "") return;
  if (left.keepsShapes) editPart(pack, drawing, () => left.shapes);
  else {
    removePart(pack, sheetPart, drawing);
    if (legacy !== undefined) editPart(pack, sheetPart, () => [cut(legacy)]);
  }
}

/** The summary sheet is the one that its defined name refers to, whatever it is called by now. */
function removeSummary(pack: Package, workbookPart: string): void {
  const text = asUtf8(pack.text(workbookPart));
  const children = childrenOf(text, workbookPart, rootOf(text, workbookPart));
  const names = inside(text, workbookPart, children, "definedNames");
  const mark = names.find((name) => attributeOf(text, name, "name")?.value === SUMMARY_NAME);
  if (mark === undefined) return;
  const sheetName = /^'?((?:[^']|'')*?)'?!/.exec(contentOf(text, workbookPart, mark))?.[1]?.replaceAll("''", "'");
  const sheets = inside(text, workbookPart, children, "sheets");
  const index = sheets.findIndex((sheet) => attributeOf(text, sheet, "name")?.value === sheetName);
  const sheet = sheets[index];

  const splices: Splice[] = [];
  const gone = names.filter(
    (name) =>
      name === mark || (sheet !== undefined && attributeOf(text, name, "localSheetId")?.value === String(index)),
  );
  const container = children.find(({ local }) => local === "definedNames");
  if (gone.length === names.length && container !== undefined) splices.push(cut(container));
  else splices.push(...gone.map(cut));
  if (sheet !== undefined) {
    splices.push(cut(sheet));
    // Sheets behind it move up by one, for all that counts sheets.
    const shift = (span: Span, attribute: string) => {
      const found = attributeOf(text, span, attribute);
      if (found === undefined || Number(found.value) < index) return;
      if (Number(found.value) === index && attribute === "localSheetId") return;
      splices.push({ from: found.from, to: found.to, text: String(Math.max(0, Number(found.value) - 1)) });
    };
    if (gone.length < names.length) {
      for (const name of names) if (!gone.includes(name)) shift(name, "localSheetId");
    }
    for (const view of inside(text, workbookPart, children, "bookViews")) {
      shift(view, "activeTab");
      shift(view, "firstSheet");
    }
  }
  editPart(pack, workbookPart, () => splices);
  if (sheet === undefined) return;
  const id = relationshipIdOf(text, sheet);
  const part = pack.relationships(workbookPart).find((relationship) => relationship.id === id)?.target;
  if (part != null) removePart(pack, workbookPart, part);
}

function inside(text: string, part: string, children: readonly Span[], local: string): Span[] {
  const parent = children.find((child) => child.local === local);
  return parent === undefined ? [] : childrenOf(text, part, parent);
}

function contentOf(text: string, part: string, span: Span): string {
  const scanner = new TagScanner(text, part, span.from);
  return scanner.next() === "open" ? scanner.content() : "";
}
