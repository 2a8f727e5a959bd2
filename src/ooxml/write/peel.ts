/** Takes away all that Kenzan put into a workbook, so that the user's own is left. */
import { SETTINGS_NAMESPACE, fromXml } from "../../core/decisions/saved";
import { SUMMARY_NAME } from "../../views/summary/model";
import type { Package } from "../package";
import { parseArea } from "../references";
import { customXmlParts } from "../settings";
import { asUtf8 } from "../xml";
import { JOURNAL_NAMESPACE, parseJournal, type Journal } from "./journal";
import { unmarkSplices } from "./marks";
import { AUTHOR, legacyDrawing, unnote } from "./notes";
import { isEmptyTag, type Span } from "./part-xml";
import { editPart, removePart, xmlOf } from "./parts";
import { applySplices, cut, replace } from "./splices";

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
    if (pack.text(target).includes("kenzan:")) editPart(pack, target, unmarkSplices(xmlOf(pack, target)));
    removeNotes(pack, target);
  }
  for (const namespace of [SETTINGS_NAMESPACE, JOURNAL_NAMESPACE]) {
    for (const { source, part } of customXmlParts(pack, workbookPart, namespace)) removePart(pack, source, part);
  }
}

function removeNotes(pack: Package, sheetPart: string): void {
  const relationships = pack.relationships(sheetPart);
  const comments = relationships.find(({ kind }) => kind === "comments")?.target;
  if (comments == null || !pack.has(comments) || !pack.text(comments).includes(AUTHOR)) return;
  const drawing = legacyDrawing(pack, xmlOf(pack, sheetPart), relationships);
  const left = unnote(xmlOf(pack, comments), drawing === undefined ? "" : asUtf8(pack.text(drawing.part)));
  if (left.comments.length === 0) return;
  if (left.keepsComments) editPart(pack, comments, left.comments);
  else removePart(pack, sheetPart, comments);
  if (drawing === undefined) return;
  if (left.keepsShapes) editPart(pack, drawing.part, left.shapes);
  else {
    removePart(pack, sheetPart, drawing.part);
    editPart(pack, sheetPart, [cut(drawing.element)]);
  }
}

/** The summary sheet is the one that its defined name refers to, whatever it is called by now. */
function removeSummary(pack: Package, workbookPart: string): void {
  const workbook = xmlOf(pack, workbookPart);
  const names = workbook.items("definedNames");
  const mark = names.find((name) => workbook.value(name, "name") === SUMMARY_NAME);
  if (mark === undefined) return;
  const [, quoted, bare] = /^(?:'((?:[^']|'')*)'|([^'!]+))!/.exec(workbook.content(mark)) ?? [];
  const sheetName = quoted?.replaceAll("''", "'") ?? bare;
  const sheets = workbook.items("sheets");
  const index = sheets.findIndex((sheet) => workbook.value(sheet, "name") === sheetName);
  const sheet = sheets[index];

  if (sheet !== undefined && holdsMore(pack, workbookPart, workbook.relationshipId(sheet), workbook.content(mark))) {
    // It is the user's sheet now: only the name goes, by which Kenzan would write over it.
    const container = names.length === 1 ? workbook.child("definedNames") : undefined;
    editPart(pack, workbookPart, [cut(container ?? mark)]);
    return;
  }
  const isLocal = (name: Span) => index >= 0 && workbook.value(name, "localSheetId") === String(index);
  const gone = names.filter((name) => name === mark || isLocal(name));
  const container = workbook.child("definedNames");
  const splices = gone.length === names.length && container !== undefined ? [cut(container)] : gone.map(cut);
  if (sheet !== undefined) {
    splices.push(cut(sheet));
    // The sheets behind it move up by one, for all that counts sheets.
    const moveUp = (span: Span, attribute: string) => {
      const place = workbook.attribute(span, attribute);
      if (place !== undefined && Number(place.value) >= Math.max(index, 1)) {
        splices.push(replace(place, String(Number(place.value) - 1)));
      }
    };
    for (const name of names) if (!gone.includes(name)) moveUp(name, "localSheetId");
    for (const view of workbook.items("bookViews")) {
      moveUp(view, "activeTab");
      moveUp(view, "firstSheet");
    }
  }
  editPart(pack, workbookPart, splices);
  if (sheet === undefined) return;
  const id = workbook.relationshipId(sheet);
  const part = pack.relationships(workbookPart).find((relationship) => relationship.id === id)?.target;
  if (part != null) removePart(pack, workbookPart, part);
}

/** Whether a person put something beside or below what Kenzan wrote, in the area that the name refers to. */
function holdsMore(pack: Package, workbookPart: string, relationshipId: string, refersTo: string): boolean {
  const part = pack.relationships(workbookPart).find(({ id }) => id === relationshipId)?.target;
  const reference = /!([$A-Z0-9:]+)$/.exec(refersTo)?.[1];
  if (part == null || !pack.has(part) || reference === undefined) return false;
  const area = parseArea(reference);
  const sheet = xmlOf(pack, part);
  const data = sheet.child("sheetData");
  const cells = data === undefined ? [] : sheet.inside(data).flatMap((row) => sheet.inside(row));
  return cells.some((cell) => {
    if (isEmptyTag(cell) || sheet.attribute(cell, "r") === undefined) return false;
    const { top, left } = parseArea(sheet.value(cell, "r"));
    return top < area.top || top > area.bottom || left < area.left || left > area.right;
  });
}
