/** Parts of a package, changed and taken away together with what is said of them elsewhere. */
import { PACKAGE_RELATIONSHIPS, XML_DECLARATION, type Family } from "../namespaces";
import { relationshipsPart, resolveTarget, type Package } from "../package";
import { asUtf8 } from "../xml";
import { escapeAttribute } from "./escape";
import { PartXml } from "./part-xml";
import { applySplices, cut, type Splice } from "./splices";

const CONTENT_TYPES = "[Content_Types].xml";

export const xmlOf = (pack: Package, part: string): PartXml => new PartXml(asUtf8(pack.text(part)), part);

/** Edits a part; without splices it stays as it is, byte for byte. */
export function editPart(pack: Package, part: string, splices: readonly Splice[]): void {
  if (splices.length > 0) pack.set(part, applySplices(asUtf8(pack.text(part)), splices).text);
}

/** The first name that no part has: `freePart(pack, (n) => `xl/worksheets/sheet${n}.xml`)`. */
export function freePart(pack: Package, name: (number: number) => string): string {
  let number = 1;
  while (pack.has(name(number))) number += 1;
  return name(number);
}

/** Adds a part under its own content type: a new default might speak for parts that are there already. */
export function addPart(pack: Package, part: string, contentType: string, text: string): void {
  pack.set(part, text);
  const types = xmlOf(pack, CONTENT_TYPES);
  const override = `<${types.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`;
  editPart(pack, CONTENT_TYPES, [types.append(types.root, override)]);
}

/** Relates a part to another one; gives the relationship's id. */
export function relate(pack: Package, source: string, family: Family, kind: string, target: string): string {
  const part = relationshipsPart(source);
  if (!pack.has(part)) pack.set(part, `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"/>`);
  const taken = new Set(pack.relationships(source).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const xml = xmlOf(pack, part);
  const relationship = `<${xml.prefix}Relationship Id="rId${number}" Type="${family.relationships}/${kind}" Target="/${escapeAttribute(target)}"/>`;
  editPart(pack, part, [xml.append(xml.root, relationship)]);
  return `rId${number}`;
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
