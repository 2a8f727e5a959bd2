/** Parts of a package, changed and taken away together with what is said of them elsewhere. */
import { relationshipsPart, resolveTarget, type Package } from "../package";
import { asUtf8 } from "../xml";
import { applySplices, attributeOf, childrenOf, cut, rootOf, type Splice } from "./spans";

export function editPart(pack: Package, part: string, splicesOf: (text: string) => readonly Splice[]): void {
  const text = asUtf8(pack.text(part));
  const splices = splicesOf(text);
  if (splices.length > 0) pack.set(part, applySplices(text, splices).text);
}

/** Takes a part away, with what only it needs and what is said of it elsewhere. */
export function removePart(pack: Package, source: string, part: string): void {
  unrelate(pack, source, part);
  const needs = pack.relationships(part).flatMap(({ target }) => (target === null ? [] : [target]));
  pack.remove(part);
  pack.remove(relationshipsPart(part));
  editPart(pack, "[Content_Types].xml", (text) =>
    childrenOf(text, "[Content_Types].xml", rootOf(text, "[Content_Types].xml"))
      .filter(({ local }) => local === "Override")
      .filter((override) => {
        const name = attributeOf(text, override, "PartName")?.value ?? "";
        return resolveTarget("", name).toLowerCase() === part.toLowerCase();
      })
      .map(cut),
  );
  for (const needed of needs) {
    const isShared = pack.names().some((name) => pack.relationships(name).some(({ target }) => target === needed));
    if (pack.has(needed) && !isShared) removePart(pack, part, needed);
  }
}

function unrelate(pack: Package, source: string, target: string): void {
  const part = relationshipsPart(source);
  if (!pack.has(part)) return;
  const text = asUtf8(pack.text(part));
  const all = childrenOf(text, part, rootOf(text, part));
  const gone = all.filter((relationship) => {
    const written = attributeOf(text, relationship, "Target")?.value ?? "";
    return resolveTarget(source, written).toLowerCase() === target.toLowerCase();
  });
  if (gone.length === all.length && source !== "") pack.remove(part);
  else editPart(pack, part, () => gone.map(cut));
}
