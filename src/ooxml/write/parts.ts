/** Parts of a package, changed and taken away together with what is said of them elsewhere. */
import { relationshipsPart, resolveTarget, type Package } from "../package";
import { asUtf8 } from "../xml";
import { PartXml } from "./part-xml";
import { applySplices, cut, type Splice } from "./splices";

const CONTENT_TYPES = "[Content_Types].xml";

export const xmlOf = (pack: Package, part: string): PartXml => new PartXml(asUtf8(pack.text(part)), part);

/** Edits a part; without splices it stays as it is, byte for byte. */
export function editPart(pack: Package, part: string, splices: readonly Splice[]): void {
  if (splices.length > 0) pack.set(part, applySplices(asUtf8(pack.text(part)), splices).text);
}

/** Takes a part away, with what only it needs and what is said of it elsewhere. */
export function removePart(pack: Package, source: string, part: string): void {
  unrelate(pack, source, part);
  const needs = pack.relationships(part).flatMap(({ target }) => (target === null ? [] : [target]));
  pack.remove(part);
  pack.remove(relationshipsPart(part));
  const types = xmlOf(pack, CONTENT_TYPES);
  const names = [part, relationshipsPart(part)].map((name) => name.toLowerCase());
  const overrides = types.children.filter(
    (child) =>
      child.local === "Override" && names.includes(resolveTarget("", types.value(child, "PartName")).toLowerCase()),
  );
  editPart(pack, CONTENT_TYPES, overrides.map(cut));
  for (const needed of needs) {
    const isShared = pack.names().some((name) => pack.relationships(name).some(({ target }) => target === needed));
    if (pack.has(needed) && !isShared) removePart(pack, part, needed);
  }
}

function unrelate(pack: Package, source: string, target: string): void {
  const part = relationshipsPart(source);
  if (!pack.has(part)) return;
  const xml = xmlOf(pack, part);
  const gone = xml.children.filter(
    (relationship) => resolveTarget(source, xml.value(relationship, "Target")).toLowerCase() === target.toLowerCase(),
  );
  if (gone.length === xml.children.length) pack.remove(part);
  else editPart(pack, part, gone.map(cut));
}
