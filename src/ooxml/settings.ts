/**
 * What Kenzan keeps in a workbook, as a custom XML part: Excel saves such parts as they are, add-ins read and write
 * them (`customXmlParts`), and nothing of it shows in the sheets.
 */
import { DECISIONS_KEY, SETTINGS_NAMESPACE, fromXml } from "../core/decisions/saved";
import type { Package } from "./package";

interface SavedPart {
  /** Part that is related to it: the workbook, or "", the package, after LibreOffice has saved it. */
  readonly source: string;
  readonly part: string;
  readonly text: string;
}

/** Custom XML parts that speak of a namespace. */
export function customXmlParts(pack: Package, workbookPart: string, namespace: string): SavedPart[] {
  return [workbookPart, ""].flatMap((source) =>
    pack
      .relationships(source)
      .flatMap(({ kind, target }) => (kind === "customXml" && target !== null && pack.has(target) ? [target] : []))
      .map((part) => ({ source, part, text: pack.text(part) }))
      .filter(({ text }) => text.includes(namespace)),
  );
}

/** The decisions saved in the workbook, under the key that the engine's callers look for. */
export function readSettings(pack: Package, workbookPart: string): Readonly<Record<string, string>> {
  for (const { text } of customXmlParts(pack, workbookPart, SETTINGS_NAMESPACE)) {
    const decisions = fromXml(text);
    if (decisions !== null) return { [DECISIONS_KEY]: decisions };
  }
  return {};
}
